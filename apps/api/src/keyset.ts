import type { Cursor, KeysetOrder } from './cursor.ts';
import { toDate } from './days.ts';

/** A Prisma condition on the order's own columns; fits the where of any model that has them. */
export type KeysetWhere = Record<string, never>;
export type KeysetOrderBy = Record<string, never>[];

/** Rows strictly after (or before) the cursor. */
export function keysetWhere(
  order: KeysetOrder<never>,
  cursor: Cursor,
  side: 'after' | 'before',
): KeysetWhere {
  const { column, keyColumn } = order;
  const isAfter = side === 'after';
  const sameValue = {
    [column]: toColumn(order, cursor),
    [keyColumn]: isAfter ? { gt: cursor.key } : { lt: cursor.key },
  };
  if (cursor.value === null) {
    return condition(isAfter ? sameValue : { OR: [sameValue, { [column]: { not: null } }] });
  }
  const isRising = isAfter === (order.direction === 'ASC');
  const further = { [column]: { [isRising ? 'gt' : 'lt']: toColumn(order, cursor) } };
  const silent = order.isNullable && isAfter ? [{ [column]: null }] : [];
  return condition({ OR: [further, sameValue, ...silent] });
}

export function allOf(conditions: KeysetWhere[]): KeysetWhere {
  return condition({ AND: conditions });
}

export function keysetOrderBy(order: KeysetOrder<never>, isBackward: boolean): KeysetOrderBy {
  const sort = isBackward === (order.direction === 'ASC') ? 'desc' : 'asc';
  const nulls = isBackward ? 'first' : 'last';
  return [
    { [order.column]: order.isNullable ? { sort, nulls } : sort },
    { [order.keyColumn]: isBackward ? 'desc' : 'asc' },
  ].map((part) => part as Record<string, never>);
}

function toColumn(order: KeysetOrder<never>, { value }: Cursor) {
  return order.kind === 'day' && typeof value === 'string' ? toDate(value) : value;
}

// The columns are the caller's, chosen per model: their names and types are matched there, not here.
function condition(where: object): KeysetWhere {
  return where as KeysetWhere;
}
