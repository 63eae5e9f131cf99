import { makeInput, type Result, resultOf } from './commitments.ts';
import type { Newsroom } from './newsroom.ts';
import type { Person } from './people.ts';

/** A kind of record, as its tests need it. */
export interface Kind {
  /** As the contract's type. */
  type: string;
  /** Argument that names a record. */
  key: 'slug' | 'iso3' | 'key';
  entity: string;
  hasStates: boolean;
  /** A whole, valid input of a new record. */
  make(): Record<string, any>;
  /** A change that is valid for that record, and another one of a different field. */
  changes: [Record<string, unknown>, Record<string, unknown>];
  /** A field whose text is shown as it is. */
  text: string;
  /** Wrong inputs, each with the path that must be named. */
  wrong: [path: string, change: Record<string, unknown>][];
}

let last = 0;
const next = () => {
  last += 1;
  return last;
};
const day = (date: string) => ({ date, precision: 'DAY' });

const makeCount = () => {
  const { status: _, ...input } = makeInput({ slug: `report-${next()}` });
  return input;
};
const wrongCounts: Kind['wrong'] = [
  ['program', { program: 'none-such' }],
  ['claims.0.source', { claims: [{ ...makeCount().claims[0], source: 'none-such' }] }],
  ['window.end.date', { window: { start: day('2024-09-05'), end: day('2024-01-01') } }],
];

/** Kinds of records that can be written anew; each needs the newsroom's few names. */
export const kinds: Kind[] = [
  {
    type: 'Commitment',
    key: 'slug',
    entity: 'COMMITMENT',
    hasStates: true,
    make: () => makeInput({ slug: `pledge-of-${next()}` }),
    changes: [{ title: 'Another title' }, { statedBy: 'A spokesman' }],
    text: 'title',
    wrong: wrongCounts,
  },
  {
    type: 'ReportedTotal',
    key: 'slug',
    entity: 'REPORTED_TOTAL',
    hasStates: true,
    make: makeCount,
    changes: [{ title: 'Another title' }, { statedBy: 'A spokesman' }],
    text: 'title',
    wrong: wrongCounts,
  },
  {
    type: 'Event',
    key: 'slug',
    entity: 'EVENT',
    hasStates: true,
    make: () => ({
      slug: `forum-${next()}`,
      title: 'A forum',
      kind: 'FORUM',
      status: null,
      program: 'gsi',
      providers: ['CHN'],
      audienceStated: null,
      startsOn: day('2024-09-08'),
      endsOn: day('2024-09-10'),
      periodStated: null,
      statedOn: day('2024-09-08'),
      statedBy: null,
      place: 'Lianyungang',
      countries: [{ country: 'KEN', role: 'PARTICIPANT' }],
      groups: [{ group: 'GRP:Pacific', role: 'MENTIONED' }],
      countriesStated: null,
      confidence: 'HIGH',
      note: null,
      supersedes: null,
      sources: [{ source: 'daily-2024', fragment: 'a forum', language: 'en', note: null }],
      otherFigures: [],
    }),
    changes: [{ title: 'Another title' }, { place: 'Beijing' }],
    text: 'title',
    wrong: [
      ['endsOn.date', { endsOn: day('2024-01-01') }],
      ['countries.0.country', { countries: [{ country: 'ZZZ', role: 'PARTY' }] }],
      ['groups.0.group', { groups: [{ group: 'GRP:None', role: 'PARTY' }] }],
      ['sources.0.source', { sources: [{ source: 'none-such', language: 'en' }] }],
      ['supersedes', { supersedes: 'none-such' }],
    ],
  },
  {
    type: 'Source',
    key: 'slug',
    entity: 'SOURCE',
    hasStates: false,
    make: () => ({
      slug: `paper-${next()}`,
      title: 'A paper',
      titleIsDescriptive: false,
      publisher: 'Daily',
      url: 'https://example.org/paper',
      archivedUrl: null,
      publishedOn: day('2024-09-09'),
      kind: 'MEDIA',
      language: 'en',
      derivedFrom: null,
      derivedFromNote: null,
      note: null,
    }),
    changes: [{ title: 'Another title' }, { note: 'read on paper' }],
    text: 'title',
    wrong: [
      ['derivedFrom', { derivedFrom: 'none-such' }],
      ['url', { url: 'javascript:alert(1)' }],
      ['archivedUrl', { archivedUrl: 'data:text/html,x' }],
      ['language', { language: 'not a language' }],
    ],
  },
  {
    type: 'Program',
    key: 'slug',
    entity: 'PROGRAM',
    hasStates: false,
    make: () => ({ slug: `program-${next()}`, name: 'A program', description: null }),
    changes: [{ name: 'Another name' }, { description: 'what it is' }],
    text: 'name',
    wrong: [['name', { name: ' ' }]],
  },
  {
    type: 'Provider',
    key: 'slug',
    entity: 'PROVIDER',
    hasStates: false,
    make: () => {
      const n = next();
      return {
        slug: `school-${n}`,
        code: `ORG:S${n}`,
        name: 'A school',
        kind: 'ORGANISATION',
        country: null,
      };
    },
    changes: [{ name: 'Another name' }, { code: 'ORG:Other' }],
    text: 'name',
    wrong: [
      ['country', { code: 'ZZZ', kind: 'COUNTRY', country: 'ZZZ' }],
      ['code', { code: 'CHN' }],
    ],
  },
  {
    type: 'Group',
    key: 'slug',
    entity: 'GROUP',
    hasStates: false,
    make: () => {
      const n = next();
      const members = [{ country: 'FJI', since: '2001-01-01', until: null, note: null }];
      return {
        slug: `group-${n}`,
        code: `GRP:G${n}`,
        name: 'A group',
        kind: 'FORUM',
        description: null,
        members,
      };
    },
    changes: [
      { members: [{ country: 'KEN', since: null, until: null, note: null }] },
      { name: 'Another name' },
    ],
    text: 'name',
    wrong: [
      ['members.0.country', { members: [{ country: 'ZZZ' }] }],
      ['members.0.until', { members: [{ country: 'FJI', since: '2020-01-01', until: '2010-01-01' }] }],
      ['members.1.since', { members: [{ country: 'FJI' }, { country: 'FJI', since: '2020-01-01' }] }],
    ],
  },
];

const ANSWER = `__typename ... on ValidationFailed { problems { path message } }
  ... on NotAllowed { message } ... on NotFound { message }
  ... on Conflict { currentVersion changedBy changedAt fields { field original theirs mine } }`;

const DELETED = '... on RecordDeleted { entity slug } ... on EditConflict { entity slug }';

const lower = (type: string) => `${type[0]?.toLowerCase()}${type.slice(1)}`;

/** The record in an answer, whatever its kind: key, version and, where it has one, state. */
const saved = ({ type, key, hasStates }: Pick<Kind, 'type' | 'key' | 'hasStates'>) =>
  `... on ${type}Saved { record: ${lower(type)} { key: ${key} version ${hasStates ? 'state' : ''} } }`;

/** The mutations of a kind, as one of the newsroom's people sends them. */
export function writeKind(
  { ask }: Pick<Newsroom, 'ask'>,
  kind: Pick<Kind, 'type' | 'key' | 'hasStates'>,
  person: Person | null,
) {
  const { type, key } = kind;
  const keyType = 'String!';
  const send = async (query: string, variables: object): Promise<Result> =>
    resultOf(await ask(person, query, variables));
  const move =
    (verb: string, reason = 'String') =>
    (name: string, version: number, why?: string) =>
      send(
        `mutation ($name: ${keyType}, $version: Int!, $why: ${reason}) {
        result: ${verb}${type}(${key}: $name, version: $version, reason: $why) {
          ${ANSWER} ${verb === 'delete' ? DELETED : saved(kind)} } }`,
        { name, version, why },
      );
  return {
    create: (input: unknown) => send(createOf(kind), { input }),
    update: (name: string, version: number, input: unknown) =>
      send(
        `mutation ($name: ${keyType}, $version: Int!, $input: ${type}Input!) {
          result: update${type}(${key}: $name, version: $version, input: $input) { ${ANSWER} ${saved(kind)} } }`,
        { name, version, input },
      ),
    submit: move('submit'),
    publish: move('publish'),
    retract: move('retract', 'String!'),
    remove: move('delete'),
  };
}

export const createOf = (kind: Pick<Kind, 'type' | 'key' | 'hasStates'>) =>
  `mutation ($input: ${kind.type}Input!) { result: create${kind.type}(input: $input) { ${ANSWER} ${saved(kind)} } }`;
