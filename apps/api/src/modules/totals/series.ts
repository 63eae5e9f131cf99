import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { InputError } from '../../errors.ts';
import type { Interval } from '../../generated/resolvers.ts';
import { type CountReference, type Proof, writeNoProof, writeProof } from './answer.ts';
import { addDays, earlierOf, laterOf } from './calendar.ts';
import type { Summand, Taken } from './figures.ts';
import { findUnlinked, findUnlinkedSpan } from './queries-unlinked.ts';
import type { Quantity } from './record.ts';
import { type Asked, type Prepared, prepareAnswer, requireOrdered } from './request.ts';
import { NOBODY, roundRange } from './rounding.ts';
import { type Selection, selectCounts } from './selection.ts';
import { type Ledger, openLedger, type SumsOfBucket, sumReportedUntil, sumUpBuckets } from './sums.ts';
import { NOTHING_UNLINKED, type Unlinked } from './unlinked.ts';

const MOST_BUCKETS = 1_200;
// Before and after all days that four digits of a year can write.
const [FIRST_DAY, LAST_DAY] = ['', ':'];
const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 };

export interface SeriesAnswer extends Proof {
  points: SumsOfBucket[];
  reports: ReportPointRow[];
}

export interface ReportPointRow {
  count: CountReference;
  on: Day;
  cumulativeReported: Quantity;
}

export interface AskedSeries extends Asked {
  interval?: Interval | null;
  to?: Day | null;
}

/**
 * Totals bucket by bucket, whole people; without `lists`, what these would name is left empty. Throws InputError, also
 * for more than 1,200 buckets.
 */
export async function answerSeries(ctx: Context, asked: AskedSeries, lists = true): Promise<SeriesAnswer> {
  const prepared = await prepareAnswer(ctx, asked, { lists });
  const { question, register, groups, isPartial } = prepared;
  const interval = asked.interval ?? 'YEAR';
  // A series over the days of all that takes part leaves none of it out.
  const whole =
    isPartial && asked.from == null && asked.to == null
      ? await findUnlinked(ctx, question, null, register)
      : null;
  const { from, to } = await requireSpan(asked, () => findSpanOfAll(ctx, prepared, whole));
  requireFewBuckets(from, to, interval);
  const period = { from, at: to, statedBefore: to };
  const unlinked =
    whole ?? (isPartial ? await findUnlinked(ctx, question, period, register) : NOTHING_UNLINKED);
  const selection = selectCounts(register, question, period, groups);
  const ledger = openLedger(selection, register.links, question, unlinked);
  return {
    points: sumUpBuckets(ledger, from, to, interval).map(roundBucket),
    ...(lists
      ? { reports: listReports(ledger, from, to), ...writeProof(ledger, register.counts, period) }
      : { reports: [], ...writeNoProof(question, period) }),
  };
}

interface Span {
  from: Day;
  to: Day;
}

async function findSpanOfAll(
  ctx: Context,
  { question, register, groups, isPartial }: Prepared,
  whole: Unlinked | null,
): Promise<Span> {
  const selection = selectCounts(register, question, null, groups);
  const { pledged, due, reported } = whole ?? NOTHING_UNLINKED;
  const unlinked =
    isPartial && !whole ? await findUnlinkedSpan(ctx, question, register) : spanOf(pledged, [due, reported]);
  return findSpan(selection, question.knownOn, unlinked);
}

/** The first and last day of whatever takes part, and of `others`; `knownOn` where that is later, or nothing takes part. */
export function findSpan(
  { commitments, reports }: Selection,
  knownOn: Day,
  others: Span | null = null,
): Span {
  const own = spanOf(commitments, [commitments, reports]);
  const spans = [own, others].flatMap((span) => span ?? []);
  return {
    from: spans.map(({ from }) => from).reduce(earlierOf, spans[0]?.from ?? knownOn),
    to: spans.map(({ to }) => to).reduce(laterOf, knownOn),
  };
}

/** Of the days on which some were stated, and of others' windows; null: of none. */
function spanOf(stated: Summand[], windowed: Summand[][]): Span | null {
  let [from, to] = [LAST_DAY, FIRST_DAY];
  for (const { count } of stated) {
    from = earlierOf(from, count.knownOn);
    to = laterOf(to, count.knownOn);
  }
  if (from <= to) to = addDays(to, 1);
  for (const { readings } of windowed.flat()) {
    for (const { window } of readings) {
      if (!window) continue;
      from = earlierOf(from, window.start);
      to = laterOf(to, window.end);
    }
  }
  return from <= to ? { from, to } : null;
}

async function requireSpan({ from, to }: AskedSeries, findDefault: () => Promise<Span>): Promise<Span> {
  if (from != null && to != null) {
    requireOrdered(from, to, 'to');
    return { from, to };
  }
  const span = await findDefault();
  if (from != null) return { from, to: laterOf(from, span.to) };
  if (to != null) return { from: earlierOf(span.from, to), to };
  return span;
}

function requireFewBuckets(from: Day, to: Day, interval: Interval): void {
  const buckets = from < to ? bucketOf(addDays(to, -1), interval) - bucketOf(from, interval) + 1 : 0;
  if (buckets > MOST_BUCKETS) {
    const words = `${interval} cuts ${from} to ${to} into ${buckets} buckets, more than ${MOST_BUCKETS}`;
    throw new InputError('interval', `${words}; choose a wider interval or a shorter period`);
  }
}

function bucketOf(day: Day, interval: Interval): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Math.floor((year * 12 + month - 1) / MONTHS[interval]);
}

function roundBucket({ start, end, ...sums }: SumsOfBucket): SumsOfBucket {
  const { pledged, due, reported, cumulativeDue, cumulativeReported } = sums;
  return {
    start,
    end,
    pledged: roundRange(pledged),
    due: roundRange(due),
    reported: roundRange(reported),
    cumulativeDue: roundRange(cumulativeDue),
    cumulativeReported: roundRange(cumulativeReported),
  };
}

function listReports(ledger: Ledger, from: Day, to: Day): ReportPointRow[] {
  const ended = ledger.reports
    .flatMap((taken) => {
      const on = endOf(taken);
      return on > from && on <= to ? [{ taken, on }] : [];
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  const ends = [...new Set(ended.map(({ on }) => on))];
  const sums = new Map(
    sumReportedUntil(ledger, from, ends).map((sum, index) => [ends[index], roundRange(sum)]),
  );
  return ended.map(({ taken, on }) => ({
    count: { id: taken.count.id, seenOn: ledger.question.knownOn },
    on,
    cumulativeReported: sums.get(on) ?? NOBODY,
  }));
}

function endOf({ readings }: Taken): Day {
  return readings[0].window?.end ?? '';
}
