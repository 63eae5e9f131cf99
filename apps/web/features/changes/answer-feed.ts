import { nullIfRefused } from '@/api/error.ts';
import { type Feed, writeAtom, writeJsonFeed } from './feed.ts';

export type FeedFormat = 'atom' | 'json';

const types: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** A feed as Atom or JSON Feed; 404 in words where there is no such record, or the API refuses its name. */
export async function answerFeed(format: FeedFormat, found: Promise<Feed | null>): Promise<Response> {
  const feed = await found.catch(nullIfRefused);
  if (!feed) {
    return new Response('There is no such record, so nothing of it can change.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  return new Response(format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed), {
    headers: { 'content-type': types[format], 'cache-control': 'public, max-age=0, must-revalidate' },
  });
}
