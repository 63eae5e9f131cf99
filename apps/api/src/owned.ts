import { Prisma } from '@muster/db';
import type { Cursor, KeysetOrder } from './cursor.ts';
import { type KeysetColumns, keysetOrderSql, keysetSql } from './keyset.ts';
import { groupBy } from './loading.ts';
import { type Page, type PageArgs, type PageRequest, readPageRequest, toPage } from './pagination.ts';

type OwnerKey = string | number;

/** A list that many owners have one of each: the counts of programs, the events of countries. */
export interface OwnedList<Row extends { id: number }> {
  args: PageArgs;
  order: KeysetOrder<Row>;
  columns: KeysetColumns;
  /** The owners' keys as a set of rows, e.g. `unnest($1::int[])`; named `owner (key)` here. */
  owners: Prisma.Sql;
  /** A subquery for what is of `owner.key` and may be seen, with its `id` and the order's columns; named `item` here. */
  items: Prisma.Sql;
  run: <Result>(sql: Prisma.Sql) => Promise<Result[]>;
  readRows: (ids: number[]) => Promise<ReadonlyMap<number, Row>>;
}

/** One page per owner: two statements for all of them, and one more each for totals and what lies beyond. */
export async function findOwnedPages<Key extends OwnerKey, Row extends { id: number }>(
  keys: readonly Key[],
  list: OwnedList<Row>,
): Promise<Map<Key, Page<Row>>> {
  const request = readPageRequest(list.args, list.order);
  const places = await list.run<{ key: Key; id: number }>(pagesSql(list, request));
  const rows = places.length > 0 ? await list.readRows(places.map(({ id }) => id)) : new Map<number, Row>();
  const placesOf = groupBy(places, ({ key }) => key);
  const totals = once(async () => {
    const counted = await list.run<{ key: Key; total: number }>(totalsSql(list));
    return new Map(counted.map(({ key, total }) => [key, total]));
  });
  const findBeyond = (cursor: Cursor | null, bound: 'notAfter' | 'notBefore') =>
    once(async () => {
      const found = cursor ? await list.run<{ key: Key }>(beyondSql(list, cursor, bound)) : [];
      return new Set(found.map(({ key }) => key));
    });
  const beyond = {
    notAfter: findBeyond(request.after, 'notAfter'),
    notBefore: findBeyond(request.before, 'notBefore'),
  };

  return new Map(
    keys.map((key) => {
      const own = (placesOf.get(key) ?? []).flatMap(({ id }) => rows.get(id) ?? []);
      const isBeyond = async (_: Cursor, bound: 'notAfter' | 'notBefore') => (await beyond[bound]()).has(key);
      const count = async () => (await totals()).get(key) ?? 0;
      return [key, toPage({ rows: own, request, order: list.order, isBeyond, count })];
    }),
  );
}

function pagesSql<Row extends { id: number }>(
  { owners, items, order, columns }: OwnedList<Row>,
  { size, isBackward, after, before }: PageRequest,
): Prisma.Sql {
  const bounds = [
    ...(after ? [keysetSql(order, columns, { cursor: after, bound: 'after' })] : []),
    ...(before ? [keysetSql(order, columns, { cursor: before, bound: 'before' })] : []),
  ];
  const where = bounds.length > 0 ? Prisma.sql`WHERE ${Prisma.join(bounds, ' AND ')}` : Prisma.empty;
  const sorting = keysetOrderSql(order, columns, isBackward);
  return Prisma.sql`
    SELECT owner.key, listed.id FROM ${owners} AS owner (key) CROSS JOIN LATERAL (
      SELECT item.id, row_number() OVER (ORDER BY ${sorting}) AS place FROM ${items} AS item ${where}
      ORDER BY ${sorting} LIMIT ${size + 1}
    ) AS listed ORDER BY listed.place`;
}

function totalsSql<Row extends { id: number }>({ owners, items }: OwnedList<Row>): Prisma.Sql {
  return Prisma.sql`
    SELECT owner.key, count(*)::int AS total FROM ${owners} AS owner (key) CROSS JOIN LATERAL ${items} AS item
    GROUP BY owner.key`;
}

function beyondSql<Row extends { id: number }>(
  { owners, items, order, columns }: OwnedList<Row>,
  cursor: Cursor,
  bound: 'notAfter' | 'notBefore',
): Prisma.Sql {
  return Prisma.sql`
    SELECT owner.key FROM ${owners} AS owner (key)
    WHERE EXISTS (SELECT FROM ${items} AS item WHERE ${keysetSql(order, columns, { cursor, bound })})`;
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
