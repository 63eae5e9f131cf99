import { randomUUID } from 'node:crypto';
import type { Connection, Database } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { listCauses } from './error-cause.ts';
import { listMigrations, MIGRATIONS_FOLDER, type Migration, readMigrations } from './migrations.ts';
import { migrateReleases } from './releases/freeze.ts';

export interface MigrateOptions {
  folder?: string;
  onProgress?: (progress: { name: string; done: number; total: number }) => void;
  /** Told the names that a newer version of the product applied, where there are any. */
  onNewer?: (names: string[]) => void;
}

interface AppliedRow {
  name: string;
  checksum: string;
  isFinished: boolean;
  /** What `apply` kept of it: see CONTRACT. */
  logs: string | null;
}

// The same number as `prisma migrate` uses, so that the two exclude each other.
export const ADVISORY_LOCK = 72707369;

/** Whatever is asked meanwhile waits behind a migration that waits for a table: it gives way, and tries again. */
const LOCK_WITHIN_MS = 3_000;
const LOCK_TRIES = 20;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * `-- contract: <migration>` in a migration that takes away what older versions ask for: versions that know the named
 * migration do without it. Kept in the history, so that others can tell. See docs/operations.md.
 */
const CONTRACT = /^-- contract: (\w+)$/m;

// The table of `prisma migrate`, to the letter: either tool goes on where the other stopped.
export const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies what is missing, each migration in one transaction with its row of history: it is there whole or not at all.
 * Releases are taken along. Several processes may start at once; they take turns. Returns the names applied by this one.
 */
export async function migrate(
  database: Pick<Database, 'kind' | 'transaction'>,
  { folder = MIGRATIONS_FOLDER, onProgress, onNewer }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const names: string[] = [];
  for (let tries = 1; ; tries++) {
    try {
      const applied = await database.transaction((connection) => applyNext(connection));
      if (!applied) return names;
      names.push(applied);
      tries = 0;
    } catch (error) {
      if (tries >= LOCK_TRIES || !isLockTimeout(error)) throw error;
    }
  }

  async function applyNext(connection: Connection): Promise<string | null> {
    if (database.kind === 'postgres') {
      await connection.query(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})::text`);
      await connection.executeScript(`SET LOCAL lock_timeout = ${LOCK_WITHIN_MS}`);
    }
    await connection.executeScript("SET LOCAL client_min_messages = 'warning'");
    await connection.executeScript(HISTORY_TABLE);
    const history = await readHistory(connection);
    const newer = requireUnchanged(migrations, history);
    const next = migrations[history.length];
    if (!next) {
      if (newer.length > 0) onNewer?.(newer);
      return null;
    }
    onProgress?.({ name: next.name, done: history.length, total: migrations.length });
    await apply(connection, next);
    return next.name;
  }
}

function isLockTimeout(error: unknown): boolean {
  return listCauses(error).some((cause) => 'code' in cause && cause.code === LOCK_NOT_AVAILABLE);
}

/** Names of the migrations in the folder that the database lacks or never finished. */
export async function findMissingMigrations(
  database: Pick<Connection, 'query'>,
  folder = MIGRATIONS_FOLDER,
): Promise<string[]> {
  const [made] = await database.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  const history = made?.there ? await readHistory(database) : [];
  const finished = new Set(history.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  return (await listMigrations(folder)).filter((name) => !finished.has(name));
}

function readHistory(connection: Pick<Connection, 'query'>): Promise<AppliedRow[]> {
  return connection.query<AppliedRow>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished", logs
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`);
}

/**
 * Holds the history to the files. Gives the names of what a newer version applied after all of them: an older one, in the
 * midst of an upgrade, goes on with that unless a contract excludes it.
 */
function requireUnchanged(migrations: Migration[], history: AppliedRow[]): string[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const newer: string[] = [];
  for (const [index, { name, checksum, isFinished, logs }] of history.entries()) {
    const migration = known.get(name);
    if (!migration && isFinished && index >= migrations.length && name > (migrations.at(-1)?.name ?? '')) {
      const needed = CONTRACT.exec(logs ?? '')?.[1];
      if (needed !== undefined && !known.has(needed)) throw tooOld(name, needed);
      newer.push(name);
      continue;
    }
    if (!migration) {
      throw new DatabaseError(
        'MIGRATION_MISSING',
        `migration ${name} was applied to this database but its file is gone`,
      );
    }
    if (!isFinished) {
      throw new DatabaseError(
        'MIGRATION_FAILED',
        `migration ${name} began in this database and never finished`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new DatabaseError(
        'MIGRATION_CHANGED',
        `migration ${name} was changed after it was applied to this database`,
      );
    }
    const expected = migrations[index]?.name;
    if (expected !== name) {
      throw new DatabaseError(
        'MIGRATION_MISSING',
        `migration ${expected} is older than ${name} but was never applied`,
      );
    }
  }
  return newer;
}

function tooOld(name: string, needed: string): DatabaseError {
  return new DatabaseError(
    'MIGRATION_MISSING',
    `migration ${name} was applied to this database by a newer version, and takes away what this one asks for: start a version that has migration ${needed}`,
  );
}

async function apply(connection: Connection, { name, sql, checksum }: Migration) {
  const started = new Date();
  try {
    await connection.executeScript(sql);
    await migrateReleases(connection, sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError('MIGRATION_FAILED', `migration ${name} failed: ${reason}`, { cause: error });
  }
  await connection.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, $5, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name, CONTRACT.exec(sql)?.[0] ?? '', started],
  );
}
