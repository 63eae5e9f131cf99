import type { Prisma, Program } from '@muster/db';
import type { Context } from '../../context.ts';
import { textOrder } from '../../cursor.ts';
import { requireKnown, wordsWhere } from '../../filters.ts';
import type { ProgramFilter, QueryProgramsArgs } from '../../generated/resolvers.ts';
import { indexBy } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';
import { visibleCounts } from '../count/include.ts';
import { visibleEvents } from '../event/visible.ts';
import { requireProviderIds } from '../provider/queries.ts';

export interface ProgramRow extends Program {
  __typename: 'Program';
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
  const programs = await findProgramsBySlug(ctx, slugs);
  requireKnown(argument, slugs, programs, 'program has the slug');
  return [...programs.values()].map(({ id }) => id);
}

export async function findProgramPage(ctx: Context, args: Partial<QueryProgramsArgs>): Promise<ProgramPage> {
  const where = await programWhere(ctx, args.filter);
  return findPage({
    args,
    order: textOrder<ProgramRow>('programs', 'name', 'slug', args.direction),
    find: async ({ where: stretch, ...query }) => {
      const programs = await ctx.db.prisma.program.findMany({ where: { AND: [where, stretch] }, ...query });
      return programs.map(toProgramRow);
    },
    count: () => ctx.db.prisma.program.count({ where }),
  });
}

export async function programWhere(
  ctx: Context,
  filter: ProgramFilter | null | undefined,
): Promise<Prisma.ProgramWhereInput> {
  const { slug, provider, text } = filter ?? {};
  const conditions: Prisma.ProgramWhereInput[] = text == null ? [] : wordsWhere(text, ['name']);
  if (slug) conditions.push({ slug: { in: slug } });
  if (provider != null) {
    const [providerId] = await requireProviderIds(ctx, 'filter.provider', [provider]);
    const providers = { some: { providerId } };
    const counts = { some: { ...visibleCounts(ctx.today), providers } };
    conditions.push({ OR: [{ counts }, { events: { some: { ...visibleEvents(ctx.today), providers } } }] });
  }
  return { AND: conditions };
}
