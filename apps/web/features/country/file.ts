import { listReadingNotes, type Reading, requireReading } from '@/features/totals/reading.ts';
import { makeYearsFile, type YearsFile } from '@/features/years/file.ts';
import { countOf, placeName, type SearchParams } from '@/text/index.ts';
import { findCountry, findCountryYears, listNamed } from './queries.ts';
import { countryPath } from './view.ts';

type Country = NonNullable<Awaited<ReturnType<typeof findCountry>>>;

/** A country year by year as a file; null when there is none. Throws ViewRefused. */
export async function findCountryFile(
  iso3: string,
  params: SearchParams,
  today: string,
): Promise<YearsFile | null> {
  const reading = requireReading(params, today);
  const country = await findCountry(iso3.toUpperCase(), reading.known, reading.audience);
  return country ? makeCountryFile(country, reading) : null;
}

/** What the page of a country charts: the counts that name it or a group of its, not those for nobody by name. */
export async function makeCountryFile(country: Country, reading: Reading): Promise<YearsFile> {
  const { iso3, name, totals } = country;
  const named = listNamed(country);
  const open = totals.contributions.filter(({ count }) => !named.includes(count.slug)).length;
  const place = placeName(name);
  return makeYearsFile({
    page: countryPath(iso3, reading),
    title: `${name}: training due and reported, year by year`,
    years: await findCountryYears(iso3, reading.known, reading.audience),
    notes: [
      ...listReadingNotes(reading),
      `the fewest are for ${place} alone, the most add all that name it with others or name a group to which it belonged`,
    ],
    remark:
      open > 0
        ? `Left out ${open === 1 ? 'is' : 'are'} ${countOf(open, 'count')} without named recipients: ${open === 1 ? 'it' : 'they'} may include ${place}, and would raise the high ends of many years.`
        : undefined,
    known: reading.known,
  });
}
