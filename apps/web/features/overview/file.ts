import type { HeroData } from '@/charts/hero/props.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import type { SearchParams } from '@/text/address.ts';
import type { CsvValue } from '@/text/csv.ts';
import { drawHero, heroKey } from './draw-hero.tsx';
import { type Days, loadOverview, type Overview } from './find-overview.ts';
import { makeHeroData } from './hero-data.ts';
import type { Names } from './names.ts';
import { describeChart, listAssumptions, titleChart } from './sentences.ts';
import { listStops } from './stops.ts';
import { parseView, type View, viewPath } from './view.ts';

/** The overview of an address as a file. Throws ViewRefused where a parameter cannot be used. */
export async function findOverviewFile(params: SearchParams, today: string): Promise<ViewFile> {
  const { view: asked, issues } = parseView(params, today);
  const { view, names, days, overview, issues: unknown } = await loadOverview(asked, today);
  const refused = [...issues, ...unknown];
  if (refused.length > 0) throw new ViewRefused(refused.map(({ field, message }) => `${field}: ${message}`));
  return makeOverviewFile({ view, names, days, overview });
}

interface OverviewFileInput {
  view: View;
  names: Names;
  days: Days;
  overview: Overview;
}

/** What the overview shows, for its page and its files. */
export function makeOverviewFile({ view, names, days, overview }: OverviewFileInput): ViewFile {
  const { totals } = overview;
  const data = makeHeroData(overview, days);
  const title = titleChart(view, names);
  const summary = describeChart({
    ...totals,
    daysSinceLastReport: totals.daysSinceLastReport ?? null,
    asOf: days.asOf,
  });
  const stops = listStops(data, totals.contributions);
  return {
    page: viewPath(view),
    title,
    summary,
    notes: listAssumptions(view),
    knownOn: days.knownOn,
    key: heroKey,
    draw: totals.contributions.length > 0 ? drawHero(data, { title, description: summary }, stops) : null,
    columns: overviewColumns,
    rows: listRows(data),
    sources: listCitedSources(totals.contributions.map(({ count }) => count)),
  };
}

const since = 'since the first day of the view and before that day, in people';

export const overviewColumns: FileColumn[] = [
  { name: 'before', description: 'ISO day; amounts of the row lie before it.' },
  { name: 'pledged_low', description: `Promised ${since}: the fewest distinct people.` },
  { name: 'pledged_high', description: 'The most distinct people promised.' },
  { name: 'due_low', description: `Due ${since}, as promises fall due over their windows: the fewest.` },
  { name: 'due_high', description: 'The most due.' },
  { name: 'reported_low', description: `Reported ${since}: the fewest; empty after the day of knowledge.` },
  { name: 'reported_high', description: 'The most reported; empty after the day of knowledge.' },
];

function listRows({ points, from, asOf }: HeroData): CsvValue[][] {
  return points
    .filter(({ on }) => on > from)
    .map(({ on, pledged, due, reported }) => [
      on,
      pledged.low,
      pledged.high,
      due.low,
      due.high,
      ...(on > asOf ? [null, null] : [reported.low, reported.high]),
    ]);
}
