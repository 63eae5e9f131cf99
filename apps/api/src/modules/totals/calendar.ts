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
  const year = Number(day.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = day.endsWith('-02-29') && !isLeap ? '-03-01' : day.slice(4);
  return `${String(year).padStart(4, '0')}${rest}`;
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
