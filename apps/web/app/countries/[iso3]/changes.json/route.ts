import { answerFeed } from '@/features/changes/answer-feed.ts';
import { findCountryFeed } from '@/features/changes/find-feed.ts';

/** The newest changes of the records that concern a country as JSON Feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ iso3: string }> },
): Promise<Response> {
  const code = (await params).iso3.toUpperCase();
  return answerFeed(request, 'json', findCountryFeed(code, `/countries/${code}/changes.json`));
}
