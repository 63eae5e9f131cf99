import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', 'migrations');

export interface Migration {
  /** The folder's name, YYYYMMDDHHMMSS_words: the order of application. */
  name: string;
  sql: string;
  /** As `prisma migrate` keeps it: SHA-256 of the file, in hex. */
  checksum: string;
}

export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<Migration[]> {
  return Promise.all((await listMigrations(folder)).map((name) => readMigration(folder, name)));
}

/** Their names, in the order of application. */
export async function listMigrations(folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const file = await readFile(join(folder, name, 'migration.sql'));
  return { name, sql: file.toString('utf8'), checksum: createHash('sha256').update(file).digest('hex') };
}
