import { type AtlasCode, findAtlasCode } from './atlas.ts';
import { isDisputed } from './disputes.ts';
import type { FramedLand, MapFrame } from './frame.ts';
import type { MapCountry, MapData } from './props.ts';

/** A land of the drawing with the country it is; null: nobody's in the list of countries, or disputed. */
export interface MappedLand extends FramedLand {
  country: MapCountry | null;
}

export type CountedLand = MappedLand & { country: MapCountry };

/** The lands of a drawing, each with its country. */
export function mapLands({ countries }: MapData, { lands }: MapFrame): MappedLand[] {
  const byCode = listByCode(countries);
  return lands.map((land) => ({ ...land, country: byCode.get(land.code) ?? null }));
}

/** Lands of countries that a count names, or that belong to a group which it names. */
export function listCounted(lands: MappedLand[]): CountedLand[] {
  return lands.filter(
    (land): land is CountedLand => land.country !== null && land.country.reach !== 'unnamed',
  );
}

/** Disputed lands are nobody's here, whatever is on record for them. */
function listByCode(countries: MapCountry[]): Map<AtlasCode, MapCountry> {
  return new Map(
    countries.flatMap((country) => {
      const code = findAtlasCode(country.iso3, country.m49);
      return code === null || isDisputed(code) ? [] : [[code, country] as const];
    }),
  );
}
