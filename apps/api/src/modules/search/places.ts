import { Prisma } from '@muster/db';

type Sql = Prisma.Sql;
const sql = Prisma.sql;

/** Where a kind of record is searched; every SQL speaks of the record as `r`. */
export interface Place {
  type: 'Commitment' | 'ReportedTotal' | 'Event' | 'Source' | 'Program' | 'Provider' | 'Country' | 'Group';
  table: Sql;
  key: Sql;
  /** Its name or title; a hit here weighs most. */
  name: Sql;
  /** Its other words. */
  words: Sql[];
  /** Tables of names that it points to: a column of `r`, the key's SELECT, and the words searched in it. */
  named: { column: Sql; keys: Sql; words: Sql }[];
  /** Columns of days, each with that of its precision; the first weighs most. */
  days: { day: Sql; precision: Sql }[];
  /** When the record holds the figure. */
  holds: (figure: number) => Sql;
  /** Newer first among equals. */
  day: Sql;
  /** What readers may see. */
  visible: (today: string) => Sql;
  /** Added to the score: what is named comes before what names it. */
  weight: number;
}

const NEVER = () => sql`FALSE`;
const ALWAYS = () => sql`TRUE`;
const UNDATED = sql`NULL::date`;
const published = (today: string) => sql`r.state = 'PUBLISHED' AND r.known_on <= ${today}::date`;

const id = sql`r.id`;
const name = sql`n.name`;

const countPlace = {
  table: sql`"count"`,
  key: sql`r.slug`,
  name: sql`r.title`,
  words: [
    sql`r.recipients_stated`,
    sql`r.audience_stated`,
    sql`r.stated_by`,
    sql`r.note`,
    sql`r.window_stated`,
    sql`r.slug`,
  ],
  named: [
    { column: sql`r.program_id`, keys: sql`n.id FROM program n`, words: name },
    {
      column: id,
      keys: sql`p.count_id FROM count_provider p JOIN provider n ON n.id = p.provider_id`,
      words: name,
    },
    {
      column: id,
      keys: sql`p.count_id FROM count_recipient p JOIN country n ON n.iso3 = p.country_iso3`,
      words: name,
    },
    {
      column: id,
      keys: sql`p.count_id FROM count_recipient p JOIN country_group n ON n.id = p.group_id`,
      words: name,
    },
    { column: id, keys: sql`n.count_id FROM claim n`, words: sql`n.fragment` },
    { column: id, keys: sql`n.count_id FROM other_figure n`, words: sql`concat_ws(' ', n.label, n.note)` },
  ],
  // Ends are stored as the first day after.
  days: [
    { day: sql`r.stated_on`, precision: sql`r.stated_on_precision` },
    { day: sql`r.window_start`, precision: sql`r.window_start_precision` },
    { day: sql`(r.window_end - 1)`, precision: sql`r.window_end_precision` },
    { day: sql`(r.window_end_latest - 1)`, precision: sql`r.window_end_precision` },
  ],
  holds: (figure: number) => sql`(r.quantity_low = ${figure}::bigint OR r.quantity_high = ${figure}::bigint
    OR r.id IN (SELECT count_id FROM claim WHERE low = ${figure}::bigint OR high = ${figure}::bigint)
    OR r.id IN (SELECT count_id FROM other_figure WHERE value = ${figure}::bigint))`,
  day: sql`r.stated_on`,
  weight: 5,
} satisfies Omit<Place, 'type' | 'visible'>;

export const PLACES: Place[] = [
  {
    ...countPlace,
    type: 'Commitment',
    visible: (today) => sql`r.kind = 'COMMITMENT' AND ${published(today)}`,
  },
  {
    ...countPlace,
    type: 'ReportedTotal',
    visible: (today) => sql`r.kind = 'REPORTED_TOTAL' AND ${published(today)}`,
  },
  {
    type: 'Event',
    table: sql`event`,
    key: sql`r.slug`,
    name: sql`r.title`,
    words: [
      sql`r.place`,
      sql`r.countries_stated`,
      sql`r.audience_stated`,
      sql`r.stated_by`,
      sql`r.note`,
      sql`r.slug`,
    ],
    named: [
      { column: sql`r.program_id`, keys: sql`n.id FROM program n`, words: name },
      {
        column: id,
        keys: sql`p.event_id FROM event_provider p JOIN provider n ON n.id = p.provider_id`,
        words: name,
      },
      {
        column: id,
        keys: sql`p.event_id FROM event_country p JOIN country n ON n.iso3 = p.country_iso3`,
        words: name,
      },
      {
        column: id,
        keys: sql`p.event_id FROM event_group p JOIN country_group n ON n.id = p.group_id`,
        words: name,
      },
      { column: id, keys: sql`n.event_id FROM event_source n`, words: sql`n.fragment` },
      { column: id, keys: sql`n.event_id FROM other_figure n`, words: sql`concat_ws(' ', n.label, n.note)` },
    ],
    days: [
      { day: sql`r.starts_on`, precision: sql`r.starts_on_precision` },
      { day: sql`r.stated_on`, precision: sql`r.stated_on_precision` },
      { day: sql`(r.ends_on - 1)`, precision: sql`r.ends_on_precision` },
    ],
    holds: (figure) => sql`r.id IN (SELECT event_id FROM other_figure WHERE value = ${figure}::bigint)`,
    day: sql`r.starts_on`,
    visible: published,
    weight: 4,
  },
  {
    type: 'Source',
    table: sql`source`,
    key: sql`r.slug`,
    name: sql`r.title`,
    words: [sql`r.publisher`, sql`r.url`, sql`r.note`, sql`r.derived_from_note`],
    named: [],
    days: [{ day: sql`r.published_on`, precision: sql`r.published_on_precision` }],
    holds: NEVER,
    day: sql`r.published_on`,
    visible: ALWAYS,
    weight: 0,
  },
  namedPlace('Program', sql`program`, [sql`r.description`]),
  namedPlace('Provider', sql`provider`, [sql`r.code`]),
  namedPlace('Group', sql`country_group`, [sql`r.code`]),
  { ...namedPlace('Country', sql`country`, [sql`r.iso3`, sql`r.iso2`]), key: sql`r.iso3`, weight: 20 },
];

function namedPlace(type: Place['type'], table: Sql, words: Sql[]): Place {
  return {
    type,
    table,
    key: sql`r.slug`,
    name: sql`r.name`,
    words,
    named: [],
    days: [],
    holds: NEVER,
    day: UNDATED,
    visible: ALWAYS,
    weight: 10,
  };
}

/** All words of the record itself. */
export function ownWords({ name, words }: Place): Sql {
  return sql`concat_ws(' ', ${name}, ${Prisma.join(words)})`;
}
