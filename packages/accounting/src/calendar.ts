import { AccountingError } from './errors.ts';
import type { Interval } from './types.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01 of an ISO day. Throws BAD_DATE for anything else, 2024-02-30 included. */
export function requireDay(iso: string, figureId?: string): number {
  const time = ISO_DAY.test(iso) ? Date.parse(iso) : Number.NaN;
  // Date.parse lets 30 February roll into March.
  if (new Date(time).getUTCDate() !== Number(iso?.slice(8))) {
    const place = figureId === undefined ? '' : ` in figure ${figureId}`;
    throw new AccountingError(
      'BAD_DATE',
      `invalid date: ${iso}${place}`,
      figureId === undefined ? [] : [figureId],
    );
  }
  return time / MILLISECONDS_PER_DAY;
}

/** Both ends of `[from, to)` in days. Throws BAD_DATE when `from` is after `to`. */
export function requirePeriod(from: string, to: string): { from: number; to: number } {
  const period = { from: requireDay(from), to: requireDay(to) };
  if (period.from > period.to)
    throw new AccountingError('BAD_DATE', `from is after its end: ${from} > ${to}`);
  return period;
}

export function formatDay(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Cuts `[from, to)` at every calendar boundary inside it: the first and last piece may be shorter. */
export function cutPeriod(from: number, to: number, interval: Interval): { start: number; end: number }[] {
  const pieces = [];
  for (let start = from; start < to; ) {
    const end = Math.min(findNextBoundary(start, interval), to);
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 };

function findNextBoundary(day: number, interval: Interval): number {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const months = MONTHS[interval];
  const month = (Math.floor(date.getUTCMonth() / months) + 1) * months;
  return date.setUTCFullYear(date.getUTCFullYear(), month, 1) / MILLISECONDS_PER_DAY;
}
