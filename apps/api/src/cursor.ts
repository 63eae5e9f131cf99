import { InputError } from './errors.ts';
import { isDay } from './scalars.ts';

export type CursorValue = string | number | null;

/** The order of a list: by a column, nulls last in both directions, ties by a unique key, always ascending. */
export interface KeysetOrder<Row> {
  /** Of the list and its order, e.g. `commitments by STATED_ON DESC`; a cursor is good for this one alone. */
  name: string;
  /** One-to-one relation in which the column stands; left out: the list's own table. */
  relation?: 'order';
  column: string;
  kind: 'text' | 'day' | 'instant' | 'number';
  isNullable: boolean;
  direction: 'ASC' | 'DESC';
  keyColumn: string;
  /** Left out: text. */
  keyKind?: 'number';
  valueOf(row: Row): CursorValue;
  keyOf(row: Row): string;
}

/** By a text column that every row has, ties by a unique key. */
export function textOrder<Row>(
  list: string,
  column: string & keyof Row,
  keyColumn: string & keyof Row,
  direction: 'ASC' | 'DESC' | null | undefined,
): KeysetOrder<Row> {
  const way = direction ?? 'ASC';
  return {
    name: `${list} by ${column} ${way}`,
    column,
    kind: 'text',
    isNullable: false,
    direction: way,
    keyColumn,
    valueOf: (row) => String(row[column]),
    keyOf: (row) => String(row[keyColumn]),
  };
}

/** By a column of a list's view of what it is ordered by, `order`. */
export function relatedOrder<Column extends string>(
  list: string,
  column: Column,
  kind: 'text' | 'number',
  direction: 'ASC' | 'DESC',
) {
  return {
    name: `${list} by ${column} ${direction}`,
    relation: 'order' as const,
    column,
    kind,
    isNullable: kind === 'text',
    direction,
    keyColumn: 'slug',
    valueOf: ({ order }: { order?: Partial<Record<Column, CursorValue>> | null }) => order?.[column] ?? null,
  };
}

/** A place in an ordered list: just at the row with this value and key, whether or not it still exists. */
export interface Cursor {
  value: CursorValue;
  key: string;
}

export function writeCursor<Row>(order: KeysetOrder<Row>, row: Row): string {
  return Buffer.from(JSON.stringify([order.name, order.valueOf(row), order.keyOf(row)])).toString(
    'base64url',
  );
}

/** Throws InputError for what is not a cursor of this order. */
export function readCursor(argument: string, text: string, order: KeysetOrder<never>): Cursor {
  const parts = parse(text);
  if (!parts)
    throw new InputError(argument, `${quote(text)} is not a cursor; take one from \`edges\` or \`pageInfo\``);
  const [name, value, key] = parts;
  if (name !== order.name) {
    throw new InputError(
      argument,
      `the cursor belongs to ${quote(name)}, this list is ${JSON.stringify(order.name)}`,
    );
  }
  if (!isValueOf(order, value) || (order.keyKind === 'number' && !/^\d{1,9}$/.test(key)))
    throw new InputError(argument, `${quote(text)} is not a cursor of this list`);
  return { value, key };
}

function parse(text: string): [name: string, value: unknown, key: string] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [name, value, key] = parts;
    if (typeof name !== 'string' || typeof key !== 'string' || key.includes('\0')) return null;
    return [name, value, key];
  } catch {
    return null;
  }
}

function isValueOf(order: KeysetOrder<never>, value: unknown): value is CursorValue {
  if (value === null) return order.isNullable;
  if (order.kind === 'number') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  if (order.kind === 'day') return isDay(value);
  if (order.kind === 'instant') return isInstant(value);
  return typeof value === 'string' && !value.includes('\0');
}

/** As `toISOString` writes it, of a day that the records can hold. */
function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !isDay(value.slice(0, 10))) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

const LONGEST_QUOTE = 80;

function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
