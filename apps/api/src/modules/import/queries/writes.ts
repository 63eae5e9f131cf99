import { Prisma } from '@muster/db';
import type { Entity } from '../entities.ts';

/** Rows of import_chosen, as a subquery in brackets. */
type Rows = Prisma.Sql;

interface Column {
  name: string;
  /** What stands in it, of the staged row r. */
  value: string;
}

const text = (name: string, field: string): Column => ({ name, value: `r.record->>'${field}'` });
const enumeration = (name: string, field: string, type: string): Column => ({
  name,
  value: `(r.record->>'${field}')::"${type}"`,
});
const dated = (name: string, path: string): Column[] => [
  { name, value: `(r.record#>>'{${path},date}')::date` },
  { name: `${name}_precision`, value: `(r.record#>>'{${path},precision}')::"Precision"` },
];
const derived = (name: string, field: string, type: string): Column => ({
  name,
  value: `(r.derived->>'${field}')::${type}`,
});
const program: Column = {
  name: 'program_id',
  value: `(SELECT p.id FROM program p WHERE p.slug = r.record->>'program')`,
};

const COUNT: Column[] = [
  text('title', 'title'),
  program,
  enumeration('unit', 'unit', 'Unit'),
  enumeration('measure', 'measure', 'Measure'),
  enumeration('audience', 'audience', 'Audience'),
  text('audience_stated', 'audienceStated'),
  derived('quantity_low', 'low', 'int'),
  derived('quantity_high', 'high', 'int'),
  text('qualifier_stated', 'qualifierStated'),
  enumeration('rate', 'rate', 'Rate'),
  ...dated('window_start', 'window,start'),
  ...dated('window_end', 'window,end'),
  { name: 'window_end_latest', value: `(r.record#>>'{window,endLatest}')::date` },
  { name: 'window_stated', value: `r.record#>>'{window,stated}'` },
  ...dated('stated_on', 'statedOn'),
  derived('known_on', 'knownOn', 'date'),
  text('stated_by', 'statedBy'),
  enumeration('voice', 'voice', 'Voice'),
  enumeration('recipient_scope', 'recipientScope', 'RecipientScope'),
  text('recipients_stated', 'recipientsStated'),
  enumeration('status', 'status', 'CommitmentStatus'),
  enumeration('confidence', 'confidence', 'Confidence'),
  text('note', 'note'),
];

const EVENT: Column[] = [
  text('title', 'title'),
  enumeration('kind', 'kind', 'EventKind'),
  enumeration('status', 'status', 'EventStatus'),
  program,
  text('audience_stated', 'audienceStated'),
  ...dated('starts_on', 'startsOn'),
  ...dated('ends_on', 'endsOn'),
  text('period_stated', 'periodStated'),
  ...dated('stated_on', 'statedOn'),
  derived('known_on', 'knownOn', 'date'),
  text('stated_by', 'statedBy'),
  text('place', 'place'),
  text('countries_stated', 'countriesStated'),
  enumeration('confidence', 'confidence', 'Confidence'),
  text('note', 'note'),
];

const SOURCE: Column[] = [
  text('title', 'title'),
  { name: 'title_is_descriptive', value: `(r.record->>'titleIsDescriptive')::boolean` },
  text('publisher', 'publisher'),
  text('url', 'url'),
  text('archived_url', 'archivedUrl'),
  ...dated('published_on', 'publishedOn'),
  enumeration('kind', 'kind', 'SourceKind'),
  text('language', 'language'),
  text('derived_from_note', 'derivedFromNote'),
  text('note', 'note'),
];

const GROUP: Column[] = [
  text('name', 'name'),
  enumeration('kind', 'kind', 'GroupKind'),
  text('description', 'description'),
];
const PROVIDER: Column[] = [
  text('name', 'name'),
  enumeration('kind', 'kind', 'ProviderKind'),
  text('country_iso3', 'country'),
];
const PROGRAM: Column[] = [text('name', 'name'), text('description', 'description')];
const COUNTRY: Column[] = [
  text('iso2', 'iso2'),
  text('m49', 'm49'),
  text('name', 'name'),
  text('region_m49', 'regionM49'),
  text('subregion_m49', 'subregionM49'),
];
const LINK: Column[] = [
  enumeration('basis', 'basis', 'LinkBasis'),
  text('note', 'note'),
  { name: 'source_id', value: `(SELECT s.id FROM source s WHERE s.slug = r.record->>'source')` },
];

const id: Column = { name: 'id', value: 'r.entity_id' };
const slug = text('slug', 'slug');
const code = text('code', 'code');

type State = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED';

const stated = (columns: Column[], state: State): Column[] => [
  ...columns,
  { name: 'state', value: `'${state}'::"RecordState"` },
  { name: 'published_at', value: state === 'PUBLISHED' ? 'now()' : 'NULL::timestamptz' },
];
const kind = (value: string): Column => ({ name: 'kind', value: `'${value}'::"CountKind"` });

/** What adds new rows; a record that is there meanwhile breaks a constraint. */
export const INSERTS: Record<Entity, (rows: Rows, state: State) => Prisma.Sql> = {
  Country: (rows) => insert('country', [text('iso3', 'iso3'), ...COUNTRY], rows),
  Group: (rows) => insert('country_group', [id, slug, code, ...GROUP], rows),
  Provider: (rows) => insert('provider', [id, slug, code, ...PROVIDER], rows),
  Program: (rows) => insert('program', [id, slug, ...PROGRAM], rows),
  Source: (rows) => insert('source', [id, slug, ...SOURCE], rows),
  Commitment: (rows, state) => insert('count', stated([id, kind('COMMITMENT'), slug, ...COUNT], state), rows),
  ReportedTotal: (rows, state) =>
    insert('count', stated([id, kind('REPORTED_TOTAL'), slug, ...COUNT], state), rows),
  Event: (rows, state) => insert('event', stated([id, slug, ...EVENT], state), rows),
  Link: (rows) =>
    insert(
      'link',
      [
        id,
        { name: 'from_id', value: `(SELECT c.id FROM count c WHERE c.slug = r.record->>'from')` },
        { name: 'to_id', value: `(SELECT c.id FROM count c WHERE c.slug = r.record->>'to')` },
        enumeration('relation', 'relation', 'LinkRelation'),
        ...LINK,
      ],
      rows,
    ),
};

/** What changes stored rows, counts and events only at the version that was looked at; of others, see `requireUnmoved`. */
export const UPDATES: Record<Entity, (rows: Rows) => Prisma.Sql> = {
  Country: (rows) => update('country', COUNTRY, rows, 't.iso3 = r.name'),
  Group: (rows) => update('country_group', GROUP, rows, 't.id = r.entity_id'),
  Provider: (rows) => update('provider', PROVIDER, rows, 't.id = r.entity_id'),
  Program: (rows) => update('program', PROGRAM, rows, 't.id = r.entity_id'),
  Source: (rows) => update('source', SOURCE, rows, 't.id = r.entity_id'),
  Commitment: (rows) => updateVersion('count', COUNT, rows),
  ReportedTotal: (rows) => updateVersion('count', COUNT, rows),
  Event: (rows) => updateVersion('event', EVENT, rows),
  Link: (rows) => update('link', LINK, rows, 't.id = r.entity_id'),
};

function insert(table: string, columns: readonly Column[], rows: Rows): Prisma.Sql {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map(({ value }) => value).join(', ');
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}" (${names}) SELECT ${values}`)} FROM ${rows} r ORDER BY r.position`;
}

function update(table: string, columns: readonly Column[], rows: Rows, on: string): Prisma.Sql {
  const raised = [
    ...columns,
    { name: 'version', value: 't.version + 1' },
    { name: 'updated_at', value: 'now()' },
  ];
  const sets = raised.map(({ name, value }) => `"${name}" = ${value}`).join(', ');
  return Prisma.sql`UPDATE ${Prisma.raw(`"${table}" t SET ${sets}`)} FROM ${rows} r WHERE ${Prisma.raw(on)}`;
}

function updateVersion(table: string, columns: readonly Column[], rows: Rows): Prisma.Sql {
  return update(table, columns, rows, 't.id = r.entity_id AND t.version = r.version');
}

const OF_COUNT = ['count_provider', 'count_recipient', 'claim', 'other_figure'];
const OF_EVENT = ['event_provider', 'event_country', 'event_group', 'event_source', 'other_figure'];

/** What takes away what belonged to changed records. */
export const CLEARS: Partial<Record<Entity, Prisma.Sql[]>> = {
  Group: [clear('group_membership', 'group_id')],
  Commitment: OF_COUNT.map((table) => clear(table, 'count_id')),
  ReportedTotal: OF_COUNT.map((table) => clear(table, 'count_id')),
  Event: OF_EVENT.map((table) => clear(table, 'event_id')),
};

/** What adds what belongs to the chosen records. A name that is gone meanwhile breaks a constraint. */
export const RELATIONS: Partial<Record<Entity, Prisma.Sql[]>> = {
  Group: [
    Prisma.sql`INSERT INTO group_membership (group_id, country_iso3, since, until, note)
      SELECT r.entity_id, m.value->>'country', (m.value->>'since')::date, (m.value->>'until')::date, m.value->>'note'
      FROM import_chosen r, jsonb_array_elements(r.record->'members') WITH ORDINALITY m ORDER BY r.position, m.ordinality`,
  ],
  Commitment: ofCount(),
  ReportedTotal: ofCount(),
  Event: [
    providersOf('event_provider', 'event_id'),
    Prisma.sql`INSERT INTO event_country (event_id, country_iso3, role, position)
      SELECT r.entity_id, c.value->>'country', (c.value->>'role')::"CountryRole", c.ordinality - 1
      FROM import_chosen r, jsonb_array_elements(r.record->'countries') WITH ORDINALITY c`,
    Prisma.sql`INSERT INTO event_group (event_id, group_id, role, position)
      SELECT r.entity_id, g.id, (c.value->>'role')::"CountryRole", c.ordinality - 1
      FROM import_chosen r CROSS JOIN jsonb_array_elements(r.record->'groups') WITH ORDINALITY c
      LEFT JOIN country_group g ON g.code = c.value->>'group'`,
    Prisma.sql`INSERT INTO event_source (event_id, source_id, position, fragment, language, note)
      SELECT r.entity_id, s.id, c.ordinality - 1, c.value->>'fragment', c.value->>'language', c.value->>'note'
      FROM import_chosen r CROSS JOIN jsonb_array_elements(r.record->'sources') WITH ORDINALITY c
      LEFT JOIN source s ON s.slug = c.value->>'source'`,
    figuresOf('event_id'),
  ],
};

function ofCount(): Prisma.Sql[] {
  return [
    providersOf('count_provider', 'count_id'),
    Prisma.sql`INSERT INTO count_recipient (count_id, position, country_iso3, group_id, share_low, share_high)
      SELECT r.entity_id, c.ordinality - 1, c.value->>'country', g.id, (c.value->>'shareLow')::int, (c.value->>'shareHigh')::int
      FROM import_chosen r CROSS JOIN jsonb_array_elements(r.record->'recipients') WITH ORDINALITY c
      LEFT JOIN country_group g ON g.code = c.value->>'group'`,
    Prisma.sql`INSERT INTO claim (count_id, source_id, position, low, high, qualifier, fragment, locator, language, rank,
        rank_reason, note)
      SELECT r.entity_id, s.id, c.ordinality - 1, (c.value->>'low')::int, (c.value->>'high')::int,
        (c.value->>'qualifier')::"Qualifier", c.value->>'fragment', c.value->>'locator', c.value->>'language',
        (c.value->>'rank')::"ClaimRank", c.value->>'rankReason', c.value->>'note'
      FROM import_chosen r CROSS JOIN jsonb_array_elements(r.record->'claims') WITH ORDINALITY c
      LEFT JOIN source s ON s.slug = c.value->>'source'`,
    figuresOf('count_id'),
  ];
}

function clear(table: string, column: string): Prisma.Sql {
  return Prisma.sql`DELETE FROM ${Prisma.raw(`"${table}" WHERE "${column}"`)} IN (
    SELECT r.entity_id FROM import_chosen r WHERE r.verdict = 'CHANGED')`;
}

function providersOf(table: string, column: string): Prisma.Sql {
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}" ("${column}", provider_id, position)`)}
    SELECT r.entity_id, p.id, c.ordinality - 1
    FROM import_chosen r CROSS JOIN jsonb_array_elements_text(r.record->'providers') WITH ORDINALITY c
    LEFT JOIN provider p ON p.code = c.value`;
}

function figuresOf(column: string): Prisma.Sql {
  return Prisma.sql`INSERT INTO other_figure (${Prisma.raw(column)}, position, label, value, qualifier, note)
    SELECT r.entity_id, c.ordinality - 1, c.value->>'label', (c.value->>'value')::bigint, c.value->>'qualifier',
      c.value->>'note'
    FROM import_chosen r, jsonb_array_elements(r.record->'otherFigures') WITH ORDINALITY c`;
}
