import type { Connection } from '../database.ts';

/** A table of the records: which of its rows a release holds, and columns that are not taken over as they are. */
interface CopiedTable {
  table: string;
  /** Condition on `t`, a row of the live table; $1 is the release's day. Names without a schema are the release's own. */
  where?: string;
  columns?: Record<string, string>;
}

const visible = "t.state IN ('PUBLISHED', 'RETRACTED') AND t.known_on <= $1::date";
const published = (column: string, table: string) =>
  `t.${column} IN (SELECT id FROM ${table} WHERE state = 'PUBLISHED')`;
const present = (column: string, table: string) => `t.${column} IN (SELECT id FROM ${table})`;

/**
 * What readers can see, parents first. A record that was taken back keeps its address, its reason and whom it concerned;
 * its claims, links and figures are no longer shown and stay behind.
 */
const TABLES: CopiedTable[] = [
  { table: 'country' },
  { table: 'country_group' },
  { table: 'group_membership' },
  { table: 'provider' },
  { table: 'program' },
  { table: 'source' },
  { table: 'count', where: visible },
  { table: 'count_provider', where: present('count_id', '"count"') },
  { table: 'count_recipient', where: present('count_id', '"count"') },
  { table: 'claim', where: published('count_id', '"count"') },
  { table: 'link', where: `${published('from_id', '"count"')} AND ${published('to_id', '"count"')}` },
  {
    table: 'event',
    where: visible,
    columns: {
      supersedes_id: `(SELECT e.id FROM public.event e WHERE e.id = t.supersedes_id
        AND e.state IN ('PUBLISHED', 'RETRACTED') AND e.known_on <= $1::date)`,
    },
  },
  { table: 'event_provider', where: present('event_id', 'event') },
  { table: 'event_country', where: present('event_id', 'event') },
  { table: 'event_group', where: present('event_id', 'event') },
  { table: 'event_source', where: published('event_id', 'event') },
  {
    table: 'other_figure',
    where: `(${published('count_id', '"count"')} OR ${published('event_id', 'event')})`,
  },
  {
    table: 'revision',
    where: `t.is_public AND (
      (t.entity IN ('Commitment', 'ReportedTotal') AND ${present('entity_id', '"count"')})
      OR (t.entity = 'Event' AND ${present('entity_id', 'event')}))`,
    // Accounts stay behind; the name is what the history shows.
    columns: { actor_id: 'NULL' },
  },
  { table: 'data_revision' },
  { table: 'release' },
];

/** Fills the release's empty tables, which the search path names, from `public`. `day`: the release's today. */
export async function copyRecords(connection: Connection, schema: string, day: string): Promise<void> {
  await connection.executeScript('DELETE FROM data_revision');
  for (const { table, where = 'true', columns = {} } of TABLES) {
    const names = await listColumns(connection, schema, table);
    const values = names.map(({ name, type }) => {
      const value = columns[name] ?? `t."${name}"`;
      // Each schema has enums of its own.
      return type === null ? value : `(${value})::text::"${type}"`;
    });
    const condition = `(${where}) AND ($1::date IS NOT NULL)`;
    await connection.query(
      `INSERT INTO "${table}" (${names.map(({ name }) => `"${name}"`).join(', ')})
       SELECT ${values.join(', ')} FROM public."${table}" AS t WHERE ${condition}`,
      [day],
    );
  }
}

/** The columns of a table, each with the name of its type where that is an enum. */
function listColumns(connection: Connection, schema: string, table: string) {
  return connection.query<{ name: string; type: string | null }>(
    `SELECT a.attname AS name, CASE WHEN y.typtype = 'e' THEN y.typname END AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_type y ON y.oid = a.atttypid
     WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [schema, table],
  );
}
