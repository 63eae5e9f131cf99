import { findCommitment } from '@/features/commitment/queries.ts';
import { answerCitation } from '@/features/count/cite/answer.ts';

/** How to cite a commitment, as BibTeX. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerCitation(request, (await params).slug, findCommitment, 'bib');
}
