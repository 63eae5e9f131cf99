import type { Connection, Database } from '../database.ts';
import { DatabaseError } from '../database-error.ts';
import { readMigrations } from '../migrations.ts';
import { copyRecords } from './copy.ts';
import { freezeSchema } from './freeze.ts';
import { isReleaseName, nameByDay, schemaOfRelease } from './name.ts';
import { findNewestRelease, listReleaseNames, type ReleaseRow } from './read.ts';
import { writeFiles } from './write-files.ts';

export interface CreateRelease {
  /** Default: the day, with an ordinal where the day has one already. */
  name?: string | null | undefined;
  /** ISO day: the release's today. What becomes known later is not in it. */
  day: string;
  /** When it is made. */
  at: Date;
}

export interface MadeRelease {
  release: ReleaseRow;
  /** False where nothing was published since the newest release, which is then the one given. */
  isNew: boolean;
}

/**
 * Copies what readers can see into a schema of its own, writes its files, and lets the database refuse any change: all in
 * one transaction. Throws DatabaseError with BAD_RELEASE_NAME where the name is malformed or taken.
 */
export function createRelease(
  database: Pick<Database, 'transaction'>,
  { name: asked, day, at }: CreateRelease,
): Promise<MadeRelease> {
  return database.transaction(async (connection) => {
    await connection.executeScript('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    // One at a time; before the transaction's first look at the records.
    await connection.executeScript('LOCK TABLE public.release IN EXCLUSIVE MODE');
    const revision = await requireRevision(connection);
    const newest = await findNewestRelease(connection);
    if (newest?.revision === revision) return { release: newest, isNew: false };

    const name = chooseName(asked ?? null, day, await listReleaseNames(connection));
    const schema = schemaOfRelease(name);
    await makeSchema(connection, schema);
    await copyRecords(connection, schema, day);
    const checksum = await writeFiles(connection, { name, day, revision, at });
    const release = { name, revision, checksum, knownOn: day, releasedAt: at };
    await insertRelease(connection, 'public', release);
    await insertRelease(connection, schema, release);
    await freezeSchema(connection, schema);
    await connection.executeScript('SET LOCAL search_path TO DEFAULT');
    return { release, isNew: true };
  });
}

async function requireRevision(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ revision: number }>(
    'SELECT revision FROM public.data_revision WHERE id = 1',
  );
  if (!row) throw new Error('the table data_revision has lost its row');
  return row.revision;
}

function chooseName(asked: string | null, day: string, taken: ReadonlySet<string>): string {
  if (asked === null) return nameByDay(day, taken);
  if (!isReleaseName(asked)) {
    throw new DatabaseError(
      'BAD_RELEASE_NAME',
      `“${asked.slice(0, 60)}” cannot name a release: write small letters, digits and hyphens, at most 40`,
    );
  }
  if (taken.has(asked)) {
    throw new DatabaseError('BAD_RELEASE_NAME', `there is a release ${asked} already, and it never changes`);
  }
  return asked;
}

/** The tables, types and constraints of the migrations once more, empty; the search path then names them. */
async function makeSchema(connection: Connection, schema: string): Promise<void> {
  await connection.executeScript(`SET LOCAL client_min_messages = 'warning'; CREATE SCHEMA "${schema}"`);
  await connection.executeScript(`SET LOCAL search_path TO "${schema}"`);
  for (const { sql } of await readMigrations()) await connection.executeScript(sql);
}

async function insertRelease(connection: Connection, schema: string, release: ReleaseRow): Promise<void> {
  await connection.query(
    `INSERT INTO "${schema}".release (id, name, revision, checksum, known_on, released_at)
     SELECT coalesce(max(id), 0) + 1, $1, $2::int, $3, $4::date, $5::timestamptz FROM "${schema}".release`,
    [release.name, release.revision, release.checksum, release.knownOn, release.releasedAt],
  );
}
