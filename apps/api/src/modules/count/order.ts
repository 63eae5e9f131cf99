import type { CursorValue, KeysetOrder } from '../../cursor.ts';
import type { CountOrder, Direction } from '../../generated/resolvers.ts';
import type { CountRow } from './rows.ts';

type Column = Pick<KeysetOrder<CountRow>, 'column' | 'kind' | 'isNullable' | 'valueOf'>;

const COLUMNS: Record<CountOrder, Column> = {
  STATED_ON: {
    column: 'statedOn',
    kind: 'day',
    isNullable: true,
    valueOf: ({ statedOn }): CursorValue => statedOn?.date ?? null,
  },
  QUANTITY: {
    column: 'quantityHigh',
    kind: 'number',
    isNullable: true,
    valueOf: ({ quantity }): CursorValue => quantity?.high ?? null,
  },
  WINDOW_END: {
    column: 'windowEnd',
    kind: 'day',
    isNullable: true,
    valueOf: ({ window }): CursorValue => window.end?.date ?? null,
  },
  TITLE: { column: 'title', kind: 'text', isNullable: false, valueOf: ({ title }): CursorValue => title },
};

/** The order of a list of counts; left out: newest first. */
export function countOrder(orderBy?: CountOrder | null, direction?: Direction | null): KeysetOrder<CountRow> {
  const by = orderBy ?? 'STATED_ON';
  const way = direction ?? 'DESC';
  return {
    ...COLUMNS[by],
    name: `counts by ${by} ${way}`,
    direction: way,
    keyColumn: 'slug',
    keyOf: ({ slug }) => slug,
  };
}
