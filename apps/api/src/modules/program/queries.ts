import type { Prisma, Program } from '@muster/db';
import { composeWhere } from '../../composition.ts';
import type { Context } from '../../context.ts';
import { type KeysetOrder, relatedOrder, textOrder } from '../../cursor.ts';
import { requireKnown, wordsWhere } from '../../filters.ts';
import type { ProgramFilter, QueryProgramsArgs } from '../../generated/resolvers.ts';
import { keysetInclude } from '../../keyset.ts';
import { indexBy, load } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';
import { visibleCounts } from '../count/include.ts';
import { visibleEvents } from '../event/visible.ts';
import { requireProviderIds } from '../provider/queries.ts';

export interface ProgramRow extends Program {
  __typename: 'Program';
  /** Where the list is ordered by it. */
  order?: { counts?: number } | null;
}

export type ProgramPage = Page<ProgramRow>;

export function toProgramRow(program: Program): ProgramRow {
  return { __typename: 'Program', ...program };
}

export async function findProgramsById(ctx: Context, ids: readonly number[]) {
  const programs = await ctx.db.prisma.program.findMany({ where: { id: { in: [...ids] } } });
  return indexBy(programs.map(toProgramRow), ({ id }) => id);
}

export async function findProgramsBySlug(ctx: Context, slugs: readonly string[]) {
  const programs = await ctx.db.prisma.program.findMany({ where: { slug: { in: [...slugs] } } });
  return indexBy(programs.map(toProgramRow), ({ slug }) => slug);
}

/** Throws InputError naming the first slug that no program has. */
export async function requireProgramIds(
  ctx: Context,
  argument: string,
  slugs: readonly string[],
): Promise<number[]> {
  const programs = await Promise.all(slugs.map((slug) => load(ctx, findProgramsBySlug, slug)));
  const found = indexBy(
    programs.filter((program) => program !== null),
    ({ slug }) => slug,
  );
  requireKnown(argument, slugs, found, 'program');
  return [...found.values()].map(({ id }) => id);
}

export async function findProgramPage(ctx: Context, args: Partial<QueryProgramsArgs>): Promise<ProgramPage> {
  const where = await programWhere(ctx, args.filter);
  const order = programOrder(args);
  const include = keysetInclude(order);
  return findPage({
    args,
    order,
    find: async ({ where: stretch, ...query }) => {
      const programs = await ctx.db.prisma.program.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [where, stretch] },
        ...query,
        include,
      });
      return programs.map(toProgramRow);
    },
    count: () => ctx.db.prisma.program.count({ where }),
  });
}

export function programOrder({ orderBy, direction }: Partial<QueryProgramsArgs>): KeysetOrder<ProgramRow> {
  if (orderBy !== 'COUNTS') return textOrder('programs', 'name', 'slug', direction);
  return {
    ...relatedOrder('programs', 'counts', 'number', direction ?? 'ASC'),
    keyOf: ({ slug }) => slug,
  };
}

/** The filter as a Prisma condition. Throws InputError. */
export function programWhere(
  ctx: Context,
  filter: ProgramFilter | null | undefined,
): Promise<Prisma.ProgramWhereInput> {
  return composeWhere<ProgramFilter, Prisma.ProgramWhereInput>(filter, 'slug', (part, argument) =>
    programConditions(ctx, part, argument),
  );
}

async function programConditions(
  ctx: Context,
  { slug, provider, text }: ProgramFilter,
  argument: string,
): Promise<Prisma.ProgramWhereInput[]> {
  const conditions: Prisma.ProgramWhereInput[] = text == null ? [] : wordsWhere(text, ['name']);
  if (slug) conditions.push({ slug: { in: slug } });
  if (provider != null) {
    const [providerId] = await requireProviderIds(ctx, `${argument}.provider`, [provider]);
    const providers = { some: { providerId } };
    const counts = { some: { ...visibleCounts(ctx.today), providers } };
    conditions.push({ OR: [{ counts }, { events: { some: { ...visibleEvents(ctx.today), providers } } }] });
  }
  return conditions;
}
