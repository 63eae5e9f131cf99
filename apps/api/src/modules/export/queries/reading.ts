import type { Database, Prisma, TransactionClient } from '@muster/db';
import type { Context } from '../../../context.ts';
import type { Cursor, KeysetOrder } from '../../../cursor.ts';
import {
  allOf,
  keysetOrderBy,
  keysetWhere,
  type PlaceBound,
  readParts,
  splitBounds,
} from '../../../keyset.ts';
import type { Place, Stretch } from '../../../pagination.ts';

/** Rows that are in memory at once, with all that hangs on them. */
export const ROWS_AT_ONCE = 1_000;

/** Whoever reads more slowly is cut off: on PostgreSQL each reading holds a connection and an old state of the tables. */
const LONGEST_MS = 15 * 60_000;
const WAIT_MS = 5_000;

/** One state of the records, held while a file is written of it. */
export interface Reading {
  records: TransactionClient;
  revision: number;
  publishedAt: Date;
  /** Throws RecordsChanged where what was read since may belong to a later state. Call it before rows are passed on. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A list of the API as a whole: how many rows, and the rows in its order. */
export interface Listing<Row> {
  count(reading: Pick<Reading, 'records'>): Promise<number>;
  read(reading: Reading): AsyncGenerator<Row[]>;
}

/** The records as they stand at each read, for what needs no more than one. */
export function readNow({ db }: Pick<Context, 'db'>): Pick<Reading, 'records'> {
  return { records: db.prisma };
}

/** The records changed while they were read without a snapshot: nothing further can be told of the state begun with. */
export class RecordsChanged extends Error {
  constructor() {
    super('the records changed while a file was written of them');
    this.name = 'RecordsChanged';
  }
}

/**
 * Opens the records for one file. PostgreSQL: a REPEATABLE READ transaction. PGlite is one connection, which a transaction
 * would keep from everybody else, so there the data revision is compared with each batch. A release never changes.
 */
export async function openReading(ctx: Pick<Context, 'db' | 'live' | 'release'>): Promise<Reading> {
  const { prisma } = ctx.db;
  if (ctx.release) return { records: prisma, ...(await readRevision(prisma)), check: pass, close: pass };
  if (ctx.live.kind === 'postgres') return openSnapshot(ctx.live);
  const state = await readRevision(prisma);
  const check = async () => {
    if ((await readRevision(prisma)).revision !== state.revision) throw new RecordsChanged();
  };
  return { records: prisma, ...state, check, close: pass };
}

async function openSnapshot({ prisma }: Database): Promise<Reading> {
  const opened = Promise.withResolvers<TransactionClient>();
  const ended = Promise.withResolvers<void>();
  const done = prisma.$transaction(
    async (transaction) => {
      opened.resolve(transaction);
      await ended.promise;
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS, maxWait: WAIT_MS },
  );
  done.catch(opened.reject);
  const records = await opened.promise;
  const close = async () => {
    ended.resolve();
    // It ended before where it took too long or the connection was lost; the next read told of that.
    await done.catch(() => {});
  };
  try {
    return { records, ...(await readRevision(records)), check: pass, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readRevision(records: TransactionClient) {
  const { revision, publishedAt } = await records.dataRevision.findUniqueOrThrow({ where: { id: 1 } });
  return { revision, publishedAt };
}

const pass = async (): Promise<void> => {};

/** All rows of an ordered list, batch by batch, each asked for when the one before was taken. */
export async function* readInOrder<Row>(
  reading: Reading,
  order: KeysetOrder<Row>,
  find: (stretch: Stretch, place: Place) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  const orderBy = keysetOrderBy(order, false);
  let cursor: Cursor | null = null;
  do {
    const bounds: PlaceBound[] = cursor ? [{ cursor, bound: 'after' }] : [];
    const rows: Row[] = await readParts(splitBounds(order, bounds, false), ROWS_AT_ONCE, (part, take) =>
      find(
        { where: allOf(part.map((bound) => keysetWhere(order, bound))), orderBy, take },
        { bounds: part, isBackward: false },
      ),
    );
    await reading.check();
    if (rows.length > 0) yield rows;
    const last: Row | undefined = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1);
    cursor = last === undefined ? null : { value: order.valueOf(last), key: order.keyOf(last) };
  } while (cursor);
}

/** Of a record's sources, what a file's row tells. */
export const CITED = { select: { slug: true, title: true, url: true } } satisfies Prisma.SourceDefaultArgs;

export interface CitedSource {
  slug: string;
  title: string;
  url: string | null;
}

export function dropRepeated(sources: readonly CitedSource[]): CitedSource[] {
  return [...new Map(sources.map((source) => [source.slug, source])).values()];
}
