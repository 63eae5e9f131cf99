import { headers } from 'next/headers';

/** The address that readers use for a path of this site, as the request in hand tells it. */
export async function findPermalink(path: string): Promise<string> {
  const list = await headers();
  const host = list.get('x-forwarded-host') ?? list.get('host') ?? 'localhost';
  const protocol = list.get('x-forwarded-proto') ?? 'http';
  return `${protocol}://${host}${path}`;
}
