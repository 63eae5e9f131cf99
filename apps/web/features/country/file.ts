import { makeTimelineFile, type TimelineFile } from '@/features/timeline/file.ts';
import { toCountLane, toEventLane } from '@/features/timeline/lanes.ts';
import { listReadingNotes, type Reading, requireChart, requireReading } from '@/features/totals/reading.ts';
import { makeYearsFile, type YearsFile } from '@/features/years/file.ts';
import type { ViewFile } from '@/files/view-file.ts';
import { addressOf, countOf, placeName, type SearchParams } from '@/text/index.ts';
import { findCountry, findCountryYears, listNamed } from './queries.ts';
import { countryPath } from './view.ts';

const charts = ['years', 'timeline'] as const;

type Country = NonNullable<Awaited<ReturnType<typeof findCountry>>>;

/** A country year by year as a file, or its timeline for `chart=timeline`; null when there is none. Throws ViewRefused. */
export async function findCountryFile(
  iso3: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const reading = requireReading(params, today);
  const chart = requireChart(params, charts);
  const country = await findCountry(iso3.toUpperCase(), reading.known, reading.audience);
  if (!country) return null;
  return chart === 'timeline'
    ? makeCountryTimeline(country, reading, today)
    : makeCountryFile(country, reading);
}

/** What the page of a country charts: the counts that name it or a group of its, not those for nobody by name. */
export async function makeCountryFile(country: Country, reading: Reading): Promise<YearsFile> {
  const { iso3, name, totals } = country;
  const named = listNamed(country);
  const open = totals.contributions.filter(({ count }) => !named.includes(count.slug)).length;
  const place = placeName(name);
  return makeYearsFile({
    page: countryPath(iso3, reading),
    title: `Training for ${place}, due and reported year by year`,
    years: await findCountryYears(iso3, reading.known, reading.audience),
    notes: [
      ...listReadingNotes(reading),
      `the fewest are for ${place} alone, the most add all that name it with others or name a group to which it belonged`,
    ],
    remark:
      open > 0
        ? `Left out ${open === 1 ? 'is' : 'are'} ${countOf(open, 'count')} without named recipients: ${open === 1 ? 'it' : 'they'} may include ${place}, and would raise the high ends of many years.`
        : undefined,
  });
}

/** What was promised to a country and reported of it, and its events, over time. */
export function makeCountryTimeline(
  { iso3, name, commitments, reportedTotals, events }: Country,
  { known }: Reading,
  today: string,
): TimelineFile {
  const counts = [...commitments.nodes, ...reportedTotals.nodes];
  return makeTimelineFile({
    page: addressOf(`/countries/${iso3}`, { chart: 'timeline', known }),
    name,
    lanes: [
      ...counts.map((count) => toCountLane(count, known)),
      ...events.nodes.map((event) => toEventLane(event, known)),
    ],
    cited: [...counts, ...events.nodes.map(({ sources }) => ({ claims: sources }))],
    at: known ?? today,
  });
}
