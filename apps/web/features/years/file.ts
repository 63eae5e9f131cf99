import { drawPairs, listMarks } from '@/charts/paired-bars/index.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import type { FileColumn, ViewFile } from '@/files/view-file.ts';
import type { CsvValue } from '@/text/csv.ts';
import { toPairedBars, toYearRows, type YearRow } from './chart-data.ts';
import type { Years } from './queries.ts';
import { describeYears } from './sentences.ts';

interface YearsFileInput {
  /** Of the chart; unlike that of every other chart on a page. */
  id?: string;
  /** Path and parameters of the page. */
  page: string;
  title: string;
  years: Years;
  /** Filters and assumptions in words. */
  notes: string[];
  /** What the summary ends with. */
  remark?: string;
}

/** What a page shows year by year, for its chart, its table and its files. */
export interface YearsFile extends ViewFile {
  years: YearRow[];
}

/** A country, a program or a provider year by year. Without a bar to draw it has no chart. */
export function makeYearsFile(input: YearsFileInput): YearsFile {
  const { id = 'years', page, title, years, notes, remark } = input;
  const { knownOn } = years.assumptions;
  const rows = toYearRows(years.points, knownOn);
  const summary = [describeYears(rows, knownOn), remark].filter(Boolean).join(' ');
  const data = toPairedBars(rows, knownOn);
  const isDrawn = rows.some(({ due, reported }) => due || reported);
  return {
    page,
    title,
    summary,
    notes,
    knownOn,
    key: isDrawn ? listMarks(data) : [],
    draw: isDrawn
      ? drawPairs({
          id,
          data,
          words: { title, description: summary },
          hrefOf: ({ due }) => `${page}#${due ? 'commitments' : 'reports'}`,
        })
      : null,
    columns,
    rows: rows.map(toFields),
    sources: listCitedSources(years.contributions.map(({ count }) => count)),
    years: rows,
  };
}

const columns: FileColumn[] = [
  { name: 'start', description: 'First day of the row, ISO 8601: of the calendar year, or of the record.' },
  { name: 'end', description: 'First day after the row.' },
  {
    name: 'due_low',
    description:
      'Due within the row, as promises fall due evenly over their windows, in people: the fewest. Empty: nothing is due.',
  },
  { name: 'due_high', description: 'The most due within the row.' },
  {
    name: 'pledged_low',
    description:
      'Promised since the records begin and before the end of the row, in people: the fewest. Empty: nothing.',
  },
  { name: 'pledged_high', description: 'The most promised.' },
  {
    name: 'reported_low',
    description:
      'Reported within the row, spread evenly over the windows of reports, in people: the fewest. Empty: nothing is reported, which is not zero, or the row begins after the day of knowledge.',
  },
  { name: 'reported_high', description: 'The most reported within the row.' },
];

function toFields({ start, end, due, pledged, reported }: YearRow): CsvValue[] {
  return [
    start,
    end,
    ...[due, pledged, reported].flatMap((range) => [range?.low ?? null, range?.high ?? null]),
  ];
}
