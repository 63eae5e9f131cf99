import type { Connection } from '../database.ts';

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `public`, and those of the releases. */
export async function listSchemas(connection: Connection): Promise<string[]> {
  const rows = await connection.query<{ name: string }>(
    `SELECT nspname::text AS name FROM pg_namespace WHERE nspname = 'public' OR nspname LIKE 'release\\_%'
     ORDER BY nspname <> 'public', nspname COLLATE "C"`,
  );
  return rows.map(({ name }) => name);
}

export async function listTables(connection: Connection, schema: string): Promise<string[]> {
  const rows = await connection.query<{ name: string }>(
    'SELECT tablename::text AS name FROM pg_tables WHERE schemaname = $1 ORDER BY tablename COLLATE "C"',
    [schema],
  );
  return rows.map(({ name }) => name);
}

export interface ColumnOfTable {
  name: string;
  /** As SQL names it, with the search path on its schema. */
  type: string;
  isText: boolean;
  /** Its place in the primary key, from 1; null: not of it. */
  key: number | null;
}

export function listColumns(connection: Connection, schema: string, table: string): Promise<ColumnOfTable[]> {
  return connection.query<ColumnOfTable>(
    `SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type, t.typcategory = 'S' AS "isText",
       array_position(k.conkey, a.attnum)::int AS key
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
     WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [schema, table],
  );
}

/** What each gave out last, and whether it did. */
export async function listSequences(
  connection: Connection,
  schema: string,
): Promise<Record<string, [last: string, isCalled: boolean]>> {
  const names = await connection.query<{ name: string }>(
    'SELECT sequencename::text AS name FROM pg_sequences WHERE schemaname = $1 ORDER BY sequencename COLLATE "C"',
    [schema],
  );
  const sequences: Record<string, [string, boolean]> = {};
  for (const { name } of names) {
    const [row] = await connection.query<{ last: string; isCalled: boolean }>(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM ${quote(schema)}.${quote(name)}`,
    );
    if (row) sequences[name] = [row.last, row.isCalled];
  }
  return sequences;
}

export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** With the search path on the schema. */
export function listForeignKeys(connection: Connection, schema: string): Promise<ForeignKey[]> {
  return connection.query<ForeignKey>(
    `SELECT c.relname::text AS table, k.conname::text AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE k.contype = 'f' AND n.nspname = $1 ORDER BY k.oid`,
    [schema],
  );
}

/** The name of something that is there already; null where the database is empty. */
export async function findContent(connection: Pick<Connection, 'query'>): Promise<string | null> {
  const [row] = await connection.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE (n.nspname = 'public' OR n.nspname LIKE 'release\\_%') AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') LIMIT 1`,
  );
  return row?.name ?? null;
}
