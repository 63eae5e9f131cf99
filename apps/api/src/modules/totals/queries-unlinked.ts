import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import type { BreakdownDimension } from '../../generated/resolvers.ts';
import { addDays } from './calendar.ts';
import { writeFilter } from './filter-sql.ts';
import type { Period, Question } from './question.ts';
import type { Register } from './record.ts';
import { listUnits, NO_PROMISE, TRAINED } from './selection.ts';
import { readUnlinked, type Unlinked, type UnlinkedColumns } from './unlinked.ts';
import { type Bind, collectValues } from './values.ts';

// What `selection.ts` says of one count, of all of them at once. A rate without both ends of its window takes no part,
// nor does such a report; such a commitment is pledged, but never due.
const IS_CLOSED = 'c.window_start IS NOT NULL AND c.window_end IS NOT NULL';
const BY_WINDOW = 'c.window_start, c.window_end, c.window_end_latest';
const COLUMNS = `rate, json_agg(known_on) AS "knownOn", json_agg(window_start) AS "start", json_agg(window_end) AS "end",
  json_agg(window_end_latest) AS "endLatest", json_agg(low) AS low, json_agg(high) AS high,
  max(last_report_on) AS "lastReportOn"`;
const SUMS = 'sum(c.quantity_low) AS low, sum(c.quantity_high) AS high';

/** A dimension whose groups SQL can tell: by a column of the count or of its providers, and the key that readers know. */
const GROUPINGS = {
  PROGRAM: {
    column: 'c.program_id',
    key: (it: string) => `(SELECT p.slug FROM program p WHERE p.id = ${it})`,
  },
  PROVIDER: {
    column: 'cp.provider_id',
    key: (it: string) => `(SELECT v.slug FROM provider v WHERE v.id = ${it})`,
  },
  AUDIENCE: { column: 'c.audience', key: (it: string) => it },
  VOICE: { column: 'c.voice', key: (it: string) => it },
} satisfies Partial<Record<BreakdownDimension, { column: string; key: (column: string) => string }>>;

export type GroupedDimension = keyof typeof GROUPINGS;

export function isGroupedInSql(dimension: BreakdownDimension): dimension is GroupedDimension {
  return dimension in GROUPINGS;
}

/**
 * The counts that take part and stand in no link (`linked`: those that do), merged in one statement: a handful of rows,
 * each with its sums in columns, however many counts there are. `period` null: whatever its days.
 */
export async function findUnlinked(
  ctx: Context,
  question: Question,
  period: Period | null,
  linked: Register,
): Promise<Unlinked> {
  return readUnlinked(await findUnlinkedRows(ctx, question, period, linked, []), question.knownOn);
}

/** The same by the keys of their groups, which are in the order of `by`; a joint count is in each of its providers' groups. */
export async function findUnlinkedByGroup(
  ctx: Context,
  question: Question,
  period: Period,
  linked: Register,
  by: readonly GroupedDimension[],
): Promise<{ keys: (string | null)[]; unlinked: Unlinked }[]> {
  const rows = await findUnlinkedRows(ctx, question, period, linked, by);
  const groups = Map.groupBy(rows, ({ keys }) => JSON.stringify(keys));
  return [...groups.values()].map((group) => ({
    keys: group[0]?.keys ?? [],
    unlinked: readUnlinked(group, question.knownOn),
  }));
}

async function findUnlinkedRows(
  { db }: Context,
  question: Question,
  period: Period | null,
  linked: Register,
  by: readonly GroupedDimension[],
): Promise<(UnlinkedColumns & { keys: (string | null)[] })[]> {
  const { values, bind } = collectValues();
  const isTaken = writeTaken(question, linked, bind);
  const [isStated, isReported] = writePeriod(period, bind);
  const isDated = `c.stated_on IS NOT NULL AND c.known_on <= ${bind(period?.at ?? question.knownOn)}::date`;
  const counts = `"count" c${by.includes('PROVIDER') ? ' JOIN count_provider cp ON cp.count_id = c.id' : ''}`;
  const groups = by.map((dimension, index) => ({ ...GROUPINGS[dimension], name: `group_${index}` }));
  const columns = groups.map(({ column, name }) => `${column} AS ${name}, `).join('');
  const columnsOnly = groups.map(({ column }) => `, ${column}`).join('');
  const names = groups.map(({ name }) => `, ${name}`).join('');
  const keys = `json_build_array(${groups.map(({ key, name }) => key(name))}) AS keys`;
  return db.query(
    `SELECT 'due' AS role, ${keys}, ${COLUMNS} FROM (
      SELECT ${columns}c.rate, NULL::date AS known_on, ${BY_WINDOW}, ${SUMS}, NULL::date AS last_report_on
      FROM ${counts} WHERE c.kind = 'COMMITMENT' AND ${IS_CLOSED} AND ${isStated} AND ${isTaken}
      GROUP BY ${BY_WINDOW}, c.rate${columnsOnly}) due GROUP BY rate${names}
    UNION ALL
    SELECT 'reported', ${keys}, ${COLUMNS} FROM (
      SELECT ${columns}c.rate, NULL::date AS known_on, ${BY_WINDOW}, ${SUMS},
        max(c.known_on) FILTER (WHERE ${isDated}) AS last_report_on
      FROM ${counts} WHERE c.kind = 'REPORTED_TOTAL' AND ${IS_CLOSED} AND ${isReported} AND ${isTaken}
      GROUP BY ${BY_WINDOW}, c.rate${columnsOnly}) reported GROUP BY rate${names}
    UNION ALL
    SELECT 'pledged', ${keys}, ${COLUMNS} FROM (
      SELECT ${columns}c.rate, c.known_on, NULL::date AS window_start, NULL::date AS window_end,
        NULL::date AS window_end_latest, ${SUMS}, NULL::date AS last_report_on
      FROM ${counts} WHERE c.kind = 'COMMITMENT' AND c.rate IS NULL AND ${isStated} AND ${isTaken}
      GROUP BY c.rate, c.known_on${columnsOnly}
      UNION ALL
      SELECT ${columns}c.rate, c.known_on, ${BY_WINDOW}, ${SUMS}, NULL
      FROM ${counts} WHERE c.kind = 'COMMITMENT' AND c.rate IS NOT NULL AND ${IS_CLOSED} AND ${isStated} AND ${isTaken}
      GROUP BY c.rate, c.known_on, ${BY_WINDOW}${columnsOnly}) pledged GROUP BY rate${names}`,
    values,
  );
}

/** Whether some count that takes part has several providers, so that it is in several groups. */
export async function hasUnlinkedJointCount(
  { db }: Context,
  question: Question,
  period: Period,
  linked: Register,
): Promise<boolean> {
  const { values, bind } = collectValues();
  const isTaken = writeTaken(question, linked, bind);
  const [isStated, isReported] = writePeriod(period, bind);
  const [answer] = await db.query<{ isJoint: boolean }>(
    `SELECT EXISTS (
      SELECT 1 FROM count_provider one
      JOIN count_provider other ON other.count_id = one.count_id AND other.provider_id > one.provider_id
      JOIN "count" c ON c.id = one.count_id
      WHERE ${isTaken} AND (${IS_CLOSED} OR (c.kind = 'COMMITMENT' AND c.rate IS NULL))
        AND ((c.kind = 'COMMITMENT' AND ${isStated}) OR (c.kind = 'REPORTED_TOTAL' AND ${isReported}))
    ) AS "isJoint"`,
    values,
  );
  return answer?.isJoint ?? false;
}

/** The first and last day of the unlinked counts that take part, as `findSpan` tells those of all; null: there are none. */
export async function findUnlinkedSpan(
  { db }: Context,
  question: Question,
  linked: Register,
): Promise<{ from: Day; to: Day } | null> {
  const { values, bind } = collectValues();
  const [span] = await db.query<{ from: Day | null; to: Day | null; lastStatedOn: Day | null }>(
    `SELECT least(min(c.known_on) FILTER (WHERE c.kind = 'COMMITMENT'), min(c.window_start) FILTER (WHERE ${IS_CLOSED}))
        AS "from",
      max(coalesce(c.window_end_latest, c.window_end)) FILTER (WHERE ${IS_CLOSED}) AS "to",
      max(c.known_on) FILTER (WHERE c.kind = 'COMMITMENT') AS "lastStatedOn"
    FROM "count" c
    WHERE (${IS_CLOSED} OR (c.kind = 'COMMITMENT' AND c.rate IS NULL)) AND ${writeTaken(question, linked, bind)}`,
    values,
  );
  if (!span?.from) return null;
  const ends = [span.to, span.lastStatedOn && addDays(span.lastStatedOn, 1)];
  return {
    from: span.from,
    to:
      ends
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? span.from,
  };
}

/** That a count takes part, its days and its window aside. */
function writeTaken(question: Question, linked: Register, bind: Bind): string {
  const among = (column: string, values: readonly string[]) =>
    `${column} IN (${values.map((it) => `'${it}'`)})`;
  const filter = writeFilter(question.filter, bind);
  if (filter === null) throw new Error('a filter that SQL cannot say was to be summed in SQL');
  return [
    `c.state = 'PUBLISHED' AND c.quantity_low IS NOT NULL`,
    among('c.unit', listUnits(question)),
    among('c.measure', TRAINED),
    `(c.status IS NULL OR NOT ${among('c.status', NO_PROMISE)})`,
    `c.known_on <= ${bind(question.knownOn)}::date`,
    `c.id <> ALL(${bind(linked.counts.map(({ id }) => id))}::int[])`,
    filter,
  ].join(' AND ');
}

/** That a commitment was stated, and a report's window touches, the days asked for. */
function writePeriod(period: Period | null, bind: Bind): [string, string] {
  if (period === null) return ['TRUE', 'TRUE'];
  const until = [
    `c.known_on < ${bind(period.statedBefore)}::date`,
    `c.window_start < ${bind(period.at)}::date`,
  ];
  const from = period.from === null ? null : `${bind(period.from)}::date`;
  const since = [`c.known_on >= ${from}`, `coalesce(c.window_end_latest, c.window_end) > ${from}`];
  const [stated, reported] = [0, 1].map((kind) =>
    [until[kind], ...(from ? [since[kind]] : [])].join(' AND '),
  );
  return [stated ?? '', reported ?? ''];
}
