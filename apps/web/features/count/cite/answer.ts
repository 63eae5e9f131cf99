import { nullIfRefused } from '@/api/error.ts';
import { readToday } from '@/api/today.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { readKnown } from '@/text/index.ts';
import { writeBibtex } from './bibtex.ts';
import { makeCsl } from './csl.ts';
import { findCitationFacts } from './find-citation.ts';

type Find = (slug: string, known: string | null) => Promise<CountRecordFragment | null>;
type Format = 'bib' | 'json';

const types: Record<Format, string> = {
  bib: 'application/x-bibtex; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

/** The citation of a record as a file, as known on the day of `?known=`. */
export async function answerCitation(
  request: Request,
  slug: string,
  find: Find,
  format: Format,
): Promise<Response> {
  const today = await readToday();
  const { known, refused } = readKnown(Object.fromEntries(new URL(request.url).searchParams), today);
  if (refused) return refuse(`“${refused}” is not a day up to today (write YYYY-MM-DD).`, 400);
  const record = await find(slug, known).catch(nullIfRefused);
  if (!record) return refuse('There is no such record, or nobody could know of it on that day.', 404);
  const item = makeCsl(await findCitationFacts(record, known ?? today, today));
  const text = format === 'bib' ? writeBibtex(item) : `${JSON.stringify([item], null, 2)}\n`;
  return new Response(text, {
    headers: {
      'content-type': types[format],
      'content-disposition': `inline; filename="${record.slug}.${format}"`,
    },
  });
}

function refuse(words: string, status: number): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
