import type { Country } from '@muster/db';
import type { Context } from '../../context.ts';
import { indexBy } from '../../loading.ts';
import type { Page } from '../../pagination.ts';

export interface CountryRow extends Country {
  __typename: 'Country';
}

export type CountryPage = Page<CountryRow>;

export function toCountryRow(country: Country): CountryRow {
  return { __typename: 'Country', ...country };
}

export async function findCountriesByIso3(ctx: Context, codes: readonly string[]) {
  const countries = await ctx.db.prisma.country.findMany({ where: { iso3: { in: [...codes] } } });
  return indexBy(countries.map(toCountryRow), ({ iso3 }) => iso3);
}
