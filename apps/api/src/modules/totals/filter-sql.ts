import { type RecordedDays, readEndRange, readRange } from '../../date-range.ts';
import type { CountFilter } from '../../generated/resolvers.ts';
import type { Bind } from './values.ts';

/**
 * A condition on `c`, a row of "count": what `filter.ts` holds true of a count, said in SQL with its values bound.
 * Null where SQL cannot say it in the same way, so that the counts themselves must be read.
 */
type Condition = string | null;

type Conditions = {
  [Field in keyof CountFilter]-?: (asked: NonNullable<CountFilter[Field]>, bind: Bind) => Condition;
};

const EVERYTHING = 'TRUE';

// A field is not in SQL until somebody says how: a new one of the contract fails to compile here.
const CONDITIONS: Conditions = {
  and: (parts, bind) => allOf(parts.map((part) => writePart(part, bind))),
  or: (parts, bind) => anyOf(parts.map((part) => writePart(part, bind))),
  not: (part, bind) => notOf(writePart(part, bind)),
  slug: (slugs, bind) => `c.slug = ANY(${bind(slugs)}::text[])`,
  program: (slugs, bind) =>
    `EXISTS (SELECT 1 FROM program p WHERE p.id = c.program_id AND p.slug = ANY(${bind(slugs)}::text[]))`,
  provider: (slugs, bind) => hasProvider(`v.slug = ANY(${bind(slugs)}::text[])`),
  providerCountry: (codes, bind) => hasProvider(`v.country_iso3 = ANY(${bind(codes)}::text[])`),
  membership: ({ group, on }, bind) => {
    const day = `${bind(on)}::date`;
    return `EXISTS (SELECT 1 FROM count_recipient r JOIN group_membership m ON m.country_iso3 = r.country_iso3
      JOIN country_group g ON g.id = m.group_id
      WHERE r.count_id = c.id AND g.slug = ${bind(group)}::text
        AND (m.since IS NULL OR m.since <= ${day}) AND (m.until IS NULL OR ${day} < m.until))`;
  },
  recipientScope: (values, bind) => isAmong('c.recipient_scope', values, bind),
  audience: (values, bind) => isAmong('c.audience', values, bind),
  voice: (values, bind) => isAmong('c.voice', values, bind),
  status: (values, bind) => isAmong('c.status', values, bind),
  confidence: (values, bind) => isAmong('c.confidence', values, bind),
  statedOn: (range, bind) => isRecorded('c.stated_on', 'c.stated_on_precision', readRange(range), bind),
  knownOn: (range, bind) => isWithin('c.known_on', readRange(range), bind),
  windowStart: (range, bind) =>
    isRecorded('c.window_start', 'c.window_start_precision', readRange(range), bind),
  // Which readings of an end that is a range must lie within depends on how it is asked for.
  windowEnd: (range, bind) =>
    range.reading == null || range.reading === 'FIRST_DAY'
      ? isRecorded('c.window_end', 'c.window_end_precision', readEndRange(range), bind)
      : null,
  publishedAt: (range, bind) => isWithin("(c.published_at AT TIME ZONE 'UTC')::date", readRange(range), bind),
  quantity: ({ min, max }, bind) =>
    allOf([
      'c.quantity_low IS NOT NULL',
      ...(min == null ? [] : [`c.quantity_low >= ${bind(min)}::int`]),
      ...(max == null ? [] : [`c.quantity_high <= ${bind(max)}::int`]),
    ]),
  hasQuantity: (isAsked) => isPresent('c.quantity_low IS NOT NULL', isAsked),
  hasRate: (isAsked) => isPresent('c.rate IS NOT NULL', isAsked),
  hasWindow: (isAsked) => isPresent('c.window_start IS NOT NULL AND c.window_end IS NOT NULL', isAsked),
  // They choose lists only.
  unit: () => EVERYTHING,
  measure: () => EVERYTHING,
  // Whom a count may concern, and with which part of it, is a matter of its recipients' members on its day.
  country: () => null,
  group: () => null,
  // Nothing without a country or a group.
  byName: () => EVERYTHING,
  // Databases differ in what they take for the same letter.
  text: () => null,
};

// Within `and`, `or` and `not` they choose as lists do.
const PART_CONDITIONS: Conditions = {
  ...CONDITIONS,
  unit: (values, bind) => isAmong('c.unit', values, bind),
  measure: (values, bind) => isAmong('c.measure', values, bind),
};

/** The whole filter as one condition; null where a field of it is not in SQL. */
export function writeFilter(filter: CountFilter, bind: Bind): Condition {
  return writeFields(filter, CONDITIONS, bind);
}

/** The filter as lists read it. */
export function writePart(filter: CountFilter, bind: Bind): Condition {
  return writeFields(filter, PART_CONDITIONS, bind);
}

function writeFields(filter: CountFilter, conditions: Conditions, bind: Bind): Condition {
  const asked = Object.entries(filter).filter(([, value]) => value != null);
  return allOf(
    asked.map(([field, value]) =>
      (conditions[field as keyof CountFilter] as (asked: unknown, bind: Bind) => Condition)(value, bind),
    ),
  );
}

/** Whether SQL can tell which counts the filter takes. */
export function isInSql(filter: CountFilter): boolean {
  return writeFilter(filter, () => '') !== null;
}

/** All hold; of no conditions, true. Null where one is not in SQL. */
export function allOf(conditions: Condition[]): Condition {
  return join(conditions, 'AND', EVERYTHING);
}

/** At least one holds; of no conditions, false. Null where one is not in SQL. */
export function anyOf(conditions: Condition[]): Condition {
  return join(conditions, 'OR', 'FALSE');
}

/** It does not hold: what a silent column leaves unknown does not hold either, and its opposite therefore does. */
export function notOf(condition: Condition): Condition {
  return condition && `(${condition}) IS NOT TRUE`;
}

function join(conditions: Condition[], word: 'AND' | 'OR', none: string): Condition {
  if (conditions.includes(null)) return null;
  return conditions.length === 0 ? none : `(${conditions.join(` ${word} `)})`;
}

// Compared one by one, the values take the column's own type, whichever schema it lives in.
function isAmong(column: string, values: readonly string[], bind: Bind): Condition {
  return values.length === 0 ? 'FALSE' : `${column} IN (${values.map(bind).join(', ')})`;
}

function isPresent(condition: string, isAsked: boolean): string {
  return isAsked ? `(${condition})` : `NOT (${condition})`;
}

function hasProvider(condition: string): string {
  return `EXISTS (SELECT 1 FROM count_provider cp JOIN provider v ON v.id = cp.provider_id
    WHERE cp.count_id = c.id AND ${condition})`;
}

/** A date with the precision beside it. */
function isRecorded(column: string, precisionColumn: string, ranges: RecordedDays[], bind: Bind): Condition {
  return anyOf(
    ranges.map((days) =>
      allOf([`${precisionColumn} = ${bind(days.precision)}`, isBetween(column, days, bind)]),
    ),
  );
}

/** A whole day. */
function isWithin(column: string, ranges: RecordedDays[], bind: Bind): Condition {
  const days = ranges.find(({ precision }) => precision === 'DAY');
  return days ? isBetween(column, days, bind) : 'FALSE';
}

function isBetween(column: string, { from, until }: RecordedDays, bind: Bind): Condition {
  return allOf([
    `${column} IS NOT NULL`,
    ...(from === null ? [] : [`${column} >= ${bind(from)}::date`]),
    ...(until === null ? [] : [`${column} < ${bind(until)}::date`]),
  ]);
}
