import { answerFeed } from '@/features/changes/answer-feed.ts';
import { findCommitmentFeed } from '@/features/changes/find-feed.ts';

/** The newest changes of one commitment as JSON Feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return answerFeed(request, 'json', findCommitmentFeed(slug, `/commitments/${slug}/changes.json`));
}
