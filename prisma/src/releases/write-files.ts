import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { Connection } from '../database.ts';
import { TABLE_FILES, type TableFile } from './files/index.ts';
import { describePackage, type WrittenFile, writeSums } from './package.ts';

const PACKAGE = 'datapackage.json';
const SUMS = 'sha256sums.txt';
const ROWS_AT_ONCE = 5_000;

interface ReleaseFacts {
  name: string;
  day: string;
  revision: number;
  at: Date;
}

/**
 * Writes every file of the release whose schema the search path names: kept as written, so that no later version of this
 * code can change a byte. Returns the release's checksum: SHA-256 of its list of checksums, in hex.
 */
export async function writeFiles(connection: Connection, facts: ReleaseFacts): Promise<string> {
  const tables: { table: TableFile; file: WrittenFile }[] = [];
  for (const [position, table] of TABLE_FILES.entries()) {
    tables.push({ table, file: await writeTable(connection, table, position) });
  }
  const described = await writeText(connection, TABLE_FILES.length, {
    name: PACKAGE,
    title: 'Description of the files',
    mediaType: 'application/json; charset=utf-8',
    content: describePackage(facts, tables),
  });
  const sums = await writeText(connection, TABLE_FILES.length + 1, {
    name: SUMS,
    title: 'Checksums of the files',
    mediaType: 'text/plain; charset=utf-8',
    content: writeSums([...tables.map(({ file }) => file), described]),
  });
  return sums.sha256;
}

async function writeTable(connection: Connection, table: TableFile, position: number): Promise<WrittenFile> {
  const { fields, from, orderBy } = table;
  const file = openFile(connection, `${table.name}.csv`);
  await file.add(writeCsv([fields.map(({ name }) => name)]));
  const columns = fields.map(({ sql, name }) => `${sql} AS "${name}"`).join(', ');
  // A cursor: a table may hold more rows than fit into memory.
  await connection.executeScript(
    `DECLARE release_rows NO SCROLL CURSOR FOR SELECT ${columns} FROM ${from} ORDER BY ${orderBy}`,
  );
  let rows = 0;
  for (;;) {
    const some = await connection.query(`FETCH ${ROWS_AT_ONCE} FROM release_rows`);
    if (some.length === 0) break;
    rows += some.length;
    await file.add(writeCsv(some.map((row) => fields.map(({ name }) => row[name]))));
  }
  await connection.executeScript('CLOSE release_rows');
  return file.close(position, {
    title: table.title,
    mediaType: 'text/csv; charset=utf-8; header=present',
    rows,
  });
}

async function writeText(
  connection: Connection,
  position: number,
  { name, content, ...kind }: { name: string; content: string; title: string; mediaType: string },
): Promise<WrittenFile> {
  const file = openFile(connection, name);
  await file.add(content);
  return file.close(position, { ...kind, rows: null });
}

/** A file that is written part by part; nothing of it is kept in memory. */
function openFile(connection: Connection, name: string) {
  const hash = createHash('sha256');
  let [parts, bytes] = [0, 0];
  return {
    async add(content: string): Promise<void> {
      if (parts === 0) await openRow(connection, name);
      hash.update(content);
      bytes += Buffer.byteLength(content);
      await connection.query(
        'INSERT INTO release_file_part (file, position, content) VALUES ($1, $2::int, $3)',
        [name, parts, content],
      );
      parts += 1;
    },
    async close(
      position: number,
      kind: Pick<WrittenFile, 'title' | 'mediaType' | 'rows'>,
    ): Promise<WrittenFile> {
      const file = { name, ...kind, bytes, sha256: hash.digest('hex') };
      await connection.query(
        `UPDATE release_file SET position = $2::int, media_type = $3, title = $4, rows = $5::int, bytes = $6::int, sha256 = $7
         WHERE name = $1`,
        [name, position, file.mediaType, file.title, file.rows, bytes, file.sha256],
      );
      return file;
    },
  };
}

// Its parts point to it; what it is, is known once all are written.
async function openRow(connection: Connection, name: string): Promise<void> {
  await connection.query(
    `INSERT INTO release_file (name, position, media_type, title, bytes, sha256) VALUES ($1, 0, '', '', 0, '')`,
    [name],
  );
}

/** After RFC 4180; null is an empty field, and no text runs as a spreadsheet's formula. */
function writeCsv(rows: unknown[][]): string {
  return stringify(rows, {
    record_delimiter: 'windows',
    // With CRLF between records the library would leave a lone LF bare.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: { boolean: String },
  });
}
