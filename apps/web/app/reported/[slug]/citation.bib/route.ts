import { answerCitation } from '@/features/count/cite/answer.ts';
import { findReportedTotal } from '@/features/reported-total/queries.ts';

/** How to cite a reported total, as BibTeX. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerCitation(request, (await params).slug, findReportedTotal, 'bib');
}
