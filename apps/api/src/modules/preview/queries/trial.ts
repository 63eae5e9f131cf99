import type { TransactionClient } from '@muster/db';
import type { Context, Viewer } from '../../../context.ts';

/** What is tried out: all that is written in it is gone once it ends. */
export interface Trial {
  /** To write with: as an administrator, since who may do what is not tried. */
  writing: Context;
  /** The records as they stand in the trial right now; each is read anew, whatever was read before. */
  look(): Context;
}

/** What Prisma calls a transaction that the database ended to let another go on. */
const DEADLOCK = 'P2034';
const MOST_TRIES = 5;

class Overtaken extends Error {
  override name = 'Overtaken';
}

class Ended<Result> extends Error {
  override name = 'Ended';
  readonly result: Result;

  constructor(result: Result) {
    super('a trial ends');
    this.result = result;
  }
}

/**
 * Runs `work` in one transaction that sees one state of the records, and undoes all that it wrote. On PGlite it holds the
 * one connection: `work` must not wait for anything that needs another.
 */
export async function tryOut<Result>(
  ctx: Context & { viewer: Viewer },
  work: (trial: Trial) => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const ended = await ctx.live.prisma
      .$transaction(
        async (transaction): Promise<never> => {
          throw new Ended(await work(openTrial(ctx, transaction)));
        },
        { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: 20_000 },
      )
      .catch((error: unknown) => {
        if (error instanceof Ended) return error as Ended<Result>;
        if (error instanceof Overtaken || isDeadlock(error)) return null;
        throw error;
      });
    if (ended) return ended.result;
  }
  throw new Error(`a preview was overtaken ${MOST_TRIES} times by others`);
}

function openTrial(ctx: Context & { viewer: Viewer }, transaction: TransactionClient): Trial {
  const prisma = toClient(transaction);
  const live = { ...ctx.live, prisma };
  const db = { ...ctx.live, ...connect(transaction), prisma };
  const { release, today, publicUrl, requestId, viewer, auth, tier } = ctx;
  const takeCost = async () => {};
  const look = (): Context => ({
    db,
    live,
    release,
    today,
    publicUrl,
    requestId,
    viewer: { ...viewer, role: 'ADMIN' },
    auth,
    tier,
    takeCost,
  });
  return { writing: look(), look };
}

/** The transaction as a client whose own transactions are part of it. */
function toClient(transaction: TransactionClient): Context['live']['prisma'] {
  const join = async (work: (transaction: TransactionClient) => Promise<unknown>) => {
    try {
      return await work(transaction);
    } catch (error) {
      // Nothing more can be done in it: without this, the engine would do its work again.
      throw isDeadlock(error) ? new Overtaken('others were faster') : error;
    }
  };
  return new Proxy(transaction, {
    get: (target, name) => (name === '$transaction' ? join : Reflect.get(target, name)),
  }) as Context['live']['prisma'];
}

function connect(
  transaction: TransactionClient,
): Pick<Context['db'], 'query' | 'executeScript' | 'transaction'> {
  // One after the other: they share a connection.
  let last: Promise<unknown> = Promise.resolve();
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    // As JSON, days are text, as the driver gives them past Prisma.
    const read = () =>
      transaction.$queryRawUnsafe<{ row: Row }[]>(`SELECT to_json(q) AS row FROM (${sql}) q`, ...values);
    const rows = last.then(read).then((found) => found.map(({ row }) => row));
    last = rows.catch(() => {});
    return rows;
  };
  const refuse = async (): Promise<never> => {
    throw new Error('a preview only asks questions');
  };
  return { query, executeScript: refuse, transaction: refuse };
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DEADLOCK;
}
