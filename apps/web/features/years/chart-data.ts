import type { PairedBarsData, PairedYear } from '@/charts/paired-bars/index.ts';
import { formatShortDate, type Range } from '@/text/index.ts';
import type { Years } from './queries.ts';

/** A year's amounts as the chart and the table show them; null where the record is silent, never zero for it. */
export interface YearRow extends PairedYear {
  /** First day, and first day after it, that the amounts cover. */
  start: string;
  end: string;
  /** Promised by the end of it. */
  pledged: Range | null;
}

/** One row per year. What begins after the day of knowledge cannot have been reported. */
export function toYearRows(points: Years['points'], asOf: string): YearRow[] {
  return points.map(({ start, end, pledged, due, reported }) => ({
    year: Number(start.slice(0, 4)),
    start,
    end,
    pledged: orNull(pledged),
    due: orNull(due),
    reported: start > asOf ? null : orNull(reported),
  }));
}

export function toPairedBars(years: YearRow[], asOf: string): PairedBarsData {
  return { years, asOf, asOfLabel: labelAsOf(asOf) };
}

/** The mark of the day on which the record is read: named, since a picture outlives its day. */
export function labelAsOf(day: string): string {
  return `as known on ${formatShortDate({ date: day, precision: 'DAY' })}`;
}

function orNull(range: Range): Range | null {
  return range.high > 0 ? { low: range.low, high: range.high } : null;
}
