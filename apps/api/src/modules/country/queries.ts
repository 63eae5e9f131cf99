import type { Country, Prisma } from '@muster/db';
import { composeWhere } from '../../composition.ts';
import type { Context } from '../../context.ts';
import { type KeysetOrder, relatedOrder, textOrder } from '../../cursor.ts';
import { InputError } from '../../errors.ts';
import { wordsWhere } from '../../filters.ts';
import type { CountryFilter, QueryCountriesArgs } from '../../generated/resolvers.ts';
import { keysetInclude } from '../../keyset.ts';
import { indexBy, load } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';
import { visibleCounts } from '../count/include.ts';
import { visibleEvents } from '../event/visible.ts';
import { memberOn } from '../group/membership.ts';
import { requireGroup } from '../group/queries.ts';

export interface CountryRow extends Country {
  __typename: 'Country';
  /** Where the list is ordered by it. */
  order?: { counts?: number } | null;
}

export type CountryPage = Page<CountryRow>;

export function toCountryRow(country: Country): CountryRow {
  return { __typename: 'Country', ...country };
}

export async function findCountryPage(ctx: Context, args: Partial<QueryCountriesArgs>): Promise<CountryPage> {
  const where = await countryWhere(ctx, args.filter);
  const order = countryOrder(args);
  const include = keysetInclude(order);
  return findPage({
    args,
    order,
    find: async ({ where: stretch, ...query }) => {
      const countries = await ctx.db.prisma.country.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [where, stretch] },
        ...query,
        include,
      });
      return countries.map(toCountryRow);
    },
    count: () => ctx.db.prisma.country.count({ where }),
  });
}

export async function findCountriesByIso3(ctx: Context, codes: readonly string[]) {
  const countries = await ctx.db.prisma.country.findMany({ where: { iso3: { in: [...codes] } } });
  return indexBy(countries.map(toCountryRow), ({ iso3 }) => iso3);
}

/** Throws InputError where there is none. */
export async function requireCountry(ctx: Context, argument: string, iso3: string): Promise<CountryRow> {
  const country = await load(ctx, findCountriesByIso3, iso3);
  if (country) return country;
  throw new InputError(argument, `no country has the code ${JSON.stringify(iso3)}; use ISO 3166-1 alpha-3`);
}

/** Throws InputError naming the first code that no country has. */
export async function requireCountries(
  ctx: Context,
  argument: string,
  codes: readonly string[],
): Promise<CountryRow[]> {
  return Promise.all(codes.map((code) => requireCountry(ctx, argument, code)));
}

export function countryOrder({ orderBy, direction }: Partial<QueryCountriesArgs>): KeysetOrder<CountryRow> {
  if (orderBy !== 'COUNTS')
    return textOrder('countries', orderBy === 'ISO3' ? 'iso3' : 'name', 'iso3', direction);
  return {
    ...relatedOrder('countries', 'counts', 'number', direction ?? 'ASC'),
    keyColumn: 'iso3',
    keyOf: ({ iso3 }) => iso3,
  };
}

/** The filter as a Prisma condition. Throws InputError. */
export function countryWhere(
  ctx: Context,
  filter: CountryFilter | null | undefined,
): Promise<Prisma.CountryWhereInput> {
  return composeWhere<CountryFilter, Prisma.CountryWhereInput>(filter, 'iso3', (part, argument) =>
    countryConditions(ctx, part, argument),
  );
}

async function countryConditions(
  ctx: Context,
  { iso3, group, on, text, onRecord }: CountryFilter,
  argument: string,
): Promise<Prisma.CountryWhereInput[]> {
  const conditions: Prisma.CountryWhereInput[] =
    text == null ? [] : wordsWhere(text, ['name', 'iso3', 'iso2']);
  if (iso3) conditions.push({ iso3: { in: iso3 } });
  if (group != null) {
    const { id } = await requireGroup(ctx, `${argument}.group`, group);
    conditions.push({ memberships: { some: { groupId: id, ...memberOn(on ?? ctx.today) } } });
  }
  if (onRecord) conditions.push(namedOnRecord(ctx));
  return conditions;
}

function namedOnRecord(ctx: Context): Prisma.CountryWhereInput {
  const count = visibleCounts(ctx.today);
  const event = visibleEvents(ctx.today);
  const provides = { OR: [{ counts: { some: { count } } }, { events: { some: { event } } }] };
  return {
    OR: [
      { recipientOf: { some: { count } } },
      { participation: { some: { event } } },
      { provider: provides },
    ],
  };
}
