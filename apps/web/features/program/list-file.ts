import { chartBreakdown } from '@/features/breakdown/file.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { rangeColumns, rangeFields } from '@/features/totals/range-columns.ts';
import { listReadingNotes, type Reading, requireReading } from '@/features/totals/reading.ts';
import type { FileColumn, ViewFile } from '@/files/view-file.ts';
import type { SearchParams } from '@/text/address.ts';
import { listPrograms } from './queries.ts';
import { programPath } from './view.ts';

/** All programs with their ranges as a file. Throws ViewRefused. */
export async function findProgramListFile(params: SearchParams, today: string): Promise<ViewFile> {
  const reading = requireReading(params, today);
  return makeProgramListFile(await listPrograms(reading.known, reading.audience), reading);
}

/** What the list of programs charts and lists. */
export function makeProgramListFile(
  { programs, breakdown }: Awaited<ReturnType<typeof listPrograms>>,
  reading: Reading,
): ViewFile {
  const title = 'Under which programs: promised and reported';
  const chart = chartBreakdown({
    id: 'programs',
    title,
    one: 'program',
    rows: breakdown.rows,
    isAdditive: breakdown.isAdditive,
    hrefOf: (slug) => programPath(slug, reading),
  });
  return {
    ...chart,
    page: programPath(null, reading),
    title,
    notes: [...listReadingNotes(reading), ...chart.notes],
    knownOn: breakdown.assumptions.knownOn,
    columns: programColumns,
    rows: programs.map(({ slug, name, description, commitments, reportedTotals, events, ranges }) => [
      `/programs/${slug}`,
      slug,
      name,
      description,
      commitments.totalCount,
      reportedTotals.totalCount,
      events.totalCount,
      ...rangeFields(ranges?.pledged),
      ...rangeFields(ranges?.due),
      ...rangeFields(ranges?.reported),
    ]),
    sources: listCitedSources(breakdown.contributions.map(({ count }) => count)),
  };
}

export const programColumns: FileColumn[] = [
  { name: 'permalink', description: 'The program’s page.', isPath: true },
  { name: 'slug', description: 'Its name in addresses; it never changes.' },
  { name: 'name', description: 'English name.' },
  { name: 'description', description: 'What it is; empty: nothing is recorded.' },
  { name: 'commitments', description: 'Commitments on record.' },
  { name: 'reported_totals', description: 'Reported totals on record.' },
  { name: 'events', description: 'Events on record.' },
  ...rangeColumns('promised', 'Whole quantities promised'),
  ...rangeColumns('due', 'Fallen due before the day of knowledge'),
  ...rangeColumns('reported', 'Reported before the day of knowledge'),
];
