import { findDataset } from '@/api/dataset.ts';
import { findPermalink } from '@/api/permalink.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { addressOf, countPath } from '@/text/index.ts';
import type { CitationFacts } from './csl.ts';

/** What a citation of a record says; its address keeps the day `at` as of which the record is read. */
export async function findCitationFacts(
  record: CountRecordFragment,
  at: string,
  accessed: string,
): Promise<CitationFacts> {
  const [dataset, permalink] = await Promise.all([
    findDataset(),
    findPermalink(addressOf(countPath(record), { known: at })),
  ]);
  return { record, permalink, at, accessed, licence: dataset?.licence.name ?? null };
}
