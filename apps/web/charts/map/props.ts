/** What a map shows: the world, or a region of UN M49 with what lies around it. */
export const mapRegions = ['world', 'africa', 'americas', 'asia', 'europe', 'oceania'] as const;
export type MapRegion = (typeof mapRegions)[number];

export type Tone = 'commit' | 'report';

/** How counts reach a country: some for it alone; only among others or through a group; only in that nobody is named. */
export type Reach = 'alone' | 'shared' | 'unnamed';

export interface MapCountry {
  iso3: string;
  /** UN M49 code; null where M49 has none. */
  m49: string | null;
  name: string;
  reach: Reach;
  /** People who are counted for it alone, the fewest. */
  low: number;
  /** Whether the count that is picked out names it, or is for a group of it. */
  isPicked?: boolean;
}

export interface MapData {
  tone: Tone;
  region: MapRegion;
  /** Every country of the list, whether or not anything is on record. */
  countries: MapCountry[];
  /** What is counted for nobody named, in words; null where nothing is. */
  unnamed: { amount: string; words: string } | null;
  /** A count picked out: its words, and whether it names its countries one by one, so that lines join them. */
  picked: { words: string; isNamed: boolean } | null;
}

/** The shades of what is for a country alone, by the fewest people of each; the last has no most. */
export const shades = [
  { from: 1, words: '1–9', opacity: 0.2 },
  { from: 10, words: '10–99', opacity: 0.42 },
  { from: 100, words: '100–999', opacity: 0.68 },
  { from: 1000, words: '1,000 or more', opacity: 1 },
] as const;

/** Number of the shade, 1 to 4; 0 where nobody is counted for the country alone. */
export function findShade(low: number): number {
  return shades.filter(({ from }) => low >= from).length;
}
