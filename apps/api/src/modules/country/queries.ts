import type { Country, Prisma } from '@muster/db';
import type { Context } from '../../context.ts';
import { textOrder } from '../../cursor.ts';
import { InputError } from '../../errors.ts';
import { wordsWhere } from '../../filters.ts';
import type { CountryFilter, QueryCountriesArgs } from '../../generated/resolvers.ts';
import { indexBy } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';
import { visibleCounts } from '../count/include.ts';
import { visibleEvents } from '../event/visible.ts';
import { memberOn } from '../group/membership.ts';
import { requireGroup } from '../group/queries.ts';

export interface CountryRow extends Country {
  __typename: 'Country';
}

export type CountryPage = Page<CountryRow>;

export function toCountryRow(country: Country): CountryRow {
  return { __typename: 'Country', ...country };
}

export async function findCountryPage(ctx: Context, args: Partial<QueryCountriesArgs>): Promise<CountryPage> {
  const where = await countryWhere(ctx, args.filter);
  const column = args.orderBy === 'ISO3' ? 'iso3' : 'name';
  return findPage({
    args,
    order: textOrder<CountryRow>('countries', column, 'iso3', args.direction),
    find: async ({ where: stretch, ...query }) => {
      const countries = await ctx.db.prisma.country.findMany({ where: { AND: [where, stretch] }, ...query });
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
  const country = (await findCountriesByIso3(ctx, [iso3])).get(iso3);
  if (country) return country;
  throw new InputError(argument, `no country has the code ${JSON.stringify(iso3)}; use ISO 3166-1 alpha-3`);
}

export async function countryWhere(
  ctx: Context,
  filter: CountryFilter | null | undefined,
): Promise<Prisma.CountryWhereInput> {
  const { iso3, group, on, text, onRecord } = filter ?? {};
  const conditions: Prisma.CountryWhereInput[] =
    text == null ? [] : wordsWhere(text, ['name', 'iso3', 'iso2']);
  if (iso3) conditions.push({ iso3: { in: iso3 } });
  if (group != null) {
    const { id } = await requireGroup(ctx, 'filter.group', group);
    conditions.push({ memberships: { some: { groupId: id, ...memberOn(on ?? ctx.today) } } });
  }
  if (onRecord) conditions.push(namedOnRecord(ctx));
  return { AND: conditions };
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
