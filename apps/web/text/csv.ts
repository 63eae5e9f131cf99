import { stringify } from 'csv-stringify/sync';

export type CsvValue = string | number | boolean | null | undefined;

/** A table as CSV after RFC 4180; null is an empty field, and no text runs as a spreadsheet's formula. */
export function writeCsv(rows: CsvValue[][]): string {
  return stringify(rows, {
    record_delimiter: 'windows',
    // With CRLF between records the library would leave a lone LF bare.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: { boolean: String },
  });
}
