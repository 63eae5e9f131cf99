export type CsvValue = string | number | boolean | null | undefined;

/** A table as CSV after RFC 4180: CRLF, fields quoted where they must be; null is an empty field. */
export function writeCsv(rows: CsvValue[][]): string {
  return rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('');
}

function writeField(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  // A spreadsheet would run a text that begins like a formula.
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
