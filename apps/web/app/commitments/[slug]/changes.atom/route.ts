import { nullIfRefused } from '@/api/error.ts';
import { writeAtom } from '@/features/changes/feed.ts';
import { findCommitmentFeed } from '@/features/changes/find-feed.ts';

/** The newest changes of one commitment as Atom. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const feed = await findCommitmentFeed(slug).catch(nullIfRefused);
  if (!feed) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response('There is no such commitment.\n', { status: 404, headers });
  }
  return new Response(writeAtom(feed), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
}
