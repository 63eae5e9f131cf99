import { listCitedSources } from '@/features/source/cited.ts';
import { rangeColumns, rangeFields } from '@/features/totals/range-columns.ts';
import { listReadingNotes, requireReading } from '@/features/totals/reading.ts';
import type { FileColumn, ViewFile } from '@/files/view-file.ts';
import { countOf, type SearchParams } from '@/text/index.ts';
import { listCountries } from './queries.ts';
import { countryListPath, readCountryView } from './view.ts';

/** The countries of an address with their ranges. Throws ViewRefused. */
export async function findCountryListFile(params: SearchParams, today: string): Promise<ViewFile> {
  const { known, audience } = requireReading(params, today);
  const { text, isWhole } = readCountryView(params, today);
  const { countries, breakdown } = await listCountries({ text, isWhole, audience, known });
  const total = countOf(countries.length, 'country', 'countries');
  return {
    page: countryListPath({ text, isWhole, audience, known }),
    title: 'Countries',
    summary: `${total}${isWhole ? '' : ' on record'}, with what is promised to each and reported of each. The low end is for the country alone, the high end adds what may include it, so rows must not be added.`,
    notes: listReadingNotes({ audience }),
    knownOn: breakdown.assumptions.knownOn,
    key: [],
    draw: null,
    columns: countryColumns,
    rows: countries.map(({ iso3, name, region, subregion, commitments, reportedTotals, events, row }) => [
      `/countries/${iso3}`,
      iso3,
      name,
      region?.name,
      subregion?.name,
      commitments.totalCount,
      reportedTotals.totalCount,
      events.totalCount,
      ...rangeFields(row?.listed?.pledged),
      ...rangeFields(row?.listed?.due),
      ...rangeFields(row?.listed?.reported),
      ...rangeFields(row?.pledged),
      ...rangeFields(row?.due),
      ...rangeFields(row?.reported),
    ]),
    sources: listCitedSources(breakdown.contributions.map(({ count }) => count)),
  };
}

export const countryColumns: FileColumn[] = [
  { name: 'permalink', description: 'The country’s page.', isPath: true },
  { name: 'iso3', description: 'ISO 3166-1 alpha-3; XKX for Kosovo.' },
  { name: 'name', description: 'English short name.' },
  { name: 'region', description: 'UN M49 region; empty where M49 lists none.' },
  { name: 'subregion', description: 'UN M49 sub-region; empty where M49 lists none.' },
  { name: 'commitments', description: 'Commitments that name it or a group to which it belonged.' },
  { name: 'reported_totals', description: 'Reported totals that name it or a group to which it belonged.' },
  { name: 'events', description: 'Events in which it has a role.' },
  ...rangeColumns('promised', 'Promised, to it by name or to a group that lists it'),
  ...rangeColumns('due', 'Of these fallen due before the day of knowledge'),
  ...rangeColumns('reported', 'Reported, of it by name or of a group that lists it'),
  ...rangeColumns('promised_with_unnamed', 'Promised, with what is for nobody by name and may be for it'),
  ...rangeColumns('due_with_unnamed', 'Of these fallen due before the day of knowledge'),
  ...rangeColumns('reported_with_unnamed', 'Reported, with what is of nobody by name and may be of it'),
];
