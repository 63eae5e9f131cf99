import { type Dataset, loadDataset } from '../../prisma/src/index.ts';

/** Whom generated counts speak of: the real countries and regions, and generated programs, providers and sources. */
export interface Setting {
  countries: Dataset['countries'];
  groups: Dataset['groups'];
  providers: { slug: string; code: string; name: string; country: string | null }[];
  programs: { slug: string; name: string }[];
  sources: { slug: string; title: string; publisher: string }[];
}

const COUNTRIES = 200;
const PROGRAMS = 50;
const PROVIDING_COUNTRIES = 30;
const ORGANISATIONS = 10;
const SOURCES = 2_000;

/** Two hundred countries, the UN M49 regions among them, 50 programs, 40 providers and 2,000 sources. */
export async function loadSetting(): Promise<Setting> {
  const dataset = await loadDataset();
  const countries = dataset.countries.filter(({ regionM49 }) => regionM49 !== null).slice(0, COUNTRIES);
  const isIn = new Set(countries.map(({ iso3 }) => iso3));
  const numbered = <Item>(size: number, make: (number: string) => Item) =>
    Array.from({ length: size }, (_, index) => make(String(index + 1).padStart(4, '0')));
  return {
    countries,
    groups: dataset.groups
      .filter(({ kind }) => kind === 'M49_REGION')
      .map((group) => ({ ...group, members: group.members.filter(({ country }) => isIn.has(country)) })),
    providers: [
      ...countries
        .filter((_, index) => index % 6 === 0)
        .slice(0, PROVIDING_COUNTRIES)
        .map(({ iso3, name }) => ({ slug: iso3.toLowerCase(), code: iso3, name, country: iso3 })),
      ...numbered(ORGANISATIONS, (number) => ({
        slug: `generated-organisation-${number}`,
        code: `ORG:G${number}`,
        name: `Generated organisation ${number}`,
        country: null,
      })),
    ],
    programs: numbered(PROGRAMS, (number) => ({
      slug: `generated-program-${number}`,
      name: `Generated program ${number}`,
    })),
    sources: numbered(SOURCES, (number) => ({
      slug: `generated-source-${number}`,
      title: `Generated source ${number}`,
      publisher: 'Generated publisher',
    })),
  };
}
