import { findDataset } from '@/api/dataset.ts';
import { findPermalink } from '@/api/permalink.ts';
import { toFeedEntry } from './entries.ts';
import type { Feed } from './feed.ts';
import { findCommitmentChanges, listChanges } from './queries.ts';

const most = 50;

/** The newest changes of all records as a feed whose own path is `path`. */
export async function findFeed(path: string): Promise<Feed> {
  const [origin, dataset, { changes }] = await Promise.all([
    findPermalink(''),
    findDataset(),
    listChanges({ first: most }),
  ]);
  return {
    title: 'Muster: changes of the record',
    subtitle: 'What changed in the published records, when, why and by whom.',
    home: `${origin}/changes`,
    self: `${origin}${path}`,
    updated: changes[0]?.at ?? dataset?.publishedAt ?? '1970-01-01T00:00:00Z',
    entries: changes.map((change) => toFeedEntry(change, origin)),
  };
}

/** The newest changes of one commitment; null when there is none of that name. */
export async function findCommitmentFeed(slug: string): Promise<Feed | null> {
  const [origin, record] = await Promise.all([findPermalink(''), findCommitmentChanges(slug)]);
  if (!record) return null;
  const { title, changes } = record;
  return {
    title: `Muster: ${title}`,
    subtitle: 'What changed in this record, when, why and by whom.',
    home: `${origin}/commitments/${slug}`,
    self: `${origin}/commitments/${slug}/changes.atom`,
    updated: changes[0]?.at ?? '1970-01-01T00:00:00Z',
    entries: changes.slice(0, most).map((change) => toFeedEntry(change, origin)),
  };
}
