import { Prisma } from '@muster/db';
import type { Cursor, KeysetOrder } from './cursor.ts';
import { toDate } from './days.ts';

/** A Prisma condition on the order's own columns; fits the where of any model that has them. */
export type KeysetWhere = Record<string, never>;
export type KeysetOrderBy = Record<string, never>[];

/** Strictly beyond a cursor, or the row at it too. */
export type Bound = 'after' | 'before' | 'notAfter' | 'notBefore';

export interface PlaceBound {
  cursor: Cursor;
  bound: Bound;
  /** Of the rows within: those that have the order's value, or those that have none; left out: all. */
  part?: 'said' | 'silent';
}

/**
 * The same bounds, twice where one of them would hold for rows with a later value and for those with none: no index finds
 * both, so they are read one after the other, or a page costs as much as all that stand before it. In the order of reading.
 */
export function splitBounds(
  order: KeysetOrder<never>,
  bounds: readonly PlaceBound[],
  isBackward: boolean,
): (readonly PlaceBound[])[] {
  const split = bounds.find(
    ({ cursor, bound }) => order.isNullable && cursor.value !== null && readBound(order, bound).isAfter,
  );
  if (!split) return [bounds];
  const parts = (['said', 'silent'] as const).map((part) =>
    bounds.map((it) => (it === split ? { ...it, part } : it)),
  );
  return isBackward ? parts.reverse() : parts;
}

/** Rows of one part after the other, until there are as many as asked for. */
export async function readParts<Row>(
  parts: (readonly PlaceBound[])[],
  take: number,
  read: (bounds: readonly PlaceBound[], take: number) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const bounds of parts) {
    if (rows.length < take) rows.push(...(await read(bounds, take - rows.length)));
  }
  return rows;
}

interface Reading {
  isAfter: boolean;
  /** Comparison of keys among rows of the cursor's value. */
  key: 'gt' | 'gte' | 'lt' | 'lte';
  /** Comparison of values. */
  value: 'gt' | 'lt';
}

export function keysetWhere(order: KeysetOrder<never>, { cursor, bound, part }: PlaceBound): KeysetWhere {
  const { relation, column, keyColumn } = order;
  const { isAfter, key, value } = readBound(order, bound);
  const where = (value: unknown) => (relation ? { [relation]: { [column]: value } } : { [column]: value });
  if (part === 'silent') return condition(where(null));
  // Two conditions, for a list may be ordered by its key.
  const same = { AND: [where(toColumn(order, cursor)), { [keyColumn]: { [key]: toKey(order, cursor) } }] };
  if (cursor.value === null) return condition(isAfter ? same : { OR: [same, where({ not: null })] });
  const further = where({ [value]: toColumn(order, cursor) });
  const silent = order.isNullable && isAfter && part === undefined ? [where(null)] : [];
  const within = { OR: [further, same, ...silent] };
  // Says nothing new, but an index can begin there.
  return condition(
    silent.length > 0 ? within : { AND: [where({ [`${value}e`]: toColumn(order, cursor) }), within] },
  );
}

export function allOf(conditions: KeysetWhere[]): KeysetWhere {
  return condition({ AND: conditions });
}

export function keysetOrderBy(order: KeysetOrder<never>, isBackward: boolean): KeysetOrderBy {
  const sort = isBackward === (order.direction === 'ASC') ? 'desc' : 'asc';
  const nulls = isBackward ? 'first' : 'last';
  const by = { [order.column]: order.isNullable ? { sort, nulls } : sort };
  return [
    order.relation ? { [order.relation]: by } : by,
    { [order.keyColumn]: isBackward ? 'desc' : 'asc' },
  ].map((part) => part as Record<string, never>);
}

/** What to read along with a list's rows for the cursors of its order. */
export function keysetInclude({ relation, column }: KeysetOrder<never>) {
  return relation ? { [relation]: { select: { [column]: true } } } : {};
}

/** The order's columns as SQL, where a list is read past Prisma. */
export interface KeysetColumns {
  value: Prisma.Sql;
  key: Prisma.Sql;
}

const OPERATORS = {
  gt: Prisma.sql`>`,
  gte: Prisma.sql`>=`,
  lt: Prisma.sql`<`,
  lte: Prisma.sql`<=`,
};

export function keysetSql(
  order: KeysetOrder<never>,
  columns: KeysetColumns,
  { cursor, bound, part }: PlaceBound,
): Prisma.Sql {
  if (part === 'silent') return Prisma.sql`${columns.value} IS NULL`;
  const { isAfter, ...operators } = readBound(order, bound);
  const further = Prisma.sql`${columns.key} ${OPERATORS[operators.key]} ${cursor.key}`;
  if (cursor.value === null) {
    const same = Prisma.sql`(${columns.value} IS NULL AND ${further})`;
    return isAfter ? same : Prisma.sql`(${same} OR ${columns.value} IS NOT NULL)`;
  }
  const value = order.kind === 'day' ? Prisma.sql`${cursor.value}::date` : Prisma.sql`${cursor.value}`;
  const within = Prisma.sql`${columns.value} ${OPERATORS[operators.value]} ${value}
    OR (${columns.value} = ${value} AND ${further})`;
  if (order.isNullable && isAfter && part === undefined) {
    return Prisma.sql`(${within} OR ${columns.value} IS NULL)`;
  }
  return Prisma.sql`${columns.value} ${OPERATORS[`${operators.value}e`]} ${value} AND (${within})`;
}

export function keysetOrderSql(order: KeysetOrder<never>, columns: KeysetColumns, isBackward: boolean) {
  const [sort, reverse] = [Prisma.sql`ASC`, Prisma.sql`DESC`];
  const bySort = isBackward === (order.direction === 'ASC') ? reverse : sort;
  // Of a column without nulls it would only keep the index away.
  const nulls = !order.isNullable
    ? Prisma.empty
    : isBackward
      ? Prisma.sql`NULLS FIRST`
      : Prisma.sql`NULLS LAST`;
  return Prisma.sql`${columns.value} ${bySort} ${nulls}, ${columns.key} ${isBackward ? reverse : sort}`;
}

function readBound({ direction }: KeysetOrder<never>, bound: Bound): Reading {
  const isAfter = bound === 'after' || bound === 'notBefore';
  const isInclusive = bound === 'notBefore' || bound === 'notAfter';
  const value = isAfter === (direction === 'ASC') ? 'gt' : 'lt';
  if (isAfter) return { isAfter, value, key: isInclusive ? 'gte' : 'gt' };
  return { isAfter, value, key: isInclusive ? 'lte' : 'lt' };
}

function toKey({ keyKind }: KeysetOrder<never>, { key }: Cursor): string | number {
  return keyKind === 'number' ? Number(key) : key;
}

function toColumn(order: KeysetOrder<never>, { value }: Cursor) {
  return order.kind === 'day' && typeof value === 'string' ? toDate(value) : value;
}

// The columns are the caller's, chosen per model: their names and types are matched there, not here.
function condition(where: object): KeysetWhere {
  return where as KeysetWhere;
}
