import type { Prisma } from '@muster/db';
import type { Context } from '../../context.ts';
import { type Day, toDate } from '../../days.ts';
import { groupBy, indexBy } from '../../loading.ts';
import { toProviderRow } from '../provider/queries.ts';
import {
  type ClaimRow,
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

export { countWhere } from './filter.ts';
export * from './rows.ts';

/** What readers may see of counts on a day. */
export function visibleCounts(knownOn: Day): Prisma.CountWhereInput {
  return { state: 'PUBLISHED', knownOn: { lte: toDate(knownOn) } };
}

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

/** Every relation that totals need: program, providers, recipients with their countries and groups. */
export const COUNT_PARTIES = {
  program: true,
  providers: { orderBy: { position: 'asc' }, include: { provider: true } },
  recipients: { orderBy: { position: 'asc' }, include: { country: true, group: true } },
} satisfies Prisma.CountInclude;

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

function mapValues<Row, Result>(
  groups: Map<number, Row[]>,
  map: (row: Row) => Result,
): Map<number, Result[]> {
  return new Map([...groups].map(([key, rows]) => [key, rows.map((row) => map(row))]));
}
