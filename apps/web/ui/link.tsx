'use client';

import NextLink from 'next/link';
import { useSearchParams } from 'next/navigation';
import type { ComponentProps } from 'react';
import { withRelease } from '@/text/release.ts';

/**
 * A link within the site. Who reads a release stays in it. Pages are rendered per request, so nothing is fetched before it
 * is asked for.
 */
export function Link({ href, ...link }: ComponentProps<typeof NextLink>) {
  const keep = useKeepRelease();
  return <NextLink prefetch={false} href={typeof href === 'string' ? keep(href) : href} {...link} />;
}

/** Keeps addresses within the release of the page's own address. */
export function useKeepRelease(): (address: string) => string {
  // Null outside a page.
  const release = useSearchParams()?.get('release');
  return (address) => withRelease(address, release);
}

/** A link to a file of the site, which the browser fetches itself. Who reads a release has the release's. */
export function FileLink({ href = '', children, ...link }: ComponentProps<'a'>) {
  const keep = useKeepRelease();
  return (
    <a href={keep(href)} {...link}>
      {children}
    </a>
  );
}
