import { makeTimelineFile, requireChart, type TimelineFile } from '@/features/timeline/file.ts';
import { toCountLane } from '@/features/timeline/lanes.ts';
import { listReadingNotes, type Reading, requireReading } from '@/features/totals/reading.ts';
import { makeYearsFile, type YearsFile } from '@/features/years/file.ts';
import type { ViewFile } from '@/files/view-file.ts';
import { addressOf, placeName, type SearchParams } from '@/text/index.ts';
import { findProvider } from './queries.ts';
import { providerPath } from './view.ts';

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

/** A provider year by year as a file, or its timeline for `chart=timeline`; null when there is none. Throws ViewRefused. */
export async function findProviderFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const reading = requireReading(params, today);
  const chart = requireChart(params);
  const provider = await findProvider(slug, reading.known, reading.audience);
  if (!provider) return null;
  return chart === 'timeline'
    ? makeProviderTimeline(provider, reading, today)
    : makeProviderFile(provider, reading);
}

/** What the page of a provider charts. */
export function makeProviderFile({ slug, name, years }: Provider, reading: Reading): YearsFile {
  return makeYearsFile({
    id: 'provider-years',
    page: providerPath(slug, reading),
    title: `Training by ${placeName(name)}, due and reported year by year`,
    years,
    notes: listReadingNotes(reading),
    known: reading.known,
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
    known,
  });
}
