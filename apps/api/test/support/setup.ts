import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type DatabaseKind, seed } from '@muster/db';
import { makeTemplate, startPostgres } from '@muster/db/testing';
import type { TestProject } from 'vitest/node';
import { TODAY } from './today.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string | null;
    seeded: Partial<Record<DatabaseKind, string>>;
  }
}

/** One throw-away PostgreSQL for the whole run, and the starter dataset once for each kind of database. */
export default async function setup(project: TestProject) {
  const cluster = await startPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'muster-api-'));
  const fill = (database: Database) => seed(database, { recordedOn: TODAY });
  const place = { folder, url: cluster?.url };
  const pglite = await makeTemplate('pglite', place, fill);
  const seeded = cluster ? { pglite, postgres: await makeTemplate('postgres', place, fill) } : { pglite };
  project.provide('postgresUrl', cluster?.url ?? null);
  project.provide('seeded', seeded);
  return async () => {
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
