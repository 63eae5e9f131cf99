import { streamXlsxRows } from 'hucre/xlsx';
import { checkArchive } from './archive.ts';
import { collect, FILE_LIMITS, tooLarge, unreadable } from './limits.ts';

/**
 * Rows of a workbook's first sheet, the header first, each with its number. Days are ISO days, numbers plain digits; of a formula
 * the value that was saved with it, as text: nothing is computed.
 */
export async function* readXlsx(
  bytes: AsyncIterable<Uint8Array>,
  limits = FILE_LIMITS,
): AsyncGenerator<{ line: number; cells: string[] }> {
  const archive = await collect(bytes, limits.xlsx);
  await checkArchive(archive, limits);
  const rows = streamXlsxRows(archive);
  for (;;) {
    const next = await rows.next().catch(() => {
      throw unreadable('The workbook cannot be read; save it again as XLSX without a password.');
    });
    if (next.done) return;
    const { index, values } = next.value;
    if (values.length > limits.columns) {
      throw tooLarge(
        `Row ${index + 1} has more than ${limits.columns} columns; bring the columns that are needed.`,
      );
    }
    const cells = values.map(writeCell);
    if (cells.some((cell) => cell !== '')) yield { line: index + 1, cells };
  }
}

function writeCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  return String(value);
}
