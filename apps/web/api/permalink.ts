import { headers } from 'next/headers';
import { keepRelease } from './release.ts';

/** The address that readers use for a path of this site, as the request in hand tells it: within its release, if there is one. */
export async function findPermalink(path: string): Promise<string> {
  const list = await headers();
  const host = list.get('x-forwarded-host') ?? list.get('host') ?? 'localhost';
  const protocol = list.get('x-forwarded-proto') ?? 'http';
  return `${protocol}://${host}${await keepRelease(path)}`;
}
