import { findDataset } from '@/api/dataset.ts';
import { findPermalink } from '@/api/permalink.ts';
import { toFeedEntry } from './entries.ts';
import type { Feed } from './feed.ts';
import { type Change, findCommitmentChanges, findCountryName, listChanges } from './queries.ts';

const most = 50;

/** The newest changes of all records. `path` is the feed's own. */
export async function findFeed(path: string): Promise<Feed> {
  const { changes } = await listChanges({ first: most });
  return makeFeed(path, '/changes', changes, {
    title: 'Muster: changes of the record',
    subtitle: 'What changed in the published records, when, why and by whom.',
  });
}

/** The newest changes of the records that concern a country; null when there is no such country. */
export async function findCountryFeed(iso3: string, path: string): Promise<Feed | null> {
  const [name, { changes }] = await Promise.all([
    findCountryName(iso3),
    listChanges({ first: most, country: iso3 }),
  ]);
  if (name === null) return null;
  return makeFeed(path, `/countries/${iso3}`, changes, {
    title: `Muster: ${name}`,
    subtitle: describeCountryFeed(name),
  });
}

/** Which records a country's feed follows. */
export function describeCountryFeed(name: string): string {
  return `Changes of the commitments, reported totals and events that name ${name}, as who is trained, who trains or in any other part, or that name a group of which it was a member on the day stated.`;
}

/** The newest changes of one commitment; null when there is none of that name. */
export async function findCommitmentFeed(slug: string, path: string): Promise<Feed | null> {
  const record = await findCommitmentChanges(slug);
  if (!record) return null;
  return makeFeed(path, `/commitments/${slug}`, record.changes.slice(0, most), {
    title: `Muster: ${record.title}`,
    subtitle: 'What changed in this record, when, why and by whom.',
  });
}

async function makeFeed(
  path: string,
  page: string,
  changes: Change[],
  words: Pick<Feed, 'title' | 'subtitle'>,
): Promise<Feed> {
  const [origin, dataset] = await Promise.all([findPermalink(''), findDataset()]);
  return {
    ...words,
    home: `${origin}${page}`,
    self: `${origin}${path}`,
    updated: changes[0]?.at ?? dataset?.publishedAt ?? '1970-01-01T00:00:00Z',
    entries: changes.map((change) => toFeedEntry(change, origin)),
  };
}
