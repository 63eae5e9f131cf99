import { chartBreakdown } from '@/features/breakdown/file.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { rangeColumns, rangeFields } from '@/features/totals/range-columns.ts';
import { listReadingNotes, type Reading, requireReading } from '@/features/totals/reading.ts';
import type { FileColumn, ViewFile } from '@/files/view-file.ts';
import type { SearchParams } from '@/text/address.ts';
import { listProviders } from './queries.ts';
import { providerPath } from './view.ts';

/** All providers with their ranges as a file. Throws ViewRefused. */
export async function findProviderListFile(params: SearchParams, today: string): Promise<ViewFile> {
  const reading = requireReading(params, today);
  return makeProviderListFile(await listProviders(reading.known, reading.audience), reading);
}

/** What the list of providers charts and lists. */
export function makeProviderListFile(
  { providers, breakdown }: Awaited<ReturnType<typeof listProviders>>,
  reading: Reading,
): ViewFile {
  const title = 'Who promises and who reports: providers';
  const chart = chartBreakdown({
    id: 'providers',
    title,
    one: 'provider',
    rows: breakdown.rows,
    isAdditive: breakdown.isAdditive,
    hrefOf: (slug) => providerPath(slug, reading),
  });
  return {
    ...chart,
    page: providerPath(null, reading),
    title,
    notes: [...listReadingNotes(reading), ...chart.notes],
    knownOn: breakdown.assumptions.knownOn,
    columns: providerColumns,
    rows: providers.map(({ slug, name, kind, country, commitments, reportedTotals, ranges }) => [
      `/providers/${slug}`,
      slug,
      name,
      kind,
      country?.iso3,
      commitments.totalCount,
      reportedTotals.totalCount,
      ...rangeFields(ranges?.pledged),
      ...rangeFields(ranges?.due),
      ...rangeFields(ranges?.reported),
    ]),
    sources: listCitedSources(breakdown.contributions.map(({ count }) => count)),
  };
}

export const providerColumns: FileColumn[] = [
  { name: 'permalink', description: 'The provider’s page.', isPath: true },
  { name: 'slug', description: 'Its name in addresses; it never changes.' },
  { name: 'name', description: 'English name.' },
  { name: 'kind', description: 'COUNTRY or ORGANISATION.' },
  { name: 'country', description: 'ISO 3166-1 alpha-3; empty for organisations.' },
  { name: 'commitments', description: 'Commitments on record; a joint one stands under each provider.' },
  { name: 'reported_totals', description: 'Reported totals on record.' },
  ...rangeColumns('promised', 'Whole quantities promised'),
  ...rangeColumns('due', 'Fallen due before the day of knowledge'),
  ...rangeColumns('reported', 'Reported before the day of knowledge'),
];
