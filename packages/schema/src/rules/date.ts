import { z } from 'zod';
import { choice, PRECISIONS } from './vocabulary.ts';

export type Precision = (typeof PRECISIONS)[number];
export interface ImpreciseDate {
  /** ISO day: within the stated month or year where precision is coarser than a day. */
  date: string;
  precision: Precision;
}

/** A real day of the calendar, YYYY-MM-DD, 1900 to 2199. */
export const isoDay = z
  .string({ error: ({ input }) => (input == null ? 'is required' : 'must be a day: YYYY-MM-DD') })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day: YYYY-MM-DD', abort: true })
  .refine(isRealDay, { error: ({ input }) => `no such day: ${String(input)}`, abort: true })
  .refine((day) => day >= '1900-01-01' && day < '2200-01-01', 'must lie between 1900 and 2199');

export const impreciseDate = z.strictObject({ date: isoDay, precision: choice('precision', PRECISIONS) });

/** Days since 1970-01-01. */
export function toDayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export function addDays(day: string, days: number): string {
  return new Date((toDayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Last day of the day, month or year that a date stands for. */
export function lastDayOf({ date, precision }: ImpreciseDate): string {
  if (precision === 'DAY') return date;
  if (precision === 'YEAR') return `${date.slice(0, 4)}-12-31`;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}
