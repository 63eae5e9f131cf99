import type { Program } from '@muster/db';
import { type ProgramInput, programInput } from '@muster/schema/rules';
import { type ProgramRow, toProgramRow } from '../../program/queries.ts';
import { at, type Entity, raised } from '../entity.ts';

const seen = { state: { in: ['PUBLISHED' as const, 'RETRACTED' as const] } };
const MOST_TOLD = 5;

export const programEntity: Entity<
  Program,
  ProgramInput,
  { __typename: 'ProgramSaved'; program: ProgramRow }
> = {
  entity: 'PROGRAM',
  name: 'Program',
  word: 'program',
  rules: programInput,
  unique: ['slug'],
  fixed: ['slug'],
  keyOf: ({ slug }) => slug,
  titleOf: ({ name }) => name,
  toInput: ({ slug, name, description }) => ({ slug, name, description }),
  listMentions: () => [],
  find: (transaction, slug) => transaction.program.findUnique({ where: { slug } }),
  require: (transaction, id) => transaction.program.findUniqueOrThrow({ where: { id } }),
  isTaken: async (transaction, _, { slug }) => (await transaction.program.count({ where: { slug } })) > 0,
  isSeen: async (transaction, { id }) =>
    (await transaction.program.count({
      where: { id, OR: [{ counts: { some: seen } }, { events: { some: seen } }] },
    })) > 0,
  isPublic: () => true,
  insert: async (transaction, input) =>
    (await transaction.program.create({ data: input, select: { id: true } })).id,
  write: async (transaction, row, input) =>
    (await transaction.program.updateMany({ where: at(row), data: { ...input, ...raised() } })).count === 1,
  findReferrers: async (transaction, { id }) => {
    const query = { where: { programId: id }, select: { slug: true }, take: MOST_TOLD };
    return [...(await transaction.count.findMany(query)), ...(await transaction.event.findMany(query))].map(
      ({ slug }) => slug,
    );
  },
  remove: async (transaction, row) => (await transaction.program.deleteMany({ where: at(row) })).count === 1,
  present: async (ctx, id) => {
    const program = await ctx.db.prisma.program.findUnique({ where: { id } });
    return program && { __typename: 'ProgramSaved', program: toProgramRow(program) };
  },
};
