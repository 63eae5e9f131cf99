import { rmSync } from 'node:fs';
import { type Database, type DatabaseKind, openDatabase } from '../../../prisma/src/index.ts';
import { type Cluster, startPostgres } from '../../../prisma/src/testing.ts';
import { cleanEnvironment, createFolder } from '../../support/start.ts';
import { PUBLIC_URL } from './desk.ts';

/** Where a product lives that is killed again and again. */
export interface Home {
  kind: DatabaseKind;
  /** What its process is started with. */
  env: Record<string, string>;
  /** The database itself; of PGlite only while no process has it. */
  open<Result>(work: (database: Database) => Promise<Result>): Promise<Result>;
  /** The database's own server; null: it has none. */
  server: Pick<Cluster, 'crash' | 'restart'> | null;
  close(): Promise<void>;
}

/** One without a table; null where the machine has no PostgreSQL. */
export async function openHome(kind: DatabaseKind): Promise<Home | null> {
  const cluster = kind === 'postgres' ? await startPostgres({ isDurable: true }) : null;
  if (kind === 'postgres' && !cluster) return null;
  const dataDir = createFolder();
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', remove);
  const place = cluster ? { databaseUrl: cluster.url, poolSize: 1 } : { dataDir };
  return {
    kind,
    env: {
      MUSTER_DATA_DIR: dataDir,
      MUSTER_PUBLIC_URL: PUBLIC_URL,
      MUSTER_SECRET: 'the secret of the homes that are tried, long enough',
      // How much one caller may ask is not what is tried.
      MUSTER_RATE_LIMIT: '0',
      ...(cluster && { DATABASE_URL: cluster.url }),
    },
    async open(work) {
      const database = await openDatabase(place);
      return work(database).finally(() => database.close());
    },
    server: cluster,
    async close() {
      await cluster?.stop();
      process.off('exit', remove);
      remove();
    },
  };
}

/** The environment of a script that works on the home. */
export function scriptEnvironment({ env }: Home, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...cleanEnvironment(), ...env, ...more };
}
