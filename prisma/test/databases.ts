import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { type Database, type DatabaseKind, openDatabase } from '../src/index.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing.ts';

export const postgresUrl = inject('postgresUrl');
export const kinds: DatabaseKind[] = postgresUrl ? ['pglite', 'postgres'] : ['pglite'];

/** Migrated and empty. */
export function openMigrated(kind: DatabaseKind): Promise<TestDatabase> {
  return openTestDatabase(kind, postgresUrl ? { url: postgresUrl } : {});
}

/** Without a single table; closed when the test ends. */
export async function openBlank(kind: DatabaseKind): Promise<Database> {
  const database = await openDatabase(
    kind === 'postgres' ? { databaseUrl: await createBlankPostgres() } : {},
  );
  onTestFinished(() => database.close());
  return database;
}

export async function createBlankPostgres(): Promise<string> {
  if (!postgresUrl) throw new Error('no PostgreSQL to test on');
  const name = `muster_blank_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(postgresUrl);
  url.pathname = name;
  return url.href;
}

export async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
