import type { Connection } from '../database.ts';
import { schemaOfRelease } from './name.ts';
import { listReleaseNames } from './read.ts';

/** Set for a migration's transaction alone: see `migrateReleases`. */
const OPEN = 'muster.release_open';

/** Makes the database itself refuse whatever would change a row of the release. May be called again. */
export async function freezeSchema(connection: Connection, schema: string): Promise<void> {
  await connection.executeScript(`
    CREATE OR REPLACE FUNCTION "${schema}".refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF current_setting('${OPEN}', true) = 'on' THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'a release never changes: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'read_only_sql_transaction';
    END $$`);
  const tables = await connection.query<{ name: string }>(
    'SELECT tablename::text AS name FROM pg_tables WHERE schemaname = $1 ORDER BY tablename COLLATE "C"',
    [schema],
  );
  for (const { name } of tables) {
    await connection.executeScript(`
      CREATE OR REPLACE TRIGGER release_frozen BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${schema}"."${name}"
      FOR EACH STATEMENT EXECUTE FUNCTION "${schema}".refuse_change()`);
  }
}

/** Takes every release along to a newer form of the tables, so that the same queries read it; its files stay as they are. */
export async function migrateReleases(connection: Connection, sql: string): Promise<void> {
  // Before the migration that brings the table, there is none.
  const [table] = await connection.query<{ isThere: boolean }>(
    `SELECT to_regclass('public.release') IS NOT NULL AS "isThere"`,
  );
  if (!table?.isThere) return;
  const schemas = [...(await listReleaseNames(connection))].map(schemaOfRelease);
  if (schemas.length === 0) return;
  await connection.executeScript(`SET LOCAL ${OPEN} = 'on'`);
  for (const schema of schemas) {
    await connection.executeScript(`SET LOCAL search_path TO "${schema}"`);
    await connection.executeScript(sql);
    await freezeSchema(connection, schema);
  }
  await connection.executeScript(`SET LOCAL search_path TO DEFAULT; SET LOCAL ${OPEN} = 'off'`);
}
