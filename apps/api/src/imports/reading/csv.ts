import { decodeUtf8, FILE_LIMITS, limitBytes, tooLarge, unreadable } from './limits.ts';

type State = 'start' | 'plain' | 'quoted' | 'closed';

const QUOTE = 34;
const CR = 13;
const LF = 10;
const DELIMITERS = [',', ';', '\t', '|'];
// What a spreadsheet, or our own export, puts an apostrophe before; see exports/formats/csv.ts.
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Records of a CSV file (RFC 4180; also with semicolons, tabs or bars, as its first line has them), the header first, each with
 * the line that it begins at. Cells are text: nothing is run. Throws for what no reader could be sure of.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  limits = FILE_LIMITS,
): AsyncGenerator<{ line: number; cells: string[] }> {
  let delimiter = -1;
  let cells: string[] = [];
  let cell = '';
  let state = 'start' as State;
  let line = 1;
  let begun = 1;
  let opened = 1;
  let afterCr = false;
  let head = '';
  const done: { line: number; cells: string[] }[] = [];

  const endCell = () => {
    if (cells.length >= limits.columns) {
      throw tooLarge(
        `Line ${begun} has more than ${limits.columns} columns; bring the columns that are needed.`,
      );
    }
    cells.push(DEFUSED.test(cell) ? cell.slice(1) : cell);
    cell = '';
    state = 'start';
  };
  const endRecord = () => {
    endCell();
    if (cells.length > 1 || cells[0] !== '') done.push({ line: begun, cells });
    cells = [];
  };
  const add = (text: string) => {
    cell += text;
    if (cell.length <= limits.cell) return;
    const reason =
      state === 'quoted' ? `a quote is opened on line ${opened} and not closed` : `a value is too long`;
    throw unreadable(`Line ${begun}: ${reason}; at most ${limits.cell} characters.`);
  };

  const take = (text: string) => {
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (afterCr) {
        afterCr = false;
        if (code === LF) {
          at++;
          begun = line;
          continue;
        }
      }
      if (state === 'quoted') {
        const end = text.indexOf('"', at);
        const part = end < 0 ? text.slice(at) : text.slice(at, end);
        for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) line++;
        add(part);
        at = end < 0 ? text.length : end + 1;
        if (end >= 0) state = 'closed';
        continue;
      }
      at++;
      if (code === QUOTE && state === 'start') {
        state = 'quoted';
        opened = line;
      } else if (code === QUOTE && state === 'closed') {
        add('"');
        state = 'quoted';
      } else if (code === delimiter) {
        endCell();
      } else if (code === CR || code === LF) {
        line++;
        endRecord();
        begun = line;
        afterCr = code === CR;
      } else if (state === 'closed') {
        throw unreadable(`Line ${line}: text follows a closing quote; write a quote within a value twice.`);
      } else {
        state = 'plain';
        let end = at;
        for (; end < text.length; end++) {
          const next = text.charCodeAt(end);
          if (next === delimiter || next === CR || next === LF) break;
        }
        add(text.slice(at - 1, end));
        at = end;
      }
    }
  };

  for await (const text of decodeUtf8(limitBytes(bytes, limits.csv))) {
    if (delimiter < 0) {
      head += text;
      if (!/[\r\n]/.test(head) && head.length < limits.cell) continue;
      delimiter = findDelimiter(head);
      take(head);
    } else take(text);
    yield* done.splice(0);
  }
  if (delimiter < 0) {
    delimiter = findDelimiter(head);
    take(head);
  }
  if (state === 'quoted') throw unreadable(`Line ${opened}: a quote is opened and never closed.`);
  if (cell !== '' || cells.length > 0 || state === 'closed') endRecord();
  yield* done.splice(0);
}

/** Of the first line's signs outside of quotes, the most frequent. */
function findDelimiter(text: string): number {
  const first = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const counts = DELIMITERS.map((sign) => first.split(sign).length);
  return (DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',').charCodeAt(0);
}
