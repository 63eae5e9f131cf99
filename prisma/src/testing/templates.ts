import { createHash, randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../client.ts';
import { migrate } from '../migrate.ts';
import { readMigrations } from '../migrations.ts';
import { EMBEDDED_VERSION, openPglite } from '../pglite.ts';
import { createStatements } from '../statements.ts';

const silent = () => {};

/** The data folder of a migrated PGlite, made once per state of the migrations and kept in the system's temp folder. */
export async function loadPgliteTemplate(): Promise<Blob> {
  const file = join(tmpdir(), `muster-pglite-${EMBEDDED_VERSION}-${await hashMigrations()}.tar.gz`);
  try {
    return await openAsBlob(file);
  } catch {
    const template = await openPglite({ log: silent, statements: createStatements() });
    await migrate(template);
    const dump = await template.dump?.();
    await template.close();
    if (!dump) throw new Error('PGlite gave no dump');
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, new Uint8Array(await dump.arrayBuffer()));
    await rename(draft, file);
    return openAsBlob(file);
  }
}

export interface DatabaseCopy {
  url: string;
  drop: () => Promise<void>;
}

/**
 * A copy of a database on the same server; by default of a migrated, empty one, which is made once per state of the
 * migrations.
 */
export async function copyPostgresTemplate(serverUrl: string, original?: string): Promise<DatabaseCopy> {
  const template = original ?? `muster_template_${await hashMigrations()}`;
  const name = `muster_test_${randomBytes(6).toString('hex')}`;
  await withClient(serverUrl, async (client) => {
    // Held until the client ends: one at a time makes the template, and nobody is connected to it while it is copied.
    await client.query("SELECT pg_advisory_lock(hashtext('muster_template'))");
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) await createTemplate(client, serverUrl, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: withDatabase(serverUrl, name),
    drop: () =>
      withClient(
        serverUrl,
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      ),
  };
}

async function createTemplate(client: pg.Client, serverUrl: string, template: string) {
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft}`);
  await client.query(`CREATE DATABASE ${draft}`);
  const database = await openDatabase({ databaseUrl: withDatabase(serverUrl, draft), poolSize: 1 });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, checksum } of await readMigrations()) hash.update(`${name}:${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}
