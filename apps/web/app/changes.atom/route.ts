import { writeAtom } from '@/features/changes/feed.ts';
import { findFeed } from '@/features/changes/find-feed.ts';

/** The newest changes as Atom. */
export async function GET(): Promise<Response> {
  return new Response(writeAtom(await findFeed('/changes.atom')), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
}
