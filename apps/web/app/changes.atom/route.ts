import { answerFeed } from '@/features/changes/answer-feed.ts';
import { findFeed } from '@/features/changes/find-feed.ts';

/** The newest changes as Atom. */
export async function GET(): Promise<Response> {
  return answerFeed('atom', findFeed('/changes.atom'));
}
