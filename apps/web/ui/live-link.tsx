'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';

/** Leads to the same page out of its release, as a new document: nothing that was loaded of the release stays behind. */
export function LiveLink({ children }: { children: ReactNode }) {
  const path = usePathname();
  const params = new URLSearchParams(useSearchParams());
  params.delete('release');
  const search = params.toString();
  return <a href={search ? `${path}?${search}` : path}>{children}</a>;
}
