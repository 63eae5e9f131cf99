import { drawMultiples, multiplesKey } from '@/charts/small-multiples/index.ts';
import { countryPath } from '@/features/country/view.ts';
import { programPath } from '@/features/program/view.ts';
import { providerPath } from '@/features/provider/view.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { rangeColumns, rangeFields } from '@/features/totals/range-columns.ts';
import { listReadingNotes } from '@/features/totals/reading.ts';
import { labelAsOf } from '@/features/years/chart-data.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import type { CsvValue } from '@/text/csv.ts';
import type { SearchParams } from '@/text/index.ts';
import { toMultiples } from './chart-data.ts';
import { type Comparison, loadComparison } from './find-comparison.ts';
import type { Subject } from './queries.ts';
import { describeComparison, noteKind, titleComparison } from './sentences.ts';
import { type CompareView, comparePath, fewest, parseCompare } from './view.ts';

/** A comparison as a file. Throws ViewRefused for a name that is not on record, or fewer than two names. */
export async function findCompareFile(params: SearchParams, today: string): Promise<ViewFile> {
  const { view: asked, issues } = parseCompare(params, today);
  const comparison = await loadComparison(asked);
  const refused = [...issues, ...comparison.issues].map(({ field, message }) => `${field}: ${message}`);
  if (comparison.subjects.length < fewest)
    refused.push(`with: name at least ${fewest} to compare, such as with=china,united-states.`);
  if (refused.length > 0) throw new ViewRefused(refused);
  return makeCompareFile(comparison, today);
}

/** What the page of a comparison charts and lists: each thing year by year; `hasLinks` on the page alone. */
export function makeCompareFile(
  { view, subjects }: Comparison,
  today: string,
  { hasLinks = false } = {},
): ViewFile {
  const knownOn = view.known ?? today;
  const title = titleComparison(subjects);
  const summary = describeComparison(subjects, knownOn);
  const data = toMultiples(subjects, knownOn, labelAsOf(knownOn), (subject) => pageOf(subject, view));
  const isDrawn = subjects.some(({ totals }) => totals.contributions.length > 0);
  const note = noteKind(view.by);
  return {
    page: comparePath(view),
    title,
    summary,
    notes: [...listReadingNotes(view), ...(note ? [note] : []), 'one scale for all'],
    knownOn,
    key: isDrawn ? multiplesKey : [],
    draw: isDrawn
      ? drawMultiples({
          id: 'comparison',
          data: { ...data, hasLinks },
          words: { title, description: summary },
        })
      : null,
    columns: compareColumns,
    rows: subjects.flatMap((subject) => toRows(subject, view, knownOn)),
    sources: listCitedSources(
      subjects.flatMap(({ totals }) => totals.contributions.map(({ count }) => count)),
    ),
  };
}

/** The page of one of the things compared, under the same reading. */
export function pageOf({ id }: Pick<Subject, 'id'>, view: CompareView): string {
  return { provider: providerPath, program: programPath, country: countryPath }[view.by](id, view);
}

const since = 'since the records of it begin and before the end of the row';

export const compareColumns: FileColumn[] = [
  { name: 'permalink', description: 'The page of what is compared.', isPath: true },
  { name: 'by', description: 'provider, program or country.' },
  { name: 'id', description: 'Slug, or ISO 3166-1 alpha-3 of a country.' },
  { name: 'name', description: 'English name.' },
  { name: 'start', description: 'First day of the row, ISO 8601.' },
  { name: 'end', description: 'First day after the row.' },
  ...rangeColumns('promised', `Promised ${since}`),
  ...rangeColumns('due', `Due ${since}`),
  ...rangeColumns('reported', `Reported ${since}, not told for years that begin after the day of knowledge`),
];

function toRows(subject: Subject, view: CompareView, knownOn: string): CsvValue[][] {
  return subject.series.points.map(({ start, end, pledged, cumulativeDue, cumulativeReported }) => [
    pageOf(subject, { ...view, known: null }),
    view.by,
    subject.id,
    subject.name,
    start,
    end,
    ...rangeFields(pledged),
    ...rangeFields(cumulativeDue),
    ...rangeFields(start > knownOn ? null : cumulativeReported),
  ]);
}
