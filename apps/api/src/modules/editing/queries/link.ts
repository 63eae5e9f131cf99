import { Prisma, type RecordState, type TransactionClient } from '@muster/db';
import { type LinkInput, linkInput } from '@muster/schema/rules';
import type { Context } from '../../../context.ts';
import type { KeysetOrder } from '../../../cursor.ts';
import { wordsWhere } from '../../../filters.ts';
import { findPage, type Page, type PageArgs } from '../../../pagination.ts';
import { type LinkRow, toLinkRow } from '../../count/queries.ts';
import { findCycle } from '../cycle.ts';
import { at, type Entity, raised } from '../entity.ts';
import { type References, requireNamed } from '../references.ts';
import type { FieldProblem } from '../results.ts';

const end = { select: { slug: true, state: true } } as const;
const include = {
  from: end,
  to: end,
  source: { select: { slug: true } },
} as const satisfies Prisma.LinkInclude;
type Row = Prisma.LinkGetPayload<{ include: typeof include }>;

export type LinkPage = Page<LinkRow>;

const isPublished = (...ends: { state: RecordState }[]) => ends.every(({ state }) => state === 'PUBLISHED');

export const linkEntity: Entity<Row, LinkInput, { __typename: 'LinkSaved'; link: LinkRow }> = {
  entity: 'LINK',
  name: 'Link',
  word: 'link',
  rules: linkInput,
  unique: [],
  fixed: [],
  keyOf: ({ id }) => String(id),
  titleOf: ({ from, to }) => `${from.slug} → ${to.slug}`,
  toInput: ({ from, to, relation, basis, note, source }) => ({
    from: from.slug,
    to: to.slug,
    relation,
    basis,
    note,
    source: source?.slug ?? null,
  }),
  listMentions: ({ from, to, source }) => [
    { path: 'from', kind: 'count', name: from },
    { path: 'to', kind: 'count', name: to },
    { path: 'source', kind: 'source', name: source },
  ],
  find: async (transaction, key) => {
    const id = readKey(key);
    return id === null ? null : transaction.link.findUnique({ where: { id }, include });
  },
  require: (transaction, id) => transaction.link.findUniqueOrThrow({ where: { id }, include }),
  isTaken: async () => false,
  isSeen: async (_, { from, to }) => isPublished(from, to),
  isPublic: ({ from, to }) => isPublished(from, to),
  willBeSeen: (input, { count }) =>
    isPublished(requireNamed(count, input.from), requireNamed(count, input.to)),
  findProblems: async (transaction, input, references, row) => {
    // Two links that close a cycle together must not be written side by side.
    await transaction.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('link'))::text`);
    return [
      ...(await findTwin(transaction, input, references, row)),
      ...(await findCycleProblems(transaction, input, references, row)),
    ];
  },
  insert: async (transaction, input, references) =>
    (await transaction.link.create({ data: toColumns(input, references), select: { id: true } })).id,
  write: async (transaction, row, input, references) => {
    const data = { ...toColumns(input, references), ...raised() };
    return (await transaction.link.updateMany({ where: at(row), data })).count === 1;
  },
  remove: async (transaction, row) => (await transaction.link.deleteMany({ where: at(row) })).count === 1,
  present: async (ctx, id) => {
    const link = await findLinkInAnyState(ctx, String(id));
    return link && { __typename: 'LinkSaved', link };
  },
};

function readKey(key: string): number | null {
  return /^[1-9]\d{0,8}$/.test(key) ? Number(key) : null;
}

function toColumns({ from, to, source, ...input }: LinkInput, references: References) {
  return {
    ...input,
    fromId: requireNamed(references.count, from).id,
    toId: requireNamed(references.count, to).id,
    sourceId: source === null ? null : requireNamed(references.source, source).id,
  };
}

async function findTwin(
  transaction: TransactionClient,
  { relation, ...input }: LinkInput,
  { count }: References,
  row: Row | null,
): Promise<FieldProblem[]> {
  const fromId = requireNamed(count, input.from).id;
  const toId = requireNamed(count, input.to).id;
  const twins = await transaction.link.count({
    where: { fromId, toId, relation, ...(row && { id: { not: row.id } }) },
  });
  return twins === 0 ? [] : [{ path: 'to', message: `there is this link already: ${relation}` }];
}

async function findCycleProblems(
  transaction: TransactionClient,
  input: LinkInput,
  { count }: References,
  row: Row | null,
): Promise<FieldProblem[]> {
  const others = await transaction.link.findMany({
    where: {
      relation: { in: ['PART_OF', 'MAY_BE_PART_OF', 'SAME_AS', 'SUPERSEDES'] },
      ...(row && { id: { not: row.id } }),
    },
    select: { fromId: true, toId: true, relation: true },
  });
  const mine = {
    fromId: requireNamed(count, input.from).id,
    toId: requireNamed(count, input.to).id,
    relation: input.relation,
  };
  const cycle = findCycle([...others, mine]);
  if (cycle === null) return [];
  const ids = [...cycle.matchAll(/\d+/g)].map(([id]) => Number(id));
  const counts = await transaction.count.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true },
  });
  const titles = new Map(counts.map(({ id, title }) => [String(id), `“${title}”`]));
  const path = cycle.replaceAll(/\d+/g, (id) => titles.get(id) ?? id);
  return [{ path: 'relation', message: `closes a circle: ${path}; a count cannot be part of itself` }];
}

const WITH_ENDS = { from: true, to: true, source: true } as const;

/** Between counts in any state: for editors alone. */
export async function findLinkInAnyState(ctx: Context, key: string): Promise<LinkRow | null> {
  const id = readKey(key);
  if (id === null) return null;
  const link = await ctx.db.prisma.link.findUnique({ where: { id }, include: WITH_ENDS });
  return link && toLinkRow(link, ctx.today);
}

const LAST_CHANGED: KeysetOrder<LinkRow> = {
  name: 'links by change',
  column: 'updatedAt',
  kind: 'instant',
  isNullable: false,
  direction: 'DESC',
  keyColumn: 'id',
  keyKind: 'number',
  valueOf: ({ updatedAt }) => updatedAt.toISOString(),
  keyOf: ({ id }) => String(id),
};

/** Between counts in any state, last changed first: for editors alone. */
export function findLinksInAnyState(
  ctx: Context,
  { count, text, ...args }: PageArgs & { count?: string | null; text?: string | null },
): Promise<LinkPage> {
  const conditions: Prisma.LinkWhereInput[] = [];
  if (count != null) conditions.push({ OR: [{ from: { slug: count } }, { to: { slug: count } }] });
  for (const word of text == null ? [] : wordsWhere(text, ['title', 'slug'])) {
    const note = wordsWhere(text ?? '', ['note']);
    conditions.push({ OR: [{ from: word }, { to: word }, ...note] });
  }
  const { link } = ctx.db.prisma;
  const where = { AND: conditions };
  return findPage({
    args,
    order: LAST_CHANGED,
    find: async ({ where: bounds, ...stretch }) => {
      const rows = await link.findMany({
        where: { AND: [where, bounds] },
        include: WITH_ENDS,
        ...stretch,
      });
      return rows.map((row) => toLinkRow(row, ctx.today));
    },
    count: () => link.count({ where }),
  });
}
