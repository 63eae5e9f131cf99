import type { Verdict } from '@muster/accounting';
import { type CommitmentStatus, type CountKind, Prisma } from '@muster/db';
import type { Context } from '../../../context.ts';
import type { Day } from '../../../days.ts';
import type { CountFilter, CountOrder, Direction } from '../../../generated/resolvers.ts';
import { keysetInclude } from '../../../keyset.ts';
import type { Selection } from '../../../selection.ts';
import { countOrder } from '../../count/order.ts';
import {
  COUNT_PARTIES,
  type CountRecord,
  type CountRow,
  countWhere,
  toCountRow,
  visibleCounts,
} from '../../count/queries.ts';
import { canJoin, writeJoinedCounts } from '../../count/queries-joined.ts';
import { findIdsByVerdict } from '../../totals/standing.ts';
import { CITED, type CitedSource, dropRepeated, type Listing, ROWS_AT_ONCE, readInOrder } from './reading.ts';

export interface CountArgs {
  filter?: CountFilter | null;
  status?: CommitmentStatus[] | null;
  verdict?: Verdict[] | null;
  orderBy?: CountOrder | null;
  direction?: Direction | null;
  knownOn?: Day | null;
}

export interface CountExport extends CountRow {
  sources: CitedSource[];
}

const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }];

const COUNT = {
  ...COUNT_PARTIES,
  claims: { orderBy: inOrder, select: { source: CITED } },
} satisfies Prisma.CountInclude;

/** All of a count, and of what hangs on it what a row tells. */
const EVERYTHING = select({
  ...Object.fromEntries(Object.values(Prisma.CountScalarFieldEnum).map((field) => [field, {}])),
  program: { slug: {} },
  providers: { code: {} },
  recipients: { country: { iso3: {} }, group: { code: {} } },
  claims: { source: { slug: {}, title: {}, url: {} } },
});

interface Fields {
  [name: string]: Fields;
}

function select(fields: Fields): Selection {
  return new Map(Object.entries(fields).map(([name, beneath]) => [name, select(beneath)]));
}

// It only names the cursors of a list, and none of these leaves the API.
const ANY_KIND = 'COMMITMENT';

/** Published counts of a kind, or of both, each with its parties and sources. Throws InputError as the API's list does. */
export async function listCounts(
  ctx: Context,
  kind: CountKind | null,
  args: CountArgs,
): Promise<Listing<CountExport>> {
  const where = await writeWhere(ctx, kind, args);
  const seenOn = args.knownOn ?? ctx.today;
  const order = countOrder(ANY_KIND, args.orderBy, args.direction);
  const { filter, status } = args;
  const asked = { kind, filter, status, seenOn, order, selection: EVERYTHING };
  const isJoined = !args.verdict && canJoin(asked);
  return {
    count: ({ records }) => records.count.count({ where }),
    read: (reading) =>
      readInOrder<CountExport>(reading, order, async ({ where: stretch, ...query }, place) => {
        if (isJoined) {
          const { sql, values } = writeJoinedCounts(asked, place, query.take);
          // A statement of ours does not know where a release's tables are; the connection of one does.
          const records = ctx.release
            ? await ctx.db.query<CountRecord>(sql, values)
            : await reading.records.$queryRawUnsafe<CountRecord[]>(sql, ...values);
          return records.map((record) => {
            const { claims = [], ...count } = toCountRow(record, seenOn);
            return { ...count, sources: dropRepeated(claims.flatMap(({ source }) => source ?? [])) };
          });
        }
        const counts = await reading.records.count.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, stretch] },
          ...query,
          include: { ...COUNT, ...keysetInclude(order) },
        });
        return counts.map(({ claims, ...count }) => ({
          ...toCountRow(count, seenOn),
          sources: dropRepeated(claims.map(({ source }) => source)),
        }));
      }),
  };
}

type Telling = Prisma.ClaimGetPayload<{ include: { source: typeof CITED } }>;

interface ToldCount extends CountRow {
  told: Telling[];
}

export interface ClaimExport extends Telling {
  count: Pick<CountRow, 'slug' | 'kind'>;
}

/** Every telling of the counts that the arguments take, count by count in their order. Throws as `listCounts`. */
export async function listClaims(ctx: Context, args: CountArgs): Promise<Listing<ClaimExport>> {
  const where = await writeWhere(ctx, null, args);
  const seenOn = args.knownOn ?? ctx.today;
  const order = countOrder(ANY_KIND, args.orderBy, args.direction);
  return {
    count: ({ records }) => records.claim.count({ where: { count: where } }),
    async *read(reading) {
      const counts = readInOrder<ToldCount>(reading, order, async ({ where: stretch, ...query }) => {
        const rows = await reading.records.count.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, stretch] },
          ...query,
          include: { claims: { orderBy: inOrder, include: { source: CITED } }, ...keysetInclude(order) },
        });
        return rows.map(({ claims: told, ...count }) => ({ ...toCountRow(count, seenOn), told }));
      });
      for await (const batch of counts) {
        yield batch.flatMap(({ told, slug, kind }) =>
          told.map((claim) => ({ ...claim, count: { slug, kind } })),
        );
      }
    },
  };
}

export type LinkExport = Prisma.LinkGetPayload<{ include: typeof LINK }>;

const END = { select: { slug: true, kind: true } } as const;
const LINK = { from: END, to: END, source: CITED } satisfies Prisma.LinkInclude;

/** Links with an end that the arguments take, both of whose ends readers may see; oldest first. Throws as `listCounts`. */
export async function listLinks(
  ctx: Context,
  { filter, knownOn }: Pick<CountArgs, 'filter' | 'knownOn'>,
): Promise<Listing<LinkExport>> {
  const taken = await writeWhere(ctx, null, { filter, knownOn });
  const seen = visibleCounts(knownOn ?? ctx.today);
  const where = { AND: [{ from: seen, to: seen }, { OR: [{ from: taken }, { to: taken }] }] };
  return {
    count: ({ records }) => records.link.count({ where }),
    async *read({ records, check }) {
      let after = 0;
      for (let isMore = true; isMore; ) {
        const links = await records.link.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, { id: { gt: after } }] },
          orderBy: { id: 'asc' },
          take: ROWS_AT_ONCE,
          include: LINK,
        });
        await check();
        if (links.length > 0) yield links;
        isMore = links.length === ROWS_AT_ONCE;
        after = links.at(-1)?.id ?? after;
      }
    },
  };
}

async function writeWhere(
  ctx: Context,
  kind: CountKind | null,
  { filter, status, verdict, knownOn: asked }: CountArgs,
): Promise<Prisma.CountWhereInput> {
  const knownOn = asked ?? ctx.today;
  return {
    AND: [
      await countWhere(ctx, filter, { knownOn, ...(kind && { kind }) }),
      status ? { status: { in: status } } : {},
      verdict ? { id: { in: await findIdsByVerdict(ctx, verdict, knownOn) } } : {},
    ],
  };
}
