import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
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

/**
 * The counts that take part and stand in no link (`linked`: those that do), merged in one statement: a handful of rows,
 * each with its sums in columns, however many counts there are. `period` null: whatever its days.
 */
export async function findUnlinked(
  { db }: Context,
  question: Question,
  period: Period | null,
  linked: Register,
): Promise<Unlinked> {
  const { values, bind } = collectValues();
  const isTaken = writeTaken(question, linked, bind);
  const [isStated, isReported] = writePeriod(period, bind);
  const isDated = `c.stated_on IS NOT NULL AND c.known_on <= ${bind(period?.at ?? question.knownOn)}::date`;
  const rows = await db.query<UnlinkedColumns>(
    `SELECT 'due' AS role, ${COLUMNS} FROM (
      SELECT c.rate, NULL::date AS known_on, ${BY_WINDOW}, ${SUMS}, NULL::date AS last_report_on
      FROM "count" c WHERE c.kind = 'COMMITMENT' AND ${IS_CLOSED} AND ${isStated} AND ${isTaken}
      GROUP BY ${BY_WINDOW}, c.rate) due GROUP BY rate
    UNION ALL
    SELECT 'reported', ${COLUMNS} FROM (
      SELECT c.rate, NULL::date AS known_on, ${BY_WINDOW}, ${SUMS},
        max(c.known_on) FILTER (WHERE ${isDated}) AS last_report_on
      FROM "count" c WHERE c.kind = 'REPORTED_TOTAL' AND ${IS_CLOSED} AND ${isReported} AND ${isTaken}
      GROUP BY ${BY_WINDOW}, c.rate) reported GROUP BY rate
    UNION ALL
    SELECT 'pledged', ${COLUMNS} FROM (
      SELECT c.rate, c.known_on, NULL::date AS window_start, NULL::date AS window_end,
        NULL::date AS window_end_latest, ${SUMS}, NULL::date AS last_report_on
      FROM "count" c WHERE c.kind = 'COMMITMENT' AND c.rate IS NULL AND ${isStated} AND ${isTaken}
      GROUP BY c.rate, c.known_on
      UNION ALL
      SELECT c.rate, c.known_on, ${BY_WINDOW}, ${SUMS}, NULL
      FROM "count" c WHERE c.kind = 'COMMITMENT' AND c.rate IS NOT NULL AND ${IS_CLOSED} AND ${isStated} AND ${isTaken}
      GROUP BY c.rate, c.known_on, ${BY_WINDOW}) pledged GROUP BY rate`,
    values,
  );
  return readUnlinked(rows, question.knownOn);
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
