import { createHash } from 'node:crypto';
import type { Connection, Database } from '../database.ts';
import { DatabaseError } from '../database-error.ts';
import { type BackupEnd, type BackupHeader, type BackupPart, FORMAT, VERSION } from './archive.ts';
import { listColumns, listSchemas, listSequences, listTables, quote } from './catalog.ts';

const ROWS_AT_ONCE = 1_000;

/** Values are written and read as text; these say in what form. */
export const TEXT_FORM =
  "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex'";

/**
 * Gives `write` every row of every table, as of one moment, as the text of a backup in parts. `write` belongs to the
 * transaction: on PGlite nobody else is answered meanwhile. Throws NOTHING_TO_BACK_UP.
 */
export function dumpDatabase<Result>(
  database: Pick<Database, 'kind' | 'transaction'>,
  at: Date,
  write: (parts: AsyncIterable<string>) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (connection) => {
    await connection.executeScript('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await connection.executeScript(TEXT_FORM);
    return write(writeParts(connection, await describe(connection, database.kind, at)));
  });
}

async function describe(connection: Connection, kind: Database['kind'], at: Date): Promise<BackupHeader> {
  const [made] = await connection.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AND to_regclass('data_revision') IS NOT NULL AS there",
  );
  if (!made?.there) {
    throw new DatabaseError(
      'NOTHING_TO_BACK_UP',
      'there is nothing to back up: Muster was never started on it',
    );
  }
  const [row] = await connection.query<{ version: string; revision: number }>(
    `SELECT current_setting('server_version') AS version, revision FROM data_revision WHERE id = 1`,
  );
  const migrations = await connection.query<BackupHeader['migrations'][number]>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return {
    format: FORMAT,
    version: VERSION,
    madeAt: at.toISOString(),
    database: `PostgreSQL ${row?.version}${kind === 'pglite' ? ' (embedded)' : ''}`,
    revision: row?.revision ?? 0,
    migrations,
  };
}

async function* writeParts(connection: Connection, header: BackupHeader): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const end: BackupEnd = { tables: 0, rows: 0, sha256: '' };
  const write = (text: string) => {
    hash.update(text);
    return text;
  };
  const writePart = (part: BackupPart | BackupHeader) => write(`${JSON.stringify(part)}\n`);
  yield writePart(header);
  for (const schema of await listSchemas(connection)) {
    yield writePart({ schema });
    for (const table of await listTables(connection, schema)) {
      const columns = await listColumns(connection, schema, table);
      yield writePart({ table, columns: columns.map(({ name }) => name) });
      end.tables += 1;
      for await (const lines of readRows(connection, schema, table, columns)) {
        end.rows += lines.length;
        yield write(`${lines.join('\n')}\n`);
      }
    }
    // Last: numbers are given out past any snapshot, and must not be given out again.
    yield writePart({ sequences: await listSequences(connection, schema) });
  }
  end.sha256 = hash.digest('hex');
  yield `${JSON.stringify({ end })}\n`;
}

/** By the primary key, so that the same rows are the same text. A cursor: a table may hold more than fits into memory. */
async function* readRows(
  connection: Connection,
  schema: string,
  table: string,
  columns: Awaited<ReturnType<typeof listColumns>>,
): AsyncGenerator<string[]> {
  const texts = columns.map(({ name }) => `${quote(name)}::text`).join(', ');
  const keys = columns
    .filter(({ key }) => key !== null)
    .sort((one, other) => (one.key ?? 0) - (other.key ?? 0));
  const order = keys.map(({ name, isText }) => `${quote(name)}${isText ? ' COLLATE "C"' : ''}`).join(', ');
  await connection.executeScript(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT json_build_array(${texts})::text AS line
     FROM ${quote(schema)}.${quote(table)}${order && ` ORDER BY ${order}`}`,
  );
  for (;;) {
    const rows = await connection.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await connection.executeScript('CLOSE backup_rows');
}
