import type { Context } from '../../../context.ts';
import type {
  QueryCountriesArgs,
  QueryProgramsArgs,
  QueryProvidersArgs,
} from '../../../generated/resolvers.ts';
import { keysetInclude } from '../../../keyset.ts';
import { type CountryRow, countryOrder, countryWhere, toCountryRow } from '../../country/queries.ts';
import { type ProgramRow, programOrder, programWhere, toProgramRow } from '../../program/queries.ts';
import { type ProviderRow, providerOrder, providerWhere, toProviderRow } from '../../provider/queries.ts';
import { type Listing, readInOrder } from './reading.ts';

/** Countries and territories. Throws InputError as the API's list does. */
export async function listCountries(
  ctx: Context,
  args: Partial<QueryCountriesArgs>,
): Promise<Listing<CountryRow>> {
  const where = await countryWhere(ctx, args.filter);
  const order = countryOrder(args);
  return {
    count: ({ records }) => records.country.count({ where }),
    read: (reading) =>
      readInOrder(reading, order, async ({ where: stretch, ...query }) => {
        const rows = await reading.records.country.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, stretch] },
          ...query,
          include: keysetInclude(order),
        });
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
  const order = programOrder(args);
  return {
    count: ({ records }) => records.program.count({ where }),
    read: (reading) =>
      readInOrder(reading, order, async ({ where: stretch, ...query }) => {
        const rows = await reading.records.program.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, stretch] },
          ...query,
          include: keysetInclude(order),
        });
        return rows.map(toProgramRow);
      }),
  };
}

/** Throws InputError as the API's list does. */
export async function listProviders(
  ctx: Context,
  args: Partial<QueryProvidersArgs>,
): Promise<Listing<ProviderRow>> {
  const where = await providerWhere(ctx, args.filter);
  const order = providerOrder(args);
  return {
    count: ({ records }) => records.provider.count({ where }),
    read: (reading) =>
      readInOrder(reading, order, async ({ where: stretch, ...query }) => {
        const rows = await reading.records.provider.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, stretch] },
          ...query,
          include: keysetInclude(order),
        });
        return rows.map(toProviderRow);
      }),
  };
}
