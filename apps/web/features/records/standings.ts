import { queryFromBrowser } from '@/api/query-browser.ts';
import type { Kind } from '@/features/editing/kinds.ts';
import type { BulkRow, Standing } from './bulk.ts';

/** Each is looked up with what refers to it, so a few at a time. */
const AT_ONCE = 10;

/** The records as they stand now, by key; those that are not there any more are left out. Throws where the API does not answer. */
export async function findStandings(
  { entity }: Kind,
  rows: readonly BulkRow[],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    const variables = { entity, ...Object.fromEntries(some.map(({ key }, index) => [`slug${index}`, key])) };
    const answer = await queryFromBrowser<Record<string, Standing | null>, object>(
      writeQuestion(some.length),
      variables,
    );
    some.forEach(({ key }, index) => {
      const standing = answer[`record${index}`];
      if (standing) found.set(key, standing);
    });
  }
  return found;
}

function writeQuestion(count: number): string {
  const places = Array.from({ length: count }, (_, index) => index);
  const fields = places.map(
    (index) =>
      `record${index}: editableRecord(entity: $entity, slug: $slug${index}) { version isOwn actions referrers }`,
  );
  return `query Standings($entity: RecordEntity!, ${places.map((index) => `$slug${index}: String!`).join(', ')}) {
    ${fields.join('\n    ')}
  }`;
}
