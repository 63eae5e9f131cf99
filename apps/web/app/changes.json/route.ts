import { writeJsonFeed } from '@/features/changes/feed.ts';
import { findFeed } from '@/features/changes/find-feed.ts';

/** The newest changes as JSON Feed. */
export async function GET(): Promise<Response> {
  return new Response(writeJsonFeed(await findFeed('/changes.json')), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
}
