import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from './client.ts';
import { connectDatabase, type Database, type DatabaseKind } from './database.ts';
import { openPglite } from './pglite.ts';
import { createStatements } from './statements.ts';
import { type Cluster, hasPostgres, startPostgres } from './testing/cluster.ts';
import { copyPostgresTemplate, loadPgliteTemplate } from './testing/templates.ts';

export { type Cluster, hasPostgres, startPostgres };

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
 * databases may be created (default: the process's own throw-away one; an error where there is none). With a
 * `template` of `makeTemplate` it begins as a copy of that one.
 */
export async function openTestDatabase(
  kind: DatabaseKind,
  options: { url?: string | undefined; template?: string | undefined } = {},
): Promise<TestDatabase> {
  if (kind === 'pglite') return openPgliteCopy(options.template);
  const serverUrl = options.url ?? (await sharePostgres())?.url;
  if (!serverUrl) throw new Error('no PostgreSQL to test on');
  const { url, drop } = await copyPostgresTemplate(serverUrl, options.template);
  const database = await openDatabase({ databaseUrl: url, poolSize: 4 });
  return { ...database, url, close: () => database.close().then(drop) };
}

/** Fills a database once for many to begin with: a file in `folder` for PGlite, a database of the server at `url`. */
export async function makeTemplate(
  kind: DatabaseKind,
  place: { folder: string; url?: string | undefined },
  fill: (database: Database) => Promise<unknown>,
): Promise<string> {
  if (kind === 'pglite') {
    const database = await openPgliteCopy();
    await fill(database);
    const dump = await database.dump?.();
    await database.close();
    if (!dump) throw new Error('PGlite gave no dump');
    const file = join(place.folder, 'template.tar.gz');
    await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
    return file;
  }
  if (!place.url) throw new Error('no PostgreSQL to test on');
  const { url } = await copyPostgresTemplate(place.url);
  const database = await openDatabase({ databaseUrl: url, poolSize: 1 });
  await fill(database);
  await database.close();
  return new URL(url).pathname.slice(1);
}

async function openPgliteCopy(template?: string): Promise<TestDatabase> {
  const statements = createStatements();
  const snapshot = template ? await openAsBlob(template) : await loadPgliteTemplate();
  const driver = await openPglite({ snapshot, log: () => {}, statements });
  return { ...connectDatabase(driver, statements), url: null };
}
