import { headers } from 'next/headers';
import { cache } from 'react';
import { withRelease } from '@/text/release.ts';

export interface AskedRelease {
  name: string;
  /** ISO day: its today. */
  day: string;
}

/** The release to which the request's address puts everything, as the API in front found it; null: the record as it stands. */
export const findAskedRelease = cache(async (): Promise<AskedRelease | null> => {
  const list = await headers();
  const [name, day] = [list.get('x-muster-release'), list.get('x-muster-release-day')];
  return name && day ? { name, day } : null;
});

/** An address of this site within the release in hand, if there is one. */
export async function keepRelease(address: string): Promise<string> {
  return withRelease(address, (await findAskedRelease())?.name);
}
