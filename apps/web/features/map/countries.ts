import type { Reach } from '@/charts/map/index.ts';
import type { Range } from '@/text/index.ts';
import type { MapAnswer, MapCount } from './queries.ts';
import type { MapView, Shown } from './view.ts';

const sides = { promised: 'pledged', reported: 'reported' } as const;
const kinds = { promised: 'Commitment', reported: 'ReportedTotal' } as const;

/** A country and what is counted of it; each number holds the one before it. Whole people. */
export interface CountedCountry {
  iso3: string;
  m49: string | null;
  name: string;
  /** Slug and name of its M49 region; null where M49 lists none. */
  region: { slug: string; name: string } | null;
  reach: Reach;
  /** For it alone, or given to it, the fewest. */
  low: number;
  /** The most with counts that name it among others. */
  named: number;
  /** The most with counts for groups to which it belongs. */
  listed: number;
  /** The most with counts for nobody named. */
  high: number;
  /** Slugs of the counts that make `listed`. */
  counts: string[];
  /** The same country on the other side: of a map of promises, what is reported. */
  other: { low: number; listed: number };
}

/** Every country of the list, those with the highest `high` first; countries that no count names last, by name. */
export function listCountries({ countries, breakdown }: MapAnswer, show: Shown): CountedCountry[] {
  const rows = new Map(breakdown.rows.map((row) => [row.key, row]));
  const [side, otherSide] =
    show === 'promised' ? (['pledged', 'reported'] as const) : (['reported', 'pledged'] as const);
  const counted = countries.nodes.map(({ iso3, m49 = null, name, region = null }): CountedCountry => {
    const row = rows.get(iso3);
    const low = row?.[side].low ?? 0;
    const listed = row?.listed?.[side].high ?? 0;
    return {
      iso3,
      m49,
      name,
      region,
      reach: low > 0 ? 'alone' : listed > 0 ? 'shared' : 'unnamed',
      low,
      named: row?.named?.[side].high ?? 0,
      listed,
      high: row?.[side].high ?? 0,
      counts: row?.listed?.counts ?? [],
      other: { low: row?.[otherSide].low ?? 0, listed: row?.listed?.[otherSide].high ?? 0 },
    };
  });
  return counted.toSorted(compareCountries);
}

function compareCountries(a: CountedCountry, b: CountedCountry): number {
  const order = { alone: 0, shared: 0, unnamed: 1 };
  return (
    order[a.reach] - order[b.reach] || b.high - a.high || b.low - a.low || a.name.localeCompare(b.name, 'en')
  );
}

/** Those that the view's region holds and a count names, or is for a group of them. */
export function listShown(countries: CountedCountry[], { region }: MapView): CountedCountry[] {
  return countries.filter(
    (country) => country.reach !== 'unnamed' && (region === 'world' || country.region?.slug === region),
  );
}

/** People counted for nobody named; null where there are none. */
export function findUnnamed({ breakdown }: MapAnswer, show: Shown): Range | null {
  const range = breakdown.rows.find(({ key }) => key == null)?.[sides[show]];
  return range && range.high > 0 ? range : null;
}

/** A count that is told on the map as one, however many countries it is over. */
export interface SharedCount extends MapCount {
  /** ISO codes of the countries that it names, or that belong to its groups. */
  countries: string[];
  /** Whether it names them one by one. */
  isNamed: boolean;
}

/** The counts of a side: those that countries share, and those for nobody named. One that names some may be in both. */
export function splitCounts(answer: MapAnswer, countries: CountedCountry[], show: Shown) {
  const { rows, contributions } = answer.breakdown;
  const nobodys = new Set(rows.find(({ key }) => key == null)?.counts);
  const counts = contributions
    .filter(({ count }) => count.__typename === kinds[show])
    .toSorted((a, b) => b.quantity.high - a.quantity.high)
    .map(
      (it): SharedCount => ({
        ...it,
        countries: countries
          .filter((country) => country.counts.includes(it.count.slug))
          .map(({ iso3 }) => iso3),
        isNamed: it.count.recipients.every(({ country }) => country),
      }),
    );
  return {
    counts,
    shared: counts.filter((it) => it.countries.length > 0 && !isForOne(it)),
    unnamed: counts.filter(({ count }) => nobodys.has(count.slug)),
  };
}

function isForOne({ count }: SharedCount): boolean {
  return count.recipientScope === 'NAMED' && count.recipients.length === 1 && !!count.recipients[0]?.country;
}
