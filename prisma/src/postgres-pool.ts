import pg from 'pg';

/** Callers that wait for a connection; more are refused at once, so that a slow database is not buried in old questions. */
const MOST_WAITING = 1_000;

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/** A pool whose queue has an end. */
export class BoundedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (this.waitingCount < MOST_WAITING) {
      if (!callback) return super.connect();
      super.connect(callback);
      return undefined;
    }
    // PostgreSQL's too_many_connections, which it is in effect.
    const error = Object.assign(new Error(`${MOST_WAITING} others wait for a connection`), { code: '53300' });
    if (!callback) return Promise.reject(error);
    process.nextTick(callback, error, undefined, () => {});
    return undefined;
  }
}
