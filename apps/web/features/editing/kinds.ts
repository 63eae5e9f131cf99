import {
  commitmentInput,
  countryInput,
  eventInput,
  groupInput,
  linkInput,
  programInput,
  providerInput,
  reportedTotalInput,
  sourceInput,
} from '@muster/schema/rules';
import type * as api from '@/generated/contract.ts';

/** What the admin pages must know of a kind of record that editors write. */
export interface Kind {
  entity: api.RecordEntity;
  /** Folder of its admin pages: `/admin/<path>`. */
  path: KindPath;
  /** The contract's type; mutations, inputs and answers are named after it. */
  type: string;
  /** The field that names a record in addresses and mutations. */
  key: 'slug' | 'iso3' | 'key';
  noun: string;
  plural: string;
  /** Whether a record moves from draft to review to readers; what is written of other kinds holds at once. */
  hasStates: boolean;
  /** Whether records can be written anew and deleted. */
  isOpen: boolean;
  /** Whether public totals hang on it. */
  changesTotals: boolean;
  /** Folder of its public pages; null where it has none. */
  publicPath: string | null;
  rules: Rules;
  /** What a new one begins with, beside empty fields. */
  blank: Readonly<Record<string, unknown>>;
}

type Rules =
  | typeof commitmentInput
  | typeof reportedTotalInput
  | typeof eventInput
  | typeof sourceInput
  | typeof programInput
  | typeof providerInput
  | typeof groupInput
  | typeof linkInput
  | typeof countryInput;

export type KindPath =
  | 'commitments'
  | 'reported'
  | 'events'
  | 'sources'
  | 'programs'
  | 'providers'
  | 'groups'
  | 'countries'
  | 'links';

export const blankClaim = { language: 'en', rank: 'NORMAL' };
export const blankEventSource = { language: 'en' };

const blankCount = {
  unit: 'PEOPLE',
  measure: 'TRAINEES',
  audience: 'POLICE',
  voice: 'PROVIDER',
  recipientScope: 'UNSPECIFIED',
  confidence: 'MEDIUM',
  claims: [blankClaim],
};

/** In the order in which the pages list them. */
export const kinds: Readonly<Record<KindPath, Kind>> = {
  commitments: {
    entity: 'COMMITMENT',
    path: 'commitments',
    type: 'Commitment',
    key: 'slug',
    noun: 'commitment',
    plural: 'commitments',
    hasStates: true,
    isOpen: true,
    changesTotals: true,
    publicPath: '/commitments',
    rules: commitmentInput,
    blank: { ...blankCount, status: 'ANNOUNCED' },
  },
  reported: {
    entity: 'REPORTED_TOTAL',
    path: 'reported',
    type: 'ReportedTotal',
    key: 'slug',
    noun: 'reported total',
    plural: 'reported totals',
    hasStates: true,
    isOpen: true,
    changesTotals: true,
    publicPath: '/reported',
    rules: reportedTotalInput,
    blank: blankCount,
  },
  events: {
    entity: 'EVENT',
    path: 'events',
    type: 'Event',
    key: 'slug',
    noun: 'event',
    plural: 'events',
    hasStates: true,
    isOpen: true,
    changesTotals: false,
    publicPath: '/events',
    rules: eventInput,
    blank: { kind: 'FORUM', confidence: 'MEDIUM', sources: [blankEventSource] },
  },
  links: {
    entity: 'LINK',
    path: 'links',
    type: 'Link',
    key: 'key',
    noun: 'link',
    plural: 'links',
    hasStates: false,
    isOpen: true,
    changesTotals: true,
    publicPath: null,
    rules: linkInput,
    blank: { basis: 'INFERRED' },
  },
  sources: {
    entity: 'SOURCE',
    path: 'sources',
    type: 'Source',
    key: 'slug',
    noun: 'source',
    plural: 'sources',
    hasStates: false,
    isOpen: true,
    changesTotals: false,
    publicPath: '/sources',
    rules: sourceInput,
    blank: { kind: 'MEDIA', language: 'en' },
  },
  programs: {
    entity: 'PROGRAM',
    path: 'programs',
    type: 'Program',
    key: 'slug',
    noun: 'program',
    plural: 'programs',
    hasStates: false,
    isOpen: true,
    changesTotals: false,
    publicPath: '/programs',
    rules: programInput,
    blank: {},
  },
  providers: {
    entity: 'PROVIDER',
    path: 'providers',
    type: 'Provider',
    key: 'slug',
    noun: 'provider',
    plural: 'providers',
    hasStates: false,
    isOpen: true,
    changesTotals: false,
    publicPath: '/providers',
    rules: providerInput,
    blank: { kind: 'COUNTRY' },
  },
  groups: {
    entity: 'GROUP',
    path: 'groups',
    type: 'Group',
    key: 'slug',
    noun: 'group',
    plural: 'groups',
    hasStates: false,
    isOpen: true,
    changesTotals: false,
    publicPath: null,
    rules: groupInput,
    blank: { kind: 'INFORMAL' },
  },
  countries: {
    entity: 'COUNTRY',
    path: 'countries',
    type: 'Country',
    key: 'iso3',
    noun: 'country',
    plural: 'countries',
    hasStates: false,
    isOpen: false,
    changesTotals: false,
    publicPath: '/countries',
    rules: countryInput,
    blank: {},
  },
};

export const kindOf = (entity: api.RecordEntity): Kind => {
  const kind = Object.values(kinds).find((candidate) => candidate.entity === entity);
  if (!kind) throw new Error(`no pages for ${entity}`);
  return kind;
};

/** The kind whose admin pages stand in this folder; null for other addresses. */
export function findKind(path: string): Kind | null {
  return Object.hasOwn(kinds, path) ? kinds[path as KindPath] : null;
}

/** Admin page of a record. */
export const editPath = ({ path }: Kind, slug: string) => `/admin/${path}/${encodeURIComponent(slug)}`;

/** Its page for readers; null where they have none. What was taken back keeps its address, with the reason. */
export function findPublicPath(
  { publicPath, hasStates }: Kind,
  key: string,
  state: api.RecordState | null,
): string | null {
  if (publicPath === null) return null;
  return !hasStates || state === 'PUBLISHED' || state === 'RETRACTED'
    ? `${publicPath}/${encodeURIComponent(key)}`
    : null;
}
