'use client';

import { useSearchParams } from 'next/navigation';

/** For forms: who reads a release and asks for something else stays in it. */
export function KeepRelease() {
  const release = useSearchParams()?.get('release');
  return release ? <input type="hidden" name="release" value={release} /> : null;
}
