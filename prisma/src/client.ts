import { connectDatabase, type Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { createStatements } from './statements.ts';

export interface OpenOptions {
  /** postgres://user:password@host:port/database; wins over dataDir. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database, made when missing; one process at a time. Without both: in memory. */
  dataDir?: string | undefined;
  /** Connections per process to PostgreSQL. */
  poolSize?: number | undefined;
  /** Told of what happens outside any query: a lock taken over, a connection lost and found. */
  log?: ((message: string) => void) | undefined;
}

/** Opens the database without migrating it. Throws DatabaseError. */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const statements = createStatements();
  const log = options.log ?? (() => {});
  const driver = options.databaseUrl
    ? await openPostgres({ databaseUrl: options.databaseUrl, poolSize: options.poolSize, log, statements })
    : await openPglite({ dataDir: options.dataDir, log, statements });
  return connectDatabase(driver, statements);
}
