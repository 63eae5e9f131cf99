import type { Program } from '@muster/db';
import type { Context } from '../../context.ts';
import { indexBy } from '../../loading.ts';
import type { Page } from '../../pagination.ts';

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
