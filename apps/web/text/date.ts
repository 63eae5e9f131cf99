import type { ImpreciseDate, Precision, Window } from '@/generated/contract.ts';
import { countOf } from './number.ts';

const long = [
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
const short = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const day = 86_400_000;

type Imprecise = Pick<ImpreciseDate, 'date' | 'precision'>;
type WindowDates = { start?: Imprecise | null; end?: Imprecise | null; endLatest?: string | null };

function split(iso: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = iso.slice(0, 10).split('-').map(Number);
  return [year, month - 1, date];
}

function print(iso: string, precision: Precision, months: string[]): string {
  const [year, month, date] = split(iso);
  if (precision === 'YEAR') return String(year);
  if (precision === 'MONTH') return `${months[month]} ${year}`;
  return `${date} ${months[month]} ${year}`;
}

/** "9 September 2024", "September 2024" or "2024": never finer than its precision. */
export function formatDate({ date, precision }: Imprecise): string {
  return print(date, precision, long);
}

/** "9 Sept 2024", "Sept 2024" or "2024". */
export function formatShortDate({ date, precision }: Imprecise): string {
  return print(date, precision, short);
}

/** "9 September 2024" for an ISO day or instant. */
export function formatDay(iso: string): string {
  return print(iso, 'DAY', long);
}

/** "9 September 2024, 14:05 UTC". */
export function formatInstant(iso: string): string {
  return `${formatDay(iso)}, ${iso.slice(11, 16)} UTC`;
}

/** "Sept 2024" for an ISO day. */
export function formatMonth(iso: string): string {
  return print(iso, 'MONTH', short);
}

/** The ISO day `days` after another. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * day).toISOString().slice(0, 10);
}

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

/** "1,519 days", "1 day". */
export function formatDays(days: number): string {
  return countOf(days, 'day');
}

/** Length in the largest honest word: "9 days", "7 weeks", "15 months", "4 years". */
export function formatDuration(days: number): string {
  if (days < 28) return formatDays(days);
  if (days < 61) return countOf(Math.round(days / 7), 'week');
  const months = Math.round(days / 30.44);
  return months < 24 ? countOf(months, 'month') : countOf(Math.round(days / 365.25), 'year');
}

/**
 * "Sept 2024 – Sept 2025", "2016–2017", "5–18 Sept 2024", "since Sept 2024", "Dec 2022 – Dec 2025, or up to Dec 2027". Ends are stored as the first day after
 * the window and printed as the last day in it, so a calendar year reads as itself.
 */
export function formatWindow(window: WindowDates | Window): string {
  const { start, end } = window;
  if (!start && !end) return 'no window stated';
  if (!end) return start ? `since ${formatShortDate(start)}` : '';
  const lastOf = (date: string) => ({ date: addDays(date, -1), precision: end.precision });
  const last = lastOf(end.date);
  const words = start ? formatSpan(start, last) : `until ${formatShortDate(last)}`;
  const isVague = window.endLatest && window.endLatest > end.date;
  return isVague ? `${words}, or up to ${formatShortDate(lastOf(window.endLatest ?? end.date))}` : words;
}

function formatSpan(first: Imprecise, last: Imprecise): string {
  const [startYear, startMonth, startDay] = split(first.date);
  const [endYear, endMonth, endDay] = split(last.date);
  const sameMonth = startYear === endYear && startMonth === endMonth;
  const exact = first.precision === 'DAY' && last.precision === 'DAY';
  if (first.date === last.date && exact) return formatShortDate(first);
  if (exact && sameMonth) return `${startDay}–${endDay} ${short[endMonth]} ${endYear}`;
  if (first.precision === 'YEAR' || last.precision === 'YEAR') {
    return startYear === endYear ? String(endYear) : `${startYear}–${endYear}`;
  }
  if (sameMonth) return `${short[endMonth]} ${endYear}`;
  if (startYear === endYear) return `${short[startMonth]}–${short[endMonth]} ${endYear}`;
  return `${short[startMonth]} ${startYear} – ${short[endMonth]} ${endYear}`;
}
