import { type ImpreciseDate, lastDayOf } from './date.ts';

interface Dates {
  statedOn: ImpreciseDate | null;
  /** When each of its sources appeared; null where undated. */
  sourceDates: readonly (ImpreciseDate | null)[];
  /** ISO day on which the record was first published here. */
  recordedOn: string;
}

/**
 * The first day on which the public certainly could know: the last day of the period in which it was stated; else of
 * the earliest dated source's; else the day it was recorded. Never earlier than certain.
 */
export function knownOnOf({ statedOn, sourceDates, recordedOn }: Dates): string {
  if (statedOn !== null) return lastDayOf(statedOn);
  const days = sourceDates.flatMap((date) => (date === null ? [] : [lastDayOf(date)])).sort();
  return days[0] ?? recordedOn;
}
