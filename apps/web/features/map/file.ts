import { drawMap, listMapMarks, type MapData } from '@/charts/map/index.ts';
import { countryPath } from '@/features/country/view.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import type { SearchParams } from '@/text/address.ts';
import type { CsvValue } from '@/text/csv.ts';
import type { Range } from '@/text/number.ts';
import {
  type CountedCountry,
  findUnnamed,
  listCountries,
  listShown,
  type SharedCount,
  splitCounts,
} from './countries.ts';
import { type LoadedMap, loadMap } from './queries.ts';
import { describeMap, titleMap, writeShare, writeStop, writeUnnamed } from './sentences.ts';
import { type MapView, mapPath, parseMapView } from './view.ts';

/** What the map shows, for its page and its files. */
export interface MapFile extends ViewFile {
  view: MapView;
  /** Those with something on record for them, their groups or others with them, in the view's region. */
  shown: CountedCountry[];
  /** People for nobody named. */
  unnamed: Range | null;
  counts: { shared: SharedCount[]; unnamed: SharedCount[] };
  picked: SharedCount | null;
  /** Slug that takes no part in the map, though it was asked to be picked out. */
  missing: string | null;
}

/** The map of an address as a file. Throws ViewRefused where a parameter cannot be used. */
export async function findMapFile(params: SearchParams, today: string): Promise<ViewFile> {
  const { view, issues } = parseMapView(params, today);
  const loaded = await loadMap(view, today);
  const file = makeMapFile(loaded);
  const refused = [...issues, ...loaded.issues, ...listMissing(file)];
  if (refused.length > 0) throw new ViewRefused(refused.map(({ field, message }) => `${field}: ${message}`));
  return file;
}

/** An issue where the count that was asked for takes no part. */
export function listMissing({ missing }: MapFile) {
  return missing ? [{ field: 'Count', message: `“${missing}” takes no part in this map.` }] : [];
}

export function makeMapFile({ view: asked, names, answer, knownOn }: LoadedMap): MapFile {
  const { show } = asked;
  const countries = listCountries(answer, show);
  const { counts, shared, unnamed: nobodys } = splitCounts(answer, countries, show);
  const picked =
    counts.find(({ count, countries: own }) => count.slug === asked.count && own.length > 0) ?? null;
  const view = { ...asked, count: picked?.count.slug ?? null };
  const shown = listShown(countries, view);
  const unnamed = findUnnamed(answer, show);
  const title = titleMap(view, names);
  const summary = describeMap(shown, unnamed, view);
  const data = toMapData(view, countries, unnamed, picked);
  const isDrawn = counts.length > 0;
  return {
    view,
    shown,
    unnamed,
    counts: { shared, unnamed: nobodys },
    picked,
    missing: picked ? null : asked.count,
    page: mapPath(view),
    title,
    summary,
    notes: [
      'Places read as people',
      'circles stand for countries too small to see',
      'borders by who holds the land, as Natural Earth draws them: no judgement is meant',
    ],
    knownOn,
    key: isDrawn ? listMapMarks(data) : [],
    draw: isDrawn
      ? drawMap({ id: 'map', data, words: { title, description: summary }, stops: listStops(shown, view) })
      : null,
    columns: mapColumns,
    rows: [...shown.map(toFields), ...(unnamed ? [toUnnamedFields(unnamed)] : [])],
    sources: listCitedSources(counts.map(({ count }) => count)),
  };
}

function toMapData(
  { show, region }: MapView,
  countries: CountedCountry[],
  unnamed: Range | null,
  picked: SharedCount | null,
): MapData {
  const own = new Set(picked?.countries);
  return {
    tone: show === 'promised' ? 'commit' : 'report',
    region,
    countries: countries.map(({ iso3, m49, name, reach, low }) => ({
      iso3,
      m49,
      name,
      reach,
      low,
      isPicked: own.has(iso3),
    })),
    unnamed: unnamed && writeUnnamed(unnamed, show),
    picked: picked && { words: `${writeShare(picked, show)}: never divided`, isNamed: picked.isNamed },
  };
}

/** Words and pages of the stops, in the order of the table. */
function listStops(shown: CountedCountry[], { show, known, audience }: MapView) {
  return new Map(
    shown.map((country) => [
      country.iso3,
      { lines: writeStop(country, show), href: countryPath(country.iso3, { known, audience }) },
    ]),
  );
}

export const mapColumns: FileColumn[] = [
  { name: 'iso3', description: 'ISO 3166-1 alpha-3; empty in the last row: people for nobody named.' },
  { name: 'country', description: 'English name.' },
  { name: 'region', description: 'UN M49 region; empty where M49 lists none.' },
  {
    name: 'low',
    description: 'People counted for the country alone or given to it: the fewest. Rows must not be added.',
  },
  {
    name: 'named_high',
    description:
      'The most people with counts that name the country among others, never divided; empty for nobody named.',
  },
  {
    name: 'listed_high',
    description: 'The most people with counts for groups that list the country, too; empty for nobody named.',
  },
  { name: 'high', description: 'The most people with counts for nobody named, too.' },
];

function toFields({ iso3, name, region, low, named, listed, high }: CountedCountry): CsvValue[] {
  return [iso3, name, region?.name ?? null, low, named, listed, high];
}

function toUnnamedFields({ low, high }: Range): CsvValue[] {
  return [null, 'Nobody named', null, low, null, null, high];
}
