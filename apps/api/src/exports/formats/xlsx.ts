import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell, ColumnWords } from '../column.ts';
import { LIST_SEPARATOR } from './csv.ts';
import type { Format } from './format.ts';

const LONGEST_NAME = 31;

/**
 * One sheet under a fixed row of names; past the rows that a sheet may have, another of the same. Days and instants are
 * dates, numbers numbers; null is an empty cell, a list its values with semicolons between. Texts are never formulas.
 */
export const xlsx: Format = {
  ending: 'xlsx',
  label: 'Excel',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write(columns, batches, { title }) {
    return writeXlsxStream(writeRows(columns, batches), {
      name: title.slice(0, LONGEST_NAME),
      columns: columns.map(({ name, type }) => ({ header: name, ...SHAPES[type] })),
      freezePane: { rows: 1 },
      zip64: false,
    });
  },
};

const SHAPES: Record<ColumnWords['type'], { width: number; numFmt?: string }> = {
  string: { width: 24 },
  list: { width: 24 },
  integer: { width: 12 },
  boolean: { width: 10 },
  date: { width: 12, numFmt: 'yyyy-mm-dd' },
  datetime: { width: 20, numFmt: 'yyyy-mm-dd hh:mm:ss' },
};

async function* writeRows(columns: readonly ColumnWords[], batches: AsyncIterable<Cell[][]>) {
  for await (const rows of batches) {
    for (const row of rows) yield row.map((cell, i) => writeCell(cell, columns[i]?.type));
  }
}

function writeCell(
  cell: Cell,
  type: ColumnWords['type'] | undefined,
): string | number | boolean | Date | null {
  if (typeof cell === 'string' && (type === 'date' || type === 'datetime')) return new Date(cell);
  if (typeof cell === 'object' && cell !== null) return cell.length > 0 ? cell.join(LIST_SEPARATOR) : null;
  return cell;
}
