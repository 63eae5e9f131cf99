import type { CountFilter, DateRangeInput } from '../../generated/resolvers.ts';
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
  slug: (slugs, bind) => `c.slug = ANY(${bind(slugs)}::text[])`,
  program: (slugs, bind) =>
    `EXISTS (SELECT 1 FROM program p WHERE p.id = c.program_id AND p.slug = ANY(${bind(slugs)}::text[]))`,
  provider: (slugs, bind) =>
    `EXISTS (SELECT 1 FROM count_provider cp JOIN provider v ON v.id = cp.provider_id
      WHERE cp.count_id = c.id AND v.slug = ANY(${bind(slugs)}::text[]))`,
  audience: (values, bind) => isAmong('c.audience', values, bind),
  voice: (values, bind) => isAmong('c.voice', values, bind),
  statedOn: (range, bind) => isWithin('c.stated_on', range, bind),
  knownOn: (range, bind) => isWithin('c.known_on', range, bind),
  quantity: ({ min, max }, bind) =>
    allOf([
      'c.quantity_low IS NOT NULL',
      ...(min == null ? [] : [`c.quantity_low >= ${bind(min)}::int`]),
      ...(max == null ? [] : [`c.quantity_high <= ${bind(max)}::int`]),
    ]),
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

/** The whole filter as one condition; null where a field of it is not in SQL. */
export function writeFilter(filter: CountFilter, bind: Bind): Condition {
  const asked = Object.entries(filter).filter(([, value]) => value != null);
  return allOf(
    asked.map(([field, value]) =>
      (CONDITIONS[field as keyof CountFilter] as (asked: unknown, bind: Bind) => Condition)(value, bind),
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

function isWithin(column: string, { from, until }: DateRangeInput, bind: Bind): Condition {
  return allOf([
    `${column} IS NOT NULL`,
    ...(from == null ? [] : [`${column} >= ${bind(from)}::date`]),
    ...(until == null ? [] : [`${column} < ${bind(until)}::date`]),
  ]);
}
