import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const origin = inject('origin');
const tables = [
  'counts?provider=china&knownOn=2025-01-01',
  'commitments',
  'reported-totals?country=SLB',
  'claims?unit=PEOPLE',
  'links',
  'sources',
  'events',
  'countries?onRecord=true',
  'programs',
  'providers',
];

interface Column {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date' | 'datetime' | 'list';
}
type Row = Record<string, unknown>;

let folder: string;
let duckdb: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muster-files-'));
  duckdb = await (await DuckDBInstance.create()).connect();
  await duckdb.run("SET TimeZone = 'UTC'");
});
afterAll(() => {
  duckdb.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function download(table: string, ending: string): Promise<string> {
  const [name, search = ''] = table.split('?');
  const response = await fetch(`${origin}/data/${name}.${ending}?${search}`);
  expect([response.status, ending]).toEqual([200, ending]);
  const path = join(folder, `${name}.${ending}`);
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  return path;
}

const duckdbTypes = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'TIMESTAMP WITH TIME ZONE',
  list: 'VARCHAR[]',
};

/** What DuckDB reads, with days and instants as it writes them, and its columns' types. */
async function query(from: string): Promise<{ rows: Row[]; types: string[] }> {
  const reader = await duckdb.runAndReadAll(`SELECT * FROM ${from}`);
  return { rows: reader.getRowObjectsJson(), types: reader.columnTypes().map(String) };
}

/** As the JSON file has it, for what other formats give back. */
function normalize(columns: Column[], row: Row): unknown[] {
  return columns.map(({ name, type }) => {
    const value = row[name] ?? null;
    if (value === null) return type === 'list' ? '' : null;
    if (type === 'list') return Array.isArray(value) ? value.join('; ') : value;
    if (type === 'integer') return Number(value);
    if (type === 'date') return (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
    // To the second: a spreadsheet's instants are fractions of a day.
    if (type === 'datetime') {
      const text = value instanceof Date ? value.toISOString() : String(value);
      return Math.round(new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).getTime() / 1000);
    }
    return value;
  });
}

test.each(tables)(
  '%s: DuckDB and a spreadsheet reader read the same rows from every format',
  async (table) => {
    const [name, search = ''] = table.split('?');
    const { columns, rows: many } = (await (
      await fetch(`${origin}/data/${name}.metadata.json?${search}`)
    ).json()) as { columns: Column[]; rows: number };
    const json: Row[] = await (await fetch(`${origin}/data/${name}.json?${search}`)).json();
    expect(json.length).toBe(many);
    expect(many).toBeGreaterThan(0);
    const expected = json.map((row) => normalize(columns, row));

    const parquet = await query(`'${await download(table, 'parquet')}'`);
    expect(parquet.types).toEqual(columns.map(({ type }) => duckdbTypes[type]));
    expect(parquet.rows.map((row) => normalize(columns, row))).toEqual(expected);

    const shape = columns
      .map(({ name: column, type }) => `'${column}': '${type === 'list' ? 'VARCHAR' : duckdbTypes[type]}'`)
      .join(', ');
    const csv = await query(
      `read_csv('${await download(table, 'csv')}', header = true, columns = {${shape}})`,
    );
    const unescaped = csv.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '') : value,
        ]),
      ),
    );
    expect(unescaped.map((row) => normalize(columns, row))).toEqual(expected);

    const fromJson = await query(`read_json('${await download(table, 'json')}')`);
    expect(fromJson.rows.map((row) => normalize(columns, row))).toEqual(expected);

    const [header, ...cells] = await readSheet(await download(table, 'xlsx'));
    expect(header).toEqual(columns.map((column) => column.name));
    const xlsx = cells.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, row[i]])));
    expect(xlsx.map((row) => normalize(columns, row))).toEqual(expected);
  },
);

test('CSV is read with its types even by a reader who is told nothing', async () => {
  const { rows } = await query(`'${await download('commitments', 'csv')}'`);
  const named = rows.find(({ slug }) => slug === 'cn-lianyungang-2024-3000');
  expect(Number(named?.quantity_low)).toBe(3000);
  expect(rows.filter(({ quantity_low: low }) => low === null).length).toBeGreaterThan(0);
});

test('Parquet carries its citation, licence and revision', async () => {
  const reader = await duckdb.runAndReadAll(
    `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${await download('commitments', 'parquet')}')`,
  );
  const told = Object.fromEntries(reader.getRowObjectsJson().map(({ key, value }) => [key, value]));
  expect(told).toMatchObject({ licence: 'CC-BY-4.0', revision: '1', title: 'Commitments' });
  expect(told.citation).toContain('Muster');
});
