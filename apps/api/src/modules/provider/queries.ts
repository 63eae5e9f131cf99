import type { Prisma, Provider } from '@muster/db';
import type { Context } from '../../context.ts';
import { textOrder } from '../../cursor.ts';
import { requireKnown, wordsWhere } from '../../filters.ts';
import type { ProviderFilter, QueryProvidersArgs } from '../../generated/resolvers.ts';
import { indexBy } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';

export interface ProviderRow extends Provider {
  __typename: 'Provider';
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
  const providers = await findProvidersBySlug(ctx, slugs);
  requireKnown(argument, slugs, providers, 'provider has the slug');
  return [...providers.values()].map(({ id }) => id);
}

export function findProviderPage(ctx: Context, args: Partial<QueryProvidersArgs>): Promise<ProviderPage> {
  const where = providerWhere(args.filter);
  return findPage({
    args,
    order: textOrder<ProviderRow>('providers', 'name', 'slug', args.direction),
    find: async ({ where: stretch, ...query }) => {
      const providers = await ctx.db.prisma.provider.findMany({ where: { AND: [where, stretch] }, ...query });
      return providers.map(toProviderRow);
    },
    count: () => ctx.db.prisma.provider.count({ where }),
  });
}

export function providerWhere(filter: ProviderFilter | null | undefined): Prisma.ProviderWhereInput {
  const { kind, text } = filter ?? {};
  const conditions: Prisma.ProviderWhereInput[] = text == null ? [] : wordsWhere(text, ['name', 'code']);
  return { AND: kind ? [...conditions, { kind: { in: kind } }] : conditions };
}
