import type { Provider } from '@muster/db';
import type { Context } from '../../context.ts';
import { indexBy } from '../../loading.ts';
import type { Page } from '../../pagination.ts';

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
