import { Prisma } from '../generated/client.ts';
import type { Database } from './database.ts';

const CHANNEL = 'muster_revision';

export interface DataRevision {
  revision: number;
  publishedAt: Date;
}

/** What a `$transaction` hands to its work. */
export type TransactionClient = Prisma.TransactionClient;

/**
 * Counts the data revision up and tells every process once the transaction commits. Call it last: the row
 * stays locked until then, and published changes wait for one another.
 */
export async function bumpDataRevision(transaction: TransactionClient): Promise<DataRevision> {
  const [row] = await transaction.$queryRaw<DataRevision[]>(Prisma.sql`
    WITH bumped AS (
      UPDATE data_revision SET revision = revision + 1, published_at = now() WHERE id = 1
      RETURNING revision, published_at
    )
    SELECT revision, published_at AS "publishedAt", pg_notify(${CHANNEL}, revision::text)::text AS told FROM bumped`);
  if (!row) throw new Error('the table data_revision has lost its row');
  return { revision: row.revision, publishedAt: row.publishedAt };
}

export async function readDataRevision(database: Pick<Database, 'query'>): Promise<DataRevision> {
  const [row] = await database.query<DataRevision>(
    'SELECT revision, published_at AS "publishedAt" FROM data_revision WHERE id = 1',
  );
  if (!row) throw new Error('the table data_revision has lost its row');
  return row;
}

/**
 * Calls the listener with each new revision, of this process or another; where the connection was lost in
 * between, with the latest one. Resolves, once it listens, with how to stop.
 */
export async function onRevision(
  database: Database,
  listener: (revision: number) => void,
): Promise<() => Promise<void>> {
  let latest = (await readDataRevision(database)).revision;
  function tell(revision: number) {
    if (revision <= latest) return;
    latest = revision;
    listener(revision);
  }
  const catchUp = () =>
    readDataRevision(database).then(
      ({ revision }) => tell(revision),
      () => {},
    );
  const stop = await database.listen(CHANNEL, {
    onMessage: (payload) => tell(Number(payload)),
    onGap: catchUp,
  });
  await catchUp();
  return stop;
}
