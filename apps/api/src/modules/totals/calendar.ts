import type { Precision } from '@muster/db';
import type { Day } from '../../days.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

export function countDays(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / MILLISECONDS_PER_DAY;
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

export function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/**
 * Calendar years from `start` to `end`: whole ones from anniversary to anniversary, then the rest as a share of the
 * year that it lies in. 1 January 2004 to 1 January 2009 is 5, leap years or not.
 */
export function countYears(start: Day, end: Day): number {
  let years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
  if (anniversary(start, years) > end) years -= 1;
  const last = anniversary(start, years);
  return years + countDays(last, end) / countDays(last, anniversary(start, years + 1));
}

function anniversary(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** `9 September 2025`. */
export function writeDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `9 September 2025`, `September 2025` or `2025`. */
export function writePeriod(day: Day, precision: Precision): string {
  if (precision === 'DAY') return writeDay(day);
  return writeDay(day)
    .split(' ')
    .slice(precision === 'MONTH' ? 1 : 2)
    .join(' ');
}
