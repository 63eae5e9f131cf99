import type { Source } from '@muster/db';
import type { Context } from '../../context.ts';
import { type ImpreciseDateRow, toImpreciseDate } from '../../days.ts';
import { indexBy } from '../../loading.ts';
import type { Page } from '../../pagination.ts';

export interface SourceRow extends Omit<Source, 'publishedOn' | 'publishedOnPrecision'> {
  __typename: 'Source';
  publishedOn: ImpreciseDateRow | null;
}

export type SourcePage = Page<SourceRow>;

export function toSourceRow({ publishedOn, publishedOnPrecision, ...source }: Source): SourceRow {
  return {
    __typename: 'Source',
    ...source,
    publishedOn: toImpreciseDate(publishedOn, publishedOnPrecision),
  };
}

export async function findSourcesById(ctx: Context, ids: readonly number[]) {
  const sources = await ctx.db.prisma.source.findMany({ where: { id: { in: [...ids] } } });
  return indexBy(sources.map(toSourceRow), ({ id }) => id);
}

export async function findSourcesBySlug(ctx: Context, slugs: readonly string[]) {
  const sources = await ctx.db.prisma.source.findMany({ where: { slug: { in: [...slugs] } } });
  return indexBy(sources.map(toSourceRow), ({ slug }) => slug);
}
