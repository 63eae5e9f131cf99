import type { CommitmentStatus, CountKind } from '@muster/db';
import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import type { CountFilter } from '../../generated/resolvers.ts';
import type { Place } from '../../pagination.ts';
import type { Selection } from '../../selection.ts';
import { allOf, writePart } from '../totals/filter-sql.ts';
import { type Bind, collectValues } from '../totals/values.ts';
import { joinedCountsSql } from './joined-sql.ts';
import type { countOrder } from './order.ts';
import { type CountRecord, type CountRow, toCountRow } from './rows.ts';

interface Chosen {
  /** Null: both. */
  kind: CountKind | null;
  filter?: CountFilter | null | undefined;
  status?: CommitmentStatus[] | null | undefined;
  ids?: readonly number[] | undefined;
  /** Readers see what was known by then. */
  seenOn: Day;
}

interface Asked extends Chosen {
  order: ReturnType<typeof countOrder>;
  selection: Selection;
}

const FIRST: Place = { bounds: [], isBackward: false };

/** Whether one statement of ours can answer: SQL knows the filter and the order, and holds the relations. */
export function canJoin({ filter, order, selection }: Omit<Asked, 'kind' | 'seenOn'>): boolean {
  return !selection.has('links') && !order.relation && writePart(filter ?? {}, () => '') !== null;
}

/** Published counts with what is asked of their relations, by one prepared statement. Only where `canJoin` says so. */
export async function findJoinedCounts(
  ctx: Context,
  { order, selection, ...chosen }: Asked,
  place: Place,
  take: number,
): Promise<CountRow[]> {
  const { sql, values } = writeJoinedCounts({ order, selection, ...chosen }, place, take);
  return read(ctx, sql, values, chosen.seenOn);
}

/** The same statement, for who sends it within a transaction. */
export function writeJoinedCounts(
  { order, selection, ...chosen }: Asked,
  place: Place,
  take: number,
): { sql: string; values: unknown[] } {
  const { values, bind } = collectValues();
  const condition = writeChosen(chosen, bind);
  return { sql: joinedCountsSql({ condition, order, place, take, selection }, bind), values };
}

/** A published count with what is asked of its relations, which are not links. */
export async function findJoinedCount(
  ctx: Context,
  { slug, kind, seenOn }: { slug: string; kind: CountKind; seenOn: Day },
  selection: Selection,
): Promise<CountRow | null> {
  const { values, bind } = collectValues();
  const condition = writeChosen({ kind, seenOn, filter: { slug: [slug] } }, bind);
  const sql = joinedCountsSql({ condition, place: FIRST, take: 1, selection }, bind);
  const [count] = await read(ctx, sql, values, seenOn);
  return count ?? null;
}

function writeChosen({ kind, filter, status, ids, seenOn }: Chosen, bind: Bind): string {
  const condition = allOf([
    ...(kind ? [`c.kind = ${bind(kind)}`] : []),
    "c.state = 'PUBLISHED'",
    `c.known_on <= ${bind(seenOn)}::date`,
    writePart({ ...filter }, bind),
    ...(status ? [writePart({ status }, bind)] : []),
    ...(ids ? [`c.id = ANY(${bind(ids)}::int[])`] : []),
  ]);
  if (condition === null) throw new Error('the filter is not in SQL');
  return condition;
}

async function read(ctx: Context, sql: string, values: unknown[], seenOn: Day): Promise<CountRow[]> {
  // Fields as Prisma's, but days and what is within JSON as text, which rows take as well.
  const records = await ctx.db.query<CountRecord>(sql, values, { isPrepared: true });
  return records.map((record) => toCountRow(record, seenOn));
}
