import { findPermalink } from '@/api/permalink.ts';

/** Addresses of the feeds of a page ("/countries/SLB"); without one, of the whole site. */
export function feedAddresses(page = ''): { atom: string; json: string } {
  return { atom: `${page}/changes.atom`, json: `${page}/changes.json` };
}

/** The feeds of a page for its head: `alternates.types`. */
export async function listFeedTypes(page?: string): Promise<Record<string, string>> {
  const { atom, json } = feedAddresses(page);
  return {
    'application/atom+xml': await findPermalink(atom),
    'application/feed+json': await findPermalink(json),
  };
}
