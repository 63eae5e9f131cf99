import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, ColumnWords } from '../column.ts';
import type { About, Format } from './format.ts';

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows of a row group: what is held in memory, and what a reader can skip at once. */
const GROUP_ROWS = 10_000;

/**
 * Typed columns with nulls: DATE, INT64, BOOLEAN, UTF8, TIMESTAMP in UTC, lists of UTF8. What the file is stands in its
 * key-value metadata.
 */
export const parquet: Format = {
  ending: 'parquet',
  label: 'Parquet',
  mediaType: 'application/vnd.apache.parquet',
  async *write(columns, batches, about) {
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(writeElements)],
      kvMetadata: writeMetadata(about),
      createdBy: 'Muster',
    });
    let rows: Cell[][] = [];
    for await (const batch of batches) {
      rows.push(...batch);
      if (rows.length < GROUP_ROWS) {
        // Nothing to send yet; but whoever hung up meanwhile ends it here.
        yield new Uint8Array();
        continue;
      }
      await writer.write(writeGroup(columns, rows));
      rows = [];
      yield drain(bytes);
    }
    if (rows.length > 0) await writer.write(writeGroup(columns, rows));
    await writer.finish();
    yield drain(bytes);
  },
};

function writeGroup(columns: readonly ColumnWords[], rows: Cell[][]) {
  return {
    columnData: columns.map(({ name, type }, i) => ({
      name,
      data: rows.map((row) => writeCell(row[i] ?? null, type)),
    })),
    rowGroupSize: rows.length,
  };
}

/** What was written since; the writer goes on at the start of its buffer, while its offset counts on. */
function drain(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice();
  bytes.index = 0;
  return written;
}

const LEAVES: Record<Exclude<ColumnWords['type'], 'list'>, Omit<Element, 'name'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  datetime: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

function writeElements({ name, type }: ColumnWords): Element[] {
  if (type !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...LEAVES[type] }];
  return [
    {
      name,
      repetition_type: 'OPTIONAL',
      converted_type: 'LIST',
      logical_type: { type: 'LIST' },
      num_children: 1,
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...LEAVES.string },
  ];
}

function writeCell(cell: Cell, type: ColumnWords['type']): unknown {
  if (typeof cell === 'string' && (type === 'date' || type === 'datetime')) return new Date(cell);
  return typeof cell === 'number' ? BigInt(cell) : cell;
}

function writeMetadata(about: About) {
  const { title, citation, licence, revision, release, knownOn, metadata } = about;
  const told = { title, citation, licence, revision: String(revision), release, known_on: knownOn, metadata };
  return Object.entries(told).flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
}
