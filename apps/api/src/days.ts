import type { Precision } from '@muster/db';

/** ISO day `YYYY-MM-DD`; the only form in which days leave a queries file. */
export type Day = string;

export interface ImpreciseDateRow {
  date: Day;
  precision: Precision;
}

export function toDay(date: Date): Day;
export function toDay(date: Date | null): Day | null;
export function toDay(date: Date | null): Day | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

/** The day as the database driver takes it. */
export function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function toImpreciseDate(date: Date | null, precision: Precision | null): ImpreciseDateRow | null {
  return date && { date: toDay(date), precision: precision ?? 'DAY' };
}

/** True where `day` lies in `[since, until)`; null leaves a side open. */
export function isWithin(day: Day, { since, until }: { since: Day | null; until: Day | null }): boolean {
  return (since === null || since <= day) && (until === null || day < until);
}
