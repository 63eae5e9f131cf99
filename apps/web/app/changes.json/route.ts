import { answerFeed } from '@/features/changes/answer-feed.ts';
import { findFeed } from '@/features/changes/find-feed.ts';

/** The newest changes as JSON Feed. */
export async function GET(request: Request): Promise<Response> {
  return answerFeed(request, 'json', findFeed('/changes.json'));
}
