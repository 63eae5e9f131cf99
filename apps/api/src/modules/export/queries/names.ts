import type { Prisma } from '@muster/db';
import type { Context } from '../../../context.ts';
import { textOrder } from '../../../cursor.ts';
import type {
  QueryCountriesArgs,
  QueryProgramsArgs,
  QueryProvidersArgs,
} from '../../../generated/resolvers.ts';
import { type CountryRow, countryWhere, toCountryRow } from '../../country/queries.ts';
import { type ProgramRow, programWhere, toProgramRow } from '../../program/queries.ts';
import { type ProviderRow, providerWhere, toProviderRow } from '../../provider/queries.ts';
import { type Listing, readInOrder } from './reading.ts';

/** Countries and territories. Throws InputError as the API's list does. */
export async function listCountries(
  ctx: Context,
  args: Partial<QueryCountriesArgs>,
): Promise<Listing<CountryRow>> {
  const where = await countryWhere(ctx, args.filter);
  const column = args.orderBy === 'ISO3' ? 'iso3' : 'name';
  const order = textOrder<CountryRow>('countries', column, 'iso3', args.direction);
  return {
    count: ({ records }) => records.country.count({ where }),
    read: (reading) =>
      readInOrder(reading, order, async ({ where: stretch, ...query }) => {
        const rows = await reading.records.country.findMany({ where: { AND: [where, stretch] }, ...query });
        return rows.map(toCountryRow);
      }),
  };
}

/** Throws InputError as the API's list does. */
export async function listPrograms(
  ctx: Context,
  args: Partial<QueryProgramsArgs>,
): Promise<Listing<ProgramRow>> {
  const where = await programWhere(ctx, args.filter);
  const order = textOrder<ProgramRow>('programs', 'name', 'slug', args.direction);
  return {
    count: ({ records }) => records.program.count({ where }),
    read: (reading) =>
      readInOrder(reading, order, async ({ where: stretch, ...query }) => {
        const rows = await reading.records.program.findMany({ where: { AND: [where, stretch] }, ...query });
        return rows.map(toProgramRow);
      }),
  };
}

/** Throws InputError as the API's list does. */
export async function listProviders(
  _ctx: Context,
  args: Partial<QueryProvidersArgs>,
): Promise<Listing<ProviderRow>> {
  const where: Prisma.ProviderWhereInput = providerWhere(args.filter);
  const order = textOrder<ProviderRow>('providers', 'name', 'slug', args.direction);
  return {
    count: ({ records }) => records.provider.count({ where }),
    read: (reading) =>
      readInOrder(reading, order, async ({ where: stretch, ...query }) => {
        const rows = await reading.records.provider.findMany({ where: { AND: [where, stretch] }, ...query });
        return rows.map(toProviderRow);
      }),
  };
}
