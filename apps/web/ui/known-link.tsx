'use client';

import { useSearchParams } from 'next/navigation';
import type { ComponentProps } from 'react';
import { addressOf } from '@/text/address.ts';
import { Link } from './link.tsx';

type KnownLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { href: string };

/** A link that keeps the day of `?known=`: who reads the record of another day stays in it. */
export function KnownLink({ href, ...link }: KnownLinkProps) {
  const known = useSearchParams().get('known');
  return <Link href={addressOf(href, { known: known && isDayLike(known) ? known : null })} {...link} />;
}

function isDayLike(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
