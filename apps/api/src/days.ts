import type { Precision } from '@muster/db';

/** ISO day `YYYY-MM-DD`; the only form in which days leave a queries file. */
export type Day = string;

export interface ImpreciseDateRow {
  date: Day;
  precision: Precision;
}

/** Of a date as Prisma gives it, or as text, in which SQL past it gives days. */
export function toDay(date: Date | Day): Day;
export function toDay(date: Date | Day | null): Day | null;
export function toDay(date: Date | Day | null): Day | null {
  return date instanceof Date ? date.toISOString().slice(0, 10) : date;
}

/** The day as the database driver takes it. */
export function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function toImpreciseDate(
  date: Date | Day | null,
  precision: Precision | null,
): ImpreciseDateRow | null {
  return date === null ? null : { date: toDay(date), precision: precision ?? 'DAY' };
}

/** True where `day` lies in `[since, until)`; null leaves a side open. */
export function isWithin(day: Day, { since, until }: { since: Day | null; until: Day | null }): boolean {
  return (since === null || since <= day) && (until === null || day < until);
}
