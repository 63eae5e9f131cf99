import type { CountKind } from '@muster/db';
import { type CursorValue, type KeysetOrder, relatedOrder } from '../../cursor.ts';
import type { CountOrder, Direction } from '../../generated/resolvers.ts';
import type { CountRow } from './rows.ts';

type Column = Pick<KeysetOrder<CountRow>, 'column' | 'kind' | 'isNullable' | 'valueOf'>;
type RelatedOrder = 'PROGRAM' | 'PROVIDER' | 'RECIPIENTS';

const COLUMNS: Record<Exclude<CountOrder, RelatedOrder>, Column> = {
  STATED_ON: {
    column: 'statedOn',
    kind: 'day',
    isNullable: true,
    valueOf: ({ statedOn }): CursorValue => statedOn?.date ?? null,
  },
  KNOWN_ON: {
    column: 'knownOn',
    kind: 'day',
    isNullable: false,
    valueOf: ({ knownOn }): CursorValue => knownOn,
  },
  QUANTITY: {
    column: 'quantityHigh',
    kind: 'number',
    isNullable: true,
    valueOf: ({ quantity }): CursorValue => quantity?.high ?? null,
  },
  WINDOW_START: {
    column: 'windowStart',
    kind: 'day',
    isNullable: true,
    valueOf: ({ window }): CursorValue => window.start?.date ?? null,
  },
  WINDOW_END: {
    column: 'windowEnd',
    kind: 'day',
    isNullable: true,
    valueOf: ({ window }): CursorValue => window.end?.date ?? null,
  },
  TITLE: { column: 'title', kind: 'text', isNullable: false, valueOf: ({ title }): CursorValue => title },
};

const RELATED: Record<RelatedOrder, (way: Direction) => KeysetOrder<CountRow>> = {
  PROGRAM: (way) => related('programName', 'text', way),
  PROVIDER: (way) => related('providerName', 'text', way),
  RECIPIENTS: (way) => related('recipients', 'number', way),
};

const LISTS: Record<CountKind, string> = { COMMITMENT: 'commitments', REPORTED_TOTAL: 'reportedTotals' };

/** The order of a list of counts of a kind; left out: newest first. */
export function countOrder(
  kind: CountKind,
  orderBy?: CountOrder | null,
  direction?: Direction | null,
): KeysetOrder<CountRow> {
  const by = orderBy ?? 'STATED_ON';
  const way = direction ?? 'DESC';
  const name = `${LISTS[kind]} by ${by} ${way}`;
  if (isRelated(by)) return { ...RELATED[by](way), name };
  return { ...COLUMNS[by], name, direction: way, keyColumn: 'slug', keyOf: ({ slug }) => slug };
}

function isRelated(by: CountOrder): by is RelatedOrder {
  return by in RELATED;
}

function related(
  column: keyof NonNullable<CountRow['order']>,
  kind: 'text' | 'number',
  way: Direction,
): KeysetOrder<CountRow> {
  return { ...relatedOrder('counts', column, kind, way), keyOf: ({ slug }) => slug };
}
