import type { Prisma, Provider } from '@muster/db';
import { composeWhere } from '../../composition.ts';
import type { Context } from '../../context.ts';
import { type KeysetOrder, relatedOrder, textOrder } from '../../cursor.ts';
import { requireKnown, wordsWhere } from '../../filters.ts';
import type { ProviderFilter, QueryProvidersArgs } from '../../generated/resolvers.ts';
import { keysetInclude } from '../../keyset.ts';
import { indexBy, load } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';
import { requireCountries } from '../country/queries.ts';

export interface ProviderRow extends Provider {
  __typename: 'Provider';
  /** Where the list is ordered by it. */
  order?: { counts?: number } | null;
}

export type ProviderPage = Page<ProviderRow>;

export function toProviderRow(provider: Provider): ProviderRow {
  return { __typename: 'Provider', ...provider };
}

export async function findProvidersById(ctx: Context, ids: readonly number[]) {
  const providers = await ctx.db.prisma.provider.findMany({ where: { id: { in: [...ids] } } });
  return indexBy(providers.map(toProviderRow), ({ id }) => id);
}

export async function findProvidersBySlug(ctx: Context, slugs: readonly string[]) {
  const providers = await ctx.db.prisma.provider.findMany({ where: { slug: { in: [...slugs] } } });
  return indexBy(providers.map(toProviderRow), ({ slug }) => slug);
}

export async function findProvidersOfCountries(ctx: Context, countries: readonly string[]) {
  const providers = await ctx.db.prisma.provider.findMany({ where: { countryIso3: { in: [...countries] } } });
  return indexBy(providers.map(toProviderRow), ({ countryIso3 }) => countryIso3 ?? '');
}

/** Throws InputError naming the first slug that no provider has. */
export async function requireProviderIds(
  ctx: Context,
  argument: string,
  slugs: readonly string[],
): Promise<number[]> {
  const providers = await Promise.all(slugs.map((slug) => load(ctx, findProvidersBySlug, slug)));
  const found = indexBy(
    providers.filter((provider) => provider !== null),
    ({ slug }) => slug,
  );
  requireKnown(argument, slugs, found, 'provider');
  return [...found.values()].map(({ id }) => id);
}

export async function findProviderPage(
  ctx: Context,
  args: Partial<QueryProvidersArgs>,
): Promise<ProviderPage> {
  const where = await providerWhere(ctx, args.filter);
  const order = providerOrder(args);
  const include = keysetInclude(order);
  return findPage({
    args,
    order,
    find: async ({ where: stretch, ...query }) => {
      const providers = await ctx.db.prisma.provider.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [where, stretch] },
        ...query,
        include,
      });
      return providers.map(toProviderRow);
    },
    count: () => ctx.db.prisma.provider.count({ where }),
  });
}

export function providerOrder({ orderBy, direction }: Partial<QueryProvidersArgs>): KeysetOrder<ProviderRow> {
  if (orderBy !== 'COUNTS') return textOrder('providers', 'name', 'slug', direction);
  return {
    ...relatedOrder('providers', 'counts', 'number', direction ?? 'ASC'),
    keyOf: ({ slug }) => slug,
  };
}

/** The filter as a Prisma condition. Throws InputError. */
export function providerWhere(
  ctx: Context,
  filter: ProviderFilter | null | undefined,
): Promise<Prisma.ProviderWhereInput> {
  return composeWhere<ProviderFilter, Prisma.ProviderWhereInput>(filter, 'slug', (part, argument) =>
    providerConditions(ctx, part, argument),
  );
}

async function providerConditions(
  ctx: Context,
  { slug, kind, country, text }: ProviderFilter,
  argument: string,
): Promise<Prisma.ProviderWhereInput[]> {
  const conditions: Prisma.ProviderWhereInput[] = text == null ? [] : wordsWhere(text, ['name', 'code']);
  if (slug) conditions.push({ slug: { in: slug } });
  if (kind) conditions.push({ kind: { in: kind } });
  if (country) {
    await requireCountries(ctx, `${argument}.country`, country);
    conditions.push({ AND: [{ countryIso3: { not: null } }, { countryIso3: { in: country } }] });
  }
  return conditions;
}
