import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../column.ts';
import type { Format } from './format.ts';

/** Between the values of a list; none of ours holds it. */
export const LIST_SEPARATOR = '; ';

// What a spreadsheet may run, by OWASP's list and with the wide forms of the same signs, after any apostrophes of its own:
// so that taking one off gives the text back, whatever it was.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * RFC 4180 in UTF-8, without a byte order mark. Null is an empty field, a list its values with semicolons between. A text
 * that a spreadsheet would run as a formula has an apostrophe before it.
 */
export const csv: Format = {
  ending: 'csv',
  label: 'CSV',
  mediaType: 'text/csv; charset=utf-8; header=present',
  async *write(columns, batches) {
    yield writeRows([columns.map(({ name }) => name)]);
    for await (const rows of batches) yield writeRows(rows.map((row) => row.map(writeCell)));
  },
};

function writeCell(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  const text = Array.isArray(cell) ? cell.join(LIST_SEPARATOR) : String(cell);
  return FORMULA.test(text) ? `'${text}` : text;
}

function writeRows(rows: unknown[][]): string {
  // With CRLF between records the library would leave a lone LF bare.
  return stringify(rows, { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
