import type { Kind, KindPath } from '@/features/editing/kinds.ts';
import { fieldWords } from '@/features/history/field-words.ts';

/** A column that a list can have beside its title. */
export interface ListColumn {
  key: string;
  label: string;
}

/** What a list begins with, and what it can have besides. */
interface Offer {
  shown: readonly string[];
  more: readonly string[];
}

const countColumns = ['providers', 'program', 'audience', 'statedBy', 'recipientsStated', 'confidence'];
const onRecord = ['slug', 'version'];

const offers: Readonly<Record<KindPath, Offer>> = {
  commitments: {
    shown: ['state', 'number', 'statedOn', 'changed'],
    more: ['window', 'status', ...countColumns, ...onRecord],
  },
  reported: {
    shown: ['state', 'number', 'window', 'changed'],
    more: ['statedOn', ...countColumns, ...onRecord],
  },
  events: {
    shown: ['state', 'kind', 'when', 'changed'],
    more: ['place', 'status', 'program', 'confidence', ...onRecord],
  },
  links: { shown: ['basis', 'standing', 'changed'], more: ['source', 'note', ...onRecord] },
  sources: {
    shown: ['publisher', 'publishedOn', 'changed'],
    more: ['kind', 'language', 'archivedUrl', 'derivedFrom', ...onRecord],
  },
  programs: { shown: ['description', 'changed'], more: onRecord },
  providers: { shown: ['code', 'kind', 'changed'], more: onRecord },
  groups: { shown: ['code', 'kind', 'members', 'changed'], more: ['description', ...onRecord] },
  countries: { shown: ['region', 'changed'], more: ['subregion', ...onRecord] },
};

const labels: Readonly<Record<string, string>> = {
  changed: 'Changed, UTC',
  number: 'Number',
  when: 'When',
  standing: 'Readers',
};

/** Every column of a kind's list, in the order of the table. */
export function columnsOf({ path }: Kind): ListColumn[] {
  const { shown, more } = offers[path];
  // When it was changed stands last, wherever it is chosen.
  const keys = [...shown.filter((key) => key !== 'changed'), ...more, 'changed'];
  return keys.map((key) => ({ key, label: labelOf(path, key) }));
}

/** The columns that a kind's list begins with. */
export const defaultColumns = ({ path }: Kind): readonly string[] => offers[path].shown;

function labelOf(path: KindPath, key: string): string {
  if (key === 'slug' && path === 'links') return 'Number of the link';
  if (key === 'slug' && path === 'countries') return 'ISO code';
  return labels[key] ?? fieldWords(key);
}
