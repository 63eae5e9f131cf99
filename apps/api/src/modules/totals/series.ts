import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { InputError } from '../../errors.ts';
import type { Interval } from '../../generated/resolvers.ts';
import { type CountReference, type Proof, writeProof } from './answer.ts';
import { addDays, earlierOf, laterOf } from './calendar.ts';
import type { Taken } from './figures.ts';
import type { Quantity } from './record.ts';
import { type Asked, prepareAnswer, requireOrdered } from './request.ts';
import { roundRange } from './rounding.ts';
import { type Selection, selectCounts } from './selection.ts';
import { type Ledger, openLedger, type SumsOfBucket, sumReported, sumUpBuckets } from './sums.ts';

const MOST_BUCKETS = 1_200;
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

/** Totals bucket by bucket, whole people. Throws InputError, also for more than 1,200 buckets. */
export async function answerSeries(ctx: Context, asked: AskedSeries): Promise<SeriesAnswer> {
  const { question, register, groups } = await prepareAnswer(ctx, asked);
  const interval = asked.interval ?? 'YEAR';
  const { from, to } = requireSpan(asked, () =>
    findSpan(selectCounts(register, question, null, groups), question.knownOn),
  );
  requireFewBuckets(from, to, interval);
  const period = { from, at: to, statedBefore: to };
  const ledger = openLedger(selectCounts(register, question, period, groups), register.links, question);
  return {
    points: sumUpBuckets(ledger, from, to, interval).map(roundBucket),
    reports: listReports(ledger, from, to),
    ...writeProof(ledger, register.counts, period),
  };
}

/** The first and last day of whatever takes part; `knownOn` where that is later, or nothing takes part. */
export function findSpan({ commitments, reports }: Selection, knownOn: Day): { from: Day; to: Day } {
  const days = [
    ...commitments.flatMap(({ count }) => [count.knownOn, addDays(count.knownOn, 1)]),
    ...[...commitments, ...reports].flatMap(({ readings }) =>
      readings.flatMap(({ window }) => (window ? [window.start, window.end] : [])),
    ),
  ];
  return {
    from: days.reduce(earlierOf, days[0] ?? knownOn),
    to: days.reduce(laterOf, knownOn),
  };
}

function requireSpan(asked: AskedSeries, findDefault: () => { from: Day; to: Day }): { from: Day; to: Day } {
  if (asked.from != null && asked.to != null) {
    requireOrdered(asked.from, asked.to, 'to');
    return { from: asked.from, to: asked.to };
  }
  const span = findDefault();
  if (asked.from != null) return { from: asked.from, to: laterOf(asked.from, span.to) };
  if (asked.to != null) return { from: earlierOf(span.from, asked.to), to: asked.to };
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
  const sums = new Map<Day, Quantity>();
  const sumAt = (on: Day) => {
    const sum = sums.get(on) ?? roundRange(sumReported(ledger, { from, at: on }));
    sums.set(on, sum);
    return sum;
  };
  return ledger.reports
    .flatMap((taken) => {
      const on = endOf(taken);
      return on > from && on <= to ? [{ taken, on }] : [];
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .map(({ taken, on }) => ({
      count: { id: taken.count.id, seenOn: ledger.question.knownOn },
      on,
      cumulativeReported: sumAt(on),
    }));
}

function endOf({ readings }: Taken): Day {
  return readings[0].window?.end ?? '';
}
