import { type CommitmentStatus, type CountKind, Prisma } from '@muster/db';
import type { Context } from '../../context.ts';
import { type Day, toDate } from '../../days.ts';
import type { CountFilter, CountOrder, Direction } from '../../generated/resolvers.ts';
import { keysetInclude } from '../../keyset.ts';
import { groupBy, indexBy } from '../../loading.ts';
import { findOwnedPages } from '../../owned.ts';
import { findPage, type PageArgs, readPageRequest } from '../../pagination.ts';
import type { Selection } from '../../selection.ts';
import { toProviderRow } from '../provider/queries.ts';
import { countWhere } from './filter.ts';
import { countInclude, visibleCounts } from './include.ts';
import { countOrder } from './order.ts';
import { type CountOwner, ownedCountsSql, ownersSql } from './owners.ts';
import { canJoin, findJoinedCount, findJoinedCounts } from './queries-joined.ts';
import {
  type ClaimRow,
  type CountPage,
  type CountRow,
  type LinkRow,
  type OtherFigureRow,
  type RecipientRow,
  toClaimRow,
  toCountRow,
  toLinkRow,
  toOtherFigureRow,
  toRecipientRow,
} from './rows.ts';

export { countWhere, requireOrderedQuantity } from './filter.ts';
export { COUNT_PARTIES, countInclude, visibleCounts } from './include.ts';
export * from './rows.ts';

export interface FindCounts {
  where: Prisma.CountWhereInput;
  /** Relations to read along, in the same statement; see `countInclude`. */
  include?: Prisma.CountInclude;
  orderBy?: Prisma.CountOrderByWithRelationInput[];
  take?: number;
  /** The day that the rows are seen as of; default: today. */
  seenOn?: Day;
}

export async function findCounts(
  ctx: Context,
  { seenOn = ctx.today, ...query }: FindCounts,
): Promise<CountRow[]> {
  const counts = await ctx.db.prisma.count.findMany({ relationLoadStrategy: 'join', ...query });
  return counts.map((count) => toCountRow(count, seenOn));
}

export interface CountListArgs extends PageArgs {
  filter?: CountFilter | null;
  status?: CommitmentStatus[] | null;
  /** Only these, where given. */
  ids?: readonly number[] | undefined;
  orderBy?: CountOrder | null;
  direction?: Direction | null;
  knownOn?: Day | null;
}

/** A page of published counts of a kind, with the relations that `selection` asks for. */
export async function findCountPage(
  ctx: Context,
  kind: CountKind,
  args: CountListArgs,
  selection: Selection,
): Promise<CountPage> {
  const seenOn = args.knownOn ?? ctx.today;
  const order = countOrder(kind, args.orderBy, args.direction);
  readPageRequest(args, order);
  const filtered = await countWhere(ctx, args.filter, { kind, knownOn: seenOn });
  const where: Prisma.CountWhereInput = {
    AND: [
      filtered,
      args.status ? { status: { in: args.status } } : {},
      args.ids ? { id: { in: [...args.ids] } } : {},
    ],
  };
  const include = { ...countInclude(selection, seenOn), ...keysetInclude(order) };
  const asked = { kind, seenOn, order, selection, filter: args.filter, status: args.status, ids: args.ids };
  return findPage({
    args,
    order,
    find: canJoin(asked)
      ? ({ take }, place) => findJoinedCounts(ctx, asked, place, take)
      : ({ where: stretch, ...query }) =>
          findCounts(ctx, { where: { AND: [where, stretch] }, ...query, include, seenOn }),
    count: () => ctx.db.prisma.count.count({ where }),
  });
}

/** A published count; null where there is none of that kind, or it was not yet known. */
export async function findCount(
  ctx: Context,
  kind: CountKind,
  { slug, knownOn }: { slug: string; knownOn?: Day | null },
  selection: Selection,
): Promise<CountRow | null> {
  const seenOn = knownOn ?? ctx.today;
  if (!selection.has('links')) return findJoinedCount(ctx, { slug, kind, seenOn }, selection);
  const where = { slug, kind, ...visibleCounts(seenOn) };
  const [count] = await findCounts(ctx, { where, include: countInclude(selection, seenOn), seenOn });
  return count ?? null;
}

/** What pages of several owners' counts have in common. */
export interface OwnedCounts {
  owner: CountOwner;
  kind: CountKind;
  args: PageArgs;
  seenOn: Day;
  include: Prisma.CountInclude;
}

/** One page of published counts, newest first, for each of the owners. */
export async function findCountPagesOfOwners(
  ctx: Context,
  keys: readonly (string | number)[],
  { owner, kind, args, seenOn, include }: OwnedCounts,
): Promise<Map<string | number, CountPage>> {
  return findOwnedPages(keys, {
    args,
    order: countOrder(kind),
    columns: { value: Prisma.sql`item.stated_on`, key: Prisma.sql`item.slug` },
    owners: ownersSql(owner, keys),
    items: ownedCountsSql(owner, kind, seenOn),
    run: (sql) => ctx.db.query(sql.text, sql.values),
    readRows: async (ids) => {
      const rows = await findCounts(ctx, { where: { id: { in: ids } }, include, seenOn });
      return indexBy(rows, ({ id }) => id);
    },
  });
}

/** Counts that readers may see on the day `seenOn`. */
export async function findCountsById(ctx: Context, ids: readonly number[], seenOn: Day) {
  const where = { ...visibleCounts(seenOn), id: { in: [...ids] } };
  return indexBy(await findCounts(ctx, { where, seenOn }), ({ id }) => id);
}

/** Counts that readers may see on the day `seenOn`. */
export async function findCountsBySlug(ctx: Context, slugs: readonly string[], seenOn: Day) {
  const where = { ...visibleCounts(seenOn), slug: { in: [...slugs] } };
  return indexBy(await findCounts(ctx, { where, seenOn }), ({ slug }) => slug);
}

export async function findProvidersOfCounts(ctx: Context, ids: readonly number[]) {
  const rows = await ctx.db.prisma.countProvider.findMany({
    relationLoadStrategy: 'join',
    where: { countId: { in: [...ids] } },
    orderBy: { position: 'asc' },
    include: { provider: true },
  });
  const providers = rows.map(({ countId, provider }) => ({ countId, provider: toProviderRow(provider) }));
  return mapValues(
    groupBy(providers, ({ countId }) => countId),
    ({ provider }) => provider,
  );
}

export async function findRecipientsOfCounts(
  ctx: Context,
  ids: readonly number[],
): Promise<Map<number, RecipientRow[]>> {
  const rows = await ctx.db.prisma.countRecipient.findMany({
    relationLoadStrategy: 'join',
    where: { countId: { in: [...ids] } },
    orderBy: { position: 'asc' },
    include: { country: true, group: true },
  });
  return mapValues(
    groupBy(rows, ({ countId }) => countId),
    toRecipientRow,
  );
}

export async function findClaimsOfCounts(
  ctx: Context,
  ids: readonly number[],
  seenOn: Day,
): Promise<Map<number, ClaimRow[]>> {
  const rows = await ctx.db.prisma.claim.findMany({
    where: { countId: { in: [...ids] } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return mapValues(
    groupBy(rows, ({ countId }) => countId),
    (claim) => toClaimRow(claim, seenOn),
  );
}

/** Claims that rest on the sources, of counts that readers may see today. */
export async function findClaimsOfSources(
  ctx: Context,
  sources: readonly number[],
): Promise<Map<number, ClaimRow[]>> {
  const rows = await ctx.db.prisma.claim.findMany({
    where: { sourceId: { in: [...sources] }, count: visibleCounts(ctx.today) },
    orderBy: [
      { count: { statedOn: { sort: 'desc', nulls: 'last' } } },
      { countId: 'asc' },
      { position: 'asc' },
    ],
  });
  return mapValues(
    groupBy(rows, ({ sourceId }) => sourceId),
    (claim) => toClaimRow(claim, ctx.today),
  );
}

/** Links from and to the counts whose other end readers may see on the day `seenOn`, each under each of its ends. */
export async function findLinksOfCounts(
  ctx: Context,
  ids: readonly number[],
  seenOn: Day,
): Promise<Map<number, LinkRow[]>> {
  const mine = new Set(ids);
  const other = visibleCounts(seenOn);
  const rows = await ctx.db.prisma.link.findMany({
    where: {
      OR: [
        { fromId: { in: [...ids] }, to: other },
        { toId: { in: [...ids] }, from: other },
      ],
    },
    orderBy: { id: 'asc' },
    include: {
      from: { select: { state: true, knownOn: true } },
      to: { select: { state: true, knownOn: true } },
    },
  });
  const links = new Map<number, LinkRow[]>(ids.map((id) => [id, []]));
  const isSeen = (end: { state: string; knownOn: Date }) =>
    end.state === 'PUBLISHED' && end.knownOn <= toDate(seenOn);
  for (const { from, to, ...link } of rows) {
    if (mine.has(link.fromId) && isSeen(to)) links.get(link.fromId)?.push(toLinkRow(link, seenOn));
    if (mine.has(link.toId) && isSeen(from)) links.get(link.toId)?.push(toLinkRow(link, seenOn));
  }
  return links;
}

export async function findOtherFiguresOfCounts(
  ctx: Context,
  ids: readonly number[],
): Promise<Map<number, OtherFigureRow[]>> {
  const rows = await ctx.db.prisma.otherFigure.findMany({
    where: { countId: { in: [...ids] } },
    orderBy: { position: 'asc' },
  });
  return mapValues(
    groupBy(rows, ({ countId }) => countId ?? 0),
    toOtherFigureRow,
  );
}

/**
 * How many distinct witnesses each count has: documents at the root of the lineage of its sources. A root that is
 * itself said to derive from something is known by those words, so that two such roots may be one witness.
 */
export async function countWitnesses(ctx: Context, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await ctx.db.query<{ countId: number; witnesses: number }>(
    `WITH RECURSIVE lineage AS (
       SELECT c.count_id, s.id, s.derived_from_id, s.derived_from_note
       FROM claim c JOIN source s ON s.id = c.source_id WHERE c.count_id = ANY ($1::int[])
       UNION
       SELECT l.count_id, s.id, s.derived_from_id, s.derived_from_note
       FROM lineage l JOIN source s ON s.id = l.derived_from_id)
     SELECT count_id AS "countId", count(DISTINCT coalesce(
       'words: ' || lower(trim(regexp_replace(derived_from_note, '\\s+', ' ', 'g'))), 'document: ' || id))::int AS witnesses
     FROM lineage WHERE derived_from_id IS NULL GROUP BY count_id`,
    [ids],
  );
  return new Map(rows.map(({ countId, witnesses }) => [countId, witnesses]));
}

function mapValues<Row, Result>(
  groups: Map<number, Row[]>,
  map: (row: Row) => Result,
): Map<number, Result[]> {
  return new Map([...groups].map(([key, rows]) => [key, rows.map((row) => map(row))]));
}
