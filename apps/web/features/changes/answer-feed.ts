import { createHash } from 'node:crypto';
import { nullIfRefused } from '@/api/error.ts';
import { type Feed, writeAtom, writeJsonFeed } from './feed.ts';

export type FeedFormat = 'atom' | 'json';

const types: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/**
 * A feed as Atom or JSON Feed; 304 to readers that have it as it stands, 404 in words where there is no such record, or
 * the API refuses its name.
 */
export async function answerFeed(
  request: Request,
  format: FeedFormat,
  found: Promise<Feed | null>,
): Promise<Response> {
  const feed = await found.catch(nullIfRefused);
  if (!feed) {
    return new Response('There is no such record, so nothing of it can change.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const body = format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate' };
  if (isHeld(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': types[format] } });
}

// A proxy that compresses makes the tag weak (RFC 9110, 13.1.2: the comparison is weak).
function isHeld(header: string | null, etag: string): boolean {
  return header?.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, ''))) ?? false;
}
