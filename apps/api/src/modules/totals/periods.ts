import type { Day } from '../../days.ts';
import type { BreakdownDimension } from '../../generated/resolvers.ts';
import { addDays, earlierOf, laterOf, MONTHS } from './calendar.ts';
import type { Taken } from './figures.ts';
import type { Period, Question } from './question.ts';
import type { RecordedCount } from './record.ts';

/** How long a calendar period is, in months. */
export const MONTHS_OF = { YEAR: 12, QUARTER: 3, MONTH: 1 } as const satisfies Partial<
  Record<BreakdownDimension, number>
>;

export type PeriodDimension = keyof typeof MONTHS_OF;

/** A calendar period: days `[start, end)`. */
export interface CalendarPeriod {
  key: string;
  label: string;
  start: Day;
  end: Day;
}

/** Days of which both are within. */
type Stretch = [first: Day, last: Day];

/** The calendar periods that stretches of days touch, each once, by their first days. */
export function listPeriods(dimension: PeriodDimension, stretches: Stretch[]): Day[] {
  const months = MONTHS_OF[dimension];
  const starts = new Set<Day>();
  for (const [first, last] of stretches) {
    const until = Math.floor(monthOf(last) / months);
    for (let index = Math.floor(monthOf(first) / months); index <= until; index += 1) {
      starts.add(writeFirstDay(index * months));
    }
  }
  return [...starts];
}

/** The period that starts on a day. */
export function describePeriod(dimension: PeriodDimension, start: Day): CalendarPeriod {
  const end = writeFirstDay(monthOf(start) + MONTHS_OF[dimension]);
  const [year = '', month = ''] = start.split('-');
  const index = Number(month) - 1;
  switch (dimension) {
    case 'YEAR':
      return { key: year, label: year, start, end };
    case 'QUARTER': {
      const quarter = `Q${index / 3 + 1}`;
      return { key: `${year}-${quarter}`, label: `${quarter} ${year}`, start, end };
    }
    case 'MONTH':
      return { key: `${year}-${month}`, label: `${MONTHS[index]} ${year}`, start, end };
  }
}

/** The days of an answer that lie within a calendar period. */
export function cutPeriod({ from, at, statedBefore }: Period, { start, end }: CalendarPeriod): Period {
  return {
    from: from === null ? start : laterOf(from, start),
    at: earlierOf(at, end),
    statedBefore: earlierOf(statedBefore, end),
  };
}

/** Days on which something of a count that takes part is stated, falls due or is reported. */
export function listStretches({ count, readings }: Taken, period: Period, question: Question): Stretch[] {
  const isCommitment = count.kind === 'COMMITMENT';
  const schedule = isCommitment ? question.schedule : 'EVEN';
  const windows = readings.flatMap(({ quantity, window }) => (window && quantity.high > 0 ? [window] : []));
  return [
    ...(isCommitment ? cutStretch(count.knownOn, count.knownOn, period.from, period.statedBefore) : []),
    ...windows.flatMap(({ start, end }) => {
      const last = addDays(end, -1);
      const first = schedule === 'AT_END' ? last : start;
      return cutStretch(first, schedule === 'AT_START' ? start : last, period.from, period.at);
    }),
  ];
}

/** Days that a count which does not take part belongs to: that on which it was stated, and its window. */
export function listOwnStretches({ knownOn, window }: RecordedCount, period: Period): Stretch[] {
  const { start, end, endLatest } = window;
  return [
    ...cutStretch(knownOn, knownOn, period.from, period.statedBefore),
    ...(start !== null && end !== null
      ? cutStretch(start, addDays(endLatest ?? end, -1), period.from, period.at)
      : []),
  ];
}

/** What of the days lies in `[from, until)`; nothing where nothing does. */
function cutStretch(first: Day, last: Day, from: Day | null, until: Day): Stretch[] {
  const start = from === null ? first : laterOf(first, from);
  const end = earlierOf(last, addDays(until, -1));
  return start <= end ? [[start, end]] : [];
}

/** Months since the year 0. */
function monthOf(day: Day): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year * 12 + month - 1;
}

function writeFirstDay(month: number): Day {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
