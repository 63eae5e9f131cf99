import type { Connection, Database } from '../database.ts';
import { DatabaseError } from '../database-error.ts';
import { ADVISORY_LOCK, HISTORY_TABLE, migrate } from '../migrate.ts';
import { type Migration, readMigrations } from '../migrations.ts';
import { freezeSchema } from '../releases/freeze.ts';
import {
  type BackupEnd,
  type BackupHeader,
  type BackupPart,
  bad,
  checkBackup,
  readLines,
} from './archive.ts';
import { type ForeignKey, findContent, listColumns, listForeignKeys, quote } from './catalog.ts';
import { TEXT_FORM } from './dump.ts';

const CHARACTERS_AT_ONCE = 1_000_000;
const ROWS_AT_ONCE = 2_000;

export interface Restored {
  header: BackupHeader;
  end: BackupEnd;
  /** Applied afterwards: those that came after the backup was made. */
  migrated: string[];
}

/**
 * Brings a backup into an empty database, in one transaction, after the whole file was held to its checksum; what newer
 * migrations change follows. Throws NOT_EMPTY, BAD_BACKUP or NEWER_BACKUP, and nothing is written.
 */
export async function restoreBackup(
  database: Pick<Database, 'kind' | 'transaction' | 'executeScript'>,
  file: string,
): Promise<Restored> {
  const { header, end } = await checkBackup(file);
  const migrations = await findMigrations(header, file);
  await database.transaction(async (connection) => {
    // Whoever starts on it meanwhile waits, and finds all of it.
    if (database.kind === 'postgres')
      await connection.query(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})::text`);
    const content = await findContent(connection);
    if (content !== null) {
      throw new DatabaseError(
        'NOT_EMPTY',
        `the database is not empty (it holds ${content}); nothing was restored: give an empty one`,
      );
    }
    await connection.executeScript(`SET LOCAL client_min_messages = 'warning'; ${TEXT_FORM}`);
    await new Loader(connection, migrations).load(readLines(file));
  });
  await database.executeScript('ANALYZE');
  return { header, end, migrated: await migrate(database) };
}

/** The migrations that the database had, as they are in our folder. */
async function findMigrations(header: BackupHeader, file: string): Promise<Migration[]> {
  const ours = await readMigrations();
  return header.migrations.map(({ name, checksum }, index) => {
    const migration = ours[index];
    if (!ours.some((it) => it.name === name)) {
      throw new DatabaseError(
        'NEWER_BACKUP',
        `${file} was made by a newer version of Muster (it has the migration ${name}): update first`,
      );
    }
    if (migration?.name !== name || migration.checksum !== checksum) {
      throw bad(`${file} was made by another Muster: its migration ${name} is not ours`);
    }
    return migration;
  });
}

class Loader {
  private readonly connection: Connection;
  private readonly migrations: Migration[];
  private schema = '';
  private foreignKeys: ForeignKey[] = [];
  private statement = '';
  private rows: string[] = [];
  private characters = 0;

  constructor(connection: Connection, migrations: Migration[]) {
    this.connection = connection;
    this.migrations = migrations;
  }

  async load(lines: AsyncIterable<string>): Promise<void> {
    let isFirst = true;
    for await (const line of lines) {
      if (isFirst) isFirst = false;
      else if (line.startsWith('[')) await this.addRow(line);
      else await this.begin(JSON.parse(line) as BackupPart | { end: BackupEnd });
    }
    await this.endSchema();
    await this.connection.executeScript('SET LOCAL search_path TO DEFAULT');
  }

  private async begin(part: BackupPart | { end: BackupEnd }): Promise<void> {
    await this.insertRows();
    if ('schema' in part) await this.beginSchema(part.schema);
    else if ('table' in part) await this.beginTable(part.table, part.columns);
    else if ('sequences' in part) await this.setSequences(part.sequences);
  }

  private async beginSchema(schema: string): Promise<void> {
    await this.endSchema();
    const { connection } = this;
    this.schema = schema;
    if (schema !== 'public') await connection.executeScript(`CREATE SCHEMA ${quote(schema)}`);
    await connection.executeScript(`SET LOCAL search_path TO ${quote(schema)}`);
    for (const { sql } of this.migrations) await connection.executeScript(sql);
    if (schema === 'public') await connection.executeScript(HISTORY_TABLE);
    // What the migrations themselves bring stands in the backup as it was last.
    await connection.executeScript('DELETE FROM data_revision');
    // Rows come table by table, and in one table in no order that references would follow.
    this.foreignKeys = await listForeignKeys(connection, schema);
    for (const { table, name } of this.foreignKeys) {
      await connection.executeScript(`ALTER TABLE ${quote(table)} DROP CONSTRAINT ${quote(name)}`);
    }
  }

  private async endSchema(): Promise<void> {
    for (const { table, name, definition } of this.foreignKeys) {
      await this.connection.executeScript(
        `ALTER TABLE ${quote(table)} ADD CONSTRAINT ${quote(name)} ${definition}`,
      );
    }
    this.foreignKeys = [];
    if (this.schema !== '' && this.schema !== 'public') await freezeSchema(this.connection, this.schema);
  }

  private async beginTable(table: string, columns: string[]): Promise<void> {
    const types = new Map(
      (await listColumns(this.connection, this.schema, table)).map(({ name, type }) => [name, type]),
    );
    const values = columns.map((column, index) => {
      const type = types.get(column);
      if (!type) throw bad(`the backup has a column ${table}.${column} that Muster does not know`);
      return `(r->>${index})::${type}`;
    });
    const into = `${quote(table)} (${columns.map(quote).join(', ')})`;
    this.statement = `INSERT INTO ${into} SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) r`;
  }

  private async addRow(line: string): Promise<void> {
    this.rows.push(line);
    this.characters += line.length;
    if (this.rows.length >= ROWS_AT_ONCE || this.characters >= CHARACTERS_AT_ONCE) await this.insertRows();
  }

  private async insertRows(): Promise<void> {
    if (this.rows.length === 0) return;
    await this.connection.query(this.statement, [`[${this.rows.join(',')}]`]);
    this.rows = [];
    this.characters = 0;
  }

  private async setSequences(sequences: Record<string, [last: string, isCalled: boolean]>): Promise<void> {
    for (const [name, [last, isCalled]] of Object.entries(sequences)) {
      const sequence = `${quote(this.schema)}.${quote(name)}`;
      await this.connection.query('SELECT setval($1::regclass, $2::bigint, $3::boolean)::text', [
        sequence,
        last,
        isCalled,
      ]);
    }
  }
}
