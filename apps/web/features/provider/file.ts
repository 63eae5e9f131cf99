import { chartBreakdown } from '@/features/breakdown/file.ts';
import { defaultView, viewPath } from '@/features/overview/view.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { makeTimelineFile, type TimelineFile } from '@/features/timeline/file.ts';
import { toCountLane } from '@/features/timeline/lanes.ts';
import { rangeColumns, rangeFields } from '@/features/totals/range-columns.ts';
import {
  audienceParam,
  listReadingNotes,
  type Reading,
  requireChart,
  requireReading,
} from '@/features/totals/reading.ts';
import { makeYearsFile, type YearsFile } from '@/features/years/file.ts';
import type { FileColumn, ViewFile } from '@/files/view-file.ts';
import { addressOf, placeName, type SearchParams } from '@/text/index.ts';
import { findProvider } from './queries.ts';
import { describeRegions } from './sentences.ts';
import { providerPath } from './view.ts';

const charts = ['years', 'timeline', 'regions'] as const;

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

/** A provider year by year as a file, its timeline or its regions for `chart=timeline` and `chart=regions`; null when there is none. Throws ViewRefused. */
export async function findProviderFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const reading = requireReading(params, today);
  const chart = requireChart(params, charts);
  const provider = await findProvider(slug, reading.known, reading.audience);
  if (!provider) return null;
  if (chart === 'timeline') return makeProviderTimeline(provider, reading, today);
  return chart === 'regions' ? makeProviderRegions(provider, reading) : makeProviderFile(provider, reading);
}

/** What the page of a provider charts. */
export function makeProviderFile({ slug, name, years }: Provider, reading: Reading): YearsFile {
  return makeYearsFile({
    id: 'provider-years',
    page: providerPath(slug, reading),
    title: `Training by ${placeName(name)}, due and reported year by year`,
    years,
    notes: listReadingNotes(reading),
  });
}

/** The promises and reports of a provider over time. */
export function makeProviderTimeline(
  { slug, name, commitments, reportedTotals }: Provider,
  { known }: Reading,
  today: string,
): TimelineFile {
  const counts = [...commitments.nodes, ...reportedTotals.nodes];
  return makeTimelineFile({
    page: addressOf(`/providers/${slug}`, { chart: 'timeline', known }),
    name,
    lanes: counts.map((count) => toCountLane(count, known)),
    cited: counts,
    at: known ?? today,
  });
}

/** For which regions a provider promises and trains, as far as its recipients are named. */
export function makeProviderRegions({ slug, name, years, regions }: Provider, reading: Reading): ViewFile {
  const { audience, known } = reading;
  const title = `Training by ${placeName(name)}, by region of those it is for`;
  const chart = chartBreakdown({
    id: 'regions',
    title,
    one: 'region',
    rows: regions.rows,
    isAdditive: regions.isAdditive,
    describe: describeRegions,
    hrefOf: (recipients) => viewPath({ ...defaultView, provider: slug, recipients, audience, known }),
  });
  return {
    ...chart,
    page: addressOf(`/providers/${slug}`, { audience: audienceParam(audience), chart: 'regions', known }),
    title,
    notes: [
      ...listReadingNotes(reading),
      'the fewest are for the region alone, the most add all that may include it',
      ...chart.notes,
    ],
    knownOn: regions.assumptions.knownOn,
    columns: regionColumns,
    rows: regions.rows.map(({ key, label, pledged, due, reported }) => [
      key,
      label,
      ...rangeFields(pledged),
      ...rangeFields(due),
      ...rangeFields(reported),
    ]),
    sources: listCitedSources(years.contributions.map(({ count }) => count)),
  };
}

const regionColumns: FileColumn[] = [
  { name: 'region', description: 'UN M49 region by slug; empty: no recipient is named.' },
  { name: 'name', description: 'English name.' },
  ...rangeColumns('promised', 'Promised, to the region alone or possibly to it'),
  ...rangeColumns('due', 'Of these fallen due before the day of knowledge'),
  ...rangeColumns('reported', 'Reported, of the region alone or possibly of it'),
];
