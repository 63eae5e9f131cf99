import type { Prisma, Source } from '@muster/db';
import { composeWhere } from '../../composition.ts';
import type { Context } from '../../context.ts';
import { type KeysetOrder, textOrder } from '../../cursor.ts';
import { dateRangeWhere } from '../../date-range.ts';
import { type ImpreciseDateRow, toImpreciseDate } from '../../days.ts';
import { wordsWhere } from '../../filters.ts';
import type { QuerySourcesArgs, SourceFilter } from '../../generated/resolvers.ts';
import { groupBy, indexBy } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';

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

export async function findDerivatives(
  ctx: Context,
  ids: readonly number[],
): Promise<Map<number, SourceRow[]>> {
  const sources = await ctx.db.prisma.source.findMany({
    where: { derivedFromId: { in: [...ids] } },
    orderBy: { slug: 'asc' },
  });
  return groupBy(sources.map(toSourceRow), ({ derivedFromId }) => derivedFromId ?? 0);
}

export async function findSourcePage(ctx: Context, args: Partial<QuerySourcesArgs>): Promise<SourcePage> {
  const where = await sourceWhere(args.filter);
  return findPage({
    args,
    order: sourceOrder(args),
    find: async ({ where: stretch, ...query }) => {
      const sources = await ctx.db.prisma.source.findMany({ where: { AND: [where, stretch] }, ...query });
      return sources.map(toSourceRow);
    },
    count: () => ctx.db.prisma.source.count({ where }),
  });
}

export function sourceOrder({ orderBy, direction }: Partial<QuerySourcesArgs>): KeysetOrder<SourceRow> {
  const way = direction ?? 'DESC';
  if (orderBy === 'TITLE') return textOrder('sources', 'title', 'slug', way);
  if (orderBy === 'PUBLISHER') return textOrder('sources', 'publisher', 'slug', way);
  return {
    name: `sources by publishedOn ${way}`,
    column: 'publishedOn',
    kind: 'day',
    isNullable: true,
    direction: way,
    keyColumn: 'slug',
    valueOf: ({ publishedOn }) => publishedOn?.date ?? null,
    keyOf: ({ slug }) => slug,
  };
}

/** The filter as a Prisma condition. Throws InputError. */
export function sourceWhere(filter: SourceFilter | null | undefined): Promise<Prisma.SourceWhereInput> {
  return composeWhere<SourceFilter, Prisma.SourceWhereInput>(filter, 'slug', sourceConditions);
}

function sourceConditions(
  { slug, kind, language, publisher, isDerived, publishedOn, text }: SourceFilter,
  argument: string,
): Prisma.SourceWhereInput[] {
  const conditions: Prisma.SourceWhereInput[] = text == null ? [] : wordsWhere(text, ['title', 'publisher']);
  if (kind) conditions.push({ kind: { in: kind } });
  if (language) conditions.push({ language: { in: language } });
  if (slug) conditions.push({ slug: { in: slug } });
  if (publisher) conditions.push({ publisher: { in: publisher } });
  if (isDerived != null) {
    const derived = { OR: [{ derivedFromId: { not: null } }, { derivedFromNote: { not: null } }] };
    conditions.push(isDerived ? derived : { NOT: derived });
  }
  if (publishedOn) {
    conditions.push(
      dateRangeWhere(`${argument}.publishedOn`, publishedOn, 'publishedOn', 'publishedOnPrecision'),
    );
  }
  return conditions;
}
