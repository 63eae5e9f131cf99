import { sayRange } from '@/features/overview/sentences.ts';
import { countOf } from '@/text/index.ts';
import type { YearRow } from './chart-data.ts';

/** The chart in two or three sentences: the years with the most due and reported, and those of silence. */
export function describeYears(years: readonly YearRow[], asOf: string): string {
  const due = findMost(years, 'due');
  const reported = findMost(years, 'reported');
  if (!due && !reported)
    return 'Nothing with a number and a closed window is on record, so no year has a bar.';
  const parts = [
    due
      ? `Most ${`${due.year + 1}-01-01` > asOf ? 'falls' : 'fell'} due in ${due.year}: ${sayRange(due.range)} people`
      : 'No promise with a number and a closed window falls due',
    reported
      ? `most is reported for ${reported.year}: ${sayRange(reported.range)}`
      : 'no year has a report with a number and a window',
  ];
  const spread = 'Spread evenly over their windows: ';
  const [first = '', ...rest] = parts;
  const opening = `${spread}${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  return [`${[opening, ...rest].join('; ')}.`, describeSilence(years, asOf)].filter(Boolean).join(' ');
}

/** The first of the years with the largest high end. */
function findMost(years: readonly YearRow[], side: 'due' | 'reported') {
  const held = years.flatMap(({ year, [side]: range }) => (range ? [{ year, range }] : []));
  return held.toSorted((a, b) => b.range.high - a.range.high)[0];
}

/** Of the years that are over and in which something fell due, how many nobody reports on. */
function describeSilence(years: readonly YearRow[], asOf: string): string {
  const over = years.filter(({ year, due }) => due && `${year + 1}-01-01` <= asOf);
  const silent = over.filter(({ reported }) => !reported).length;
  if (over.length === 0) return '';
  if (over.length === 1)
    return `The one year that is over and had something due has ${silent ? 'no' : 'a'} report.`;
  const all = countOf(over.length, 'year');
  if (silent === 0) return `Each of the ${all} that are over and had something due has a report.`;
  const how = silent === over.length ? 'none has a' : silent === 1 ? 'one has no' : `${silent} have no`;
  return `Of the ${all} that are over and had something due, ${how} report.`;
}
