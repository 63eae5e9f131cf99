import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Connection, Driver } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { lockFolder } from './folder-lock.ts';
import { createPgliteAdapter } from './pglite-adapter.ts';
import type { Statements } from './statements.ts';
import { parsers } from './values.ts';

/** Major version of the PostgreSQL inside PGlite; its data folders open with no other. */
export const EMBEDDED_VERSION = '17';

interface PgliteOptions {
  dataDir?: string | undefined;
  /** A dump to start from; only where there is no database yet. */
  snapshot?: Blob | undefined;
  log: (message: string) => void;
  statements: Statements;
}

export async function openPglite({ dataDir, snapshot, log, statements }: PgliteOptions): Promise<Driver> {
  const folder = dataDir ? await prepareFolder(dataDir, log) : undefined;
  try {
    const pglite = await startPglite(folder, snapshot);
    await pglite.exec("SET TIME ZONE 'UTC'");
    return createDriver(pglite, statements, async () => {
      await pglite.close();
      await folder?.unlock();
    });
  } catch (error) {
    await folder?.unlock();
    throw error;
  }
}

interface Folder {
  path: string;
  postgres: string;
  unfinished: string;
  unlock: () => Promise<void>;
}

async function prepareFolder(path: string, log: (message: string) => void): Promise<Folder> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw unwritable(path, error);
  }
  const unlock = await lockFolder(path, log);
  const folder = { path, postgres: join(path, 'postgres'), unfinished: join(path, 'unfinished'), unlock };
  try {
    // A first start that was cut short left a folder that never held a record: begin again.
    if (existsSync(folder.unfinished)) await rm(folder.postgres, { recursive: true, force: true });
    if (!existsSync(folder.postgres)) await writeFile(folder.unfinished, '');
  } catch (error) {
    await unlock();
    throw unwritable(path, error);
  }
  return folder;
}

function unwritable(path: string, error: unknown) {
  const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
  return new DatabaseError('DATA_DIR_UNWRITABLE', `cannot write to the data folder ${path}${reason}`, {
    cause: error,
  });
}

async function startPglite(folder: Folder | undefined, snapshot: Blob | undefined): Promise<PGlite> {
  if (!folder) return PGlite.create(snapshot ? { loadDataDir: snapshot } : {});
  const isNew = existsSync(folder.unfinished);
  if (!isNew) requireVersion(folder);
  try {
    const pglite = await PGlite.create({
      dataDir: folder.postgres,
      ...(isNew && snapshot ? { loadDataDir: snapshot } : {}),
    });
    await pglite.query('SELECT count(*) FROM pg_class');
    if (isNew) await rm(folder.unfinished);
    return pglite;
  } catch (error) {
    if (!isNew) throw corrupt(folder, error);
    throw new DatabaseError('DATA_DIR_UNWRITABLE', `cannot make a database in ${folder.path}`, {
      cause: error,
    });
  }
}

function requireVersion(folder: Folder) {
  const file = join(folder.postgres, 'PG_VERSION');
  // Without that file PGlite would quietly begin a new database beside what is left of the old one.
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (version === EMBEDDED_VERSION) return;
  if (!/^\d+$/.test(version)) throw corrupt(folder);
  throw new DatabaseError(
    'WRONG_VERSION',
    `the database in ${folder.path} is of PostgreSQL ${version}; the embedded one is ${EMBEDDED_VERSION}`,
  );
}

function corrupt(folder: Folder, cause?: unknown) {
  return new DatabaseError(
    'CORRUPT',
    `the database in ${folder.path} does not open: its files are damaged; restore a backup into an empty folder`,
    { cause },
  );
}

function createDriver(pglite: PGlite, statements: Statements, close: () => Promise<void>): Driver {
  const connect = (client: Pick<PGlite, 'query' | 'exec'>): Connection => ({
    async query<Row>(sql: string, values: readonly unknown[] = []) {
      const result = await statements.observe(sql, () => client.query<Row>(sql, [...values], { parsers }));
      return result.rows as Row[];
    },
    executeScript: (sql) => statements.observe(sql, async () => void (await client.exec(sql))),
  });
  return {
    kind: 'pglite',
    adapter: (schema) => createPgliteAdapter(pglite, schema),
    ...connect(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(connect(transaction))),
    listen: async (channel, { onMessage }) => {
      const unlisten = await pglite.listen(channel, onMessage);
      return () => unlisten();
    },
    dump: () => pglite.dumpDataDir('gzip'),
    close,
  };
}
