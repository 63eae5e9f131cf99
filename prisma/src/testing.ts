import { openDatabase } from './client.ts';
import { connectDatabase, type Database, type DatabaseKind } from './database.ts';
import { openPglite } from './pglite.ts';
import { createStatements } from './statements.ts';
import { type Cluster, startPostgres } from './testing/cluster.ts';
import { copyPostgresTemplate, loadPgliteTemplate } from './testing/templates.ts';

export { type Cluster, startPostgres };

export interface TestDatabase extends Database {
  /** Address for other processes; null for PGlite in memory. */
  url: string | null;
}

let ownCluster: Promise<Cluster | null> | undefined;

/** The process's own throw-away PostgreSQL, started at the first call and stopped when the process exits. */
export function sharePostgres(): Promise<Cluster | null> {
  ownCluster ??= startPostgres();
  return ownCluster;
}

/** The kinds that this machine can run: PGlite always, PostgreSQL where its binaries are installed. */
export async function findTestableKinds(): Promise<DatabaseKind[]> {
  return (await sharePostgres()) ? ['pglite', 'postgres'] : ['pglite'];
}

/**
 * A fresh, migrated, empty database that nothing else uses; `close` drops it. For PostgreSQL `url` is a server where
 * databases may be created (default: the process's own throw-away one; an error where there is none).
 */
export async function openTestDatabase(
  kind: DatabaseKind,
  options: { url?: string } = {},
): Promise<TestDatabase> {
  if (kind === 'pglite') return openPgliteCopy();
  const serverUrl = options.url ?? (await sharePostgres())?.url;
  if (!serverUrl) throw new Error('no PostgreSQL to test on');
  const { url, drop } = await copyPostgresTemplate(serverUrl);
  const database = await openDatabase({ databaseUrl: url, poolSize: 4 });
  return { ...database, url, close: () => database.close().then(drop) };
}

async function openPgliteCopy(): Promise<TestDatabase> {
  const statements = createStatements();
  const snapshot = await loadPgliteTemplate();
  const driver = await openPglite({ snapshot, log: () => {}, statements });
  return { ...connectDatabase(driver, statements), url: null };
}
