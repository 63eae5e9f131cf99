import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/processes.ts';

/** Puts a text between the marks `<!-- name: begin -->` and `<!-- name: end -->` of a page of ours, in place of what is there. */
export function keepBetweenMarks(path: string, name: string, text: string): void {
  const { file, before, after } = splitAtMarks(path, name);
  writeFileSync(file, `${before}\n\n${text}\n\n${after}`);
}

export function readBetweenMarks(path: string, name: string): string {
  return splitAtMarks(path, name).within.trim();
}

function splitAtMarks(path: string, name: string) {
  const file = join(root, path);
  const page = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [start, stop] = [page.indexOf(begin), page.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`${path} has lost its marks ${begin} and ${end}`);
  const from = start + begin.length;
  return { file, before: page.slice(0, from), within: page.slice(from, stop), after: page.slice(stop) };
}

/** A table in Markdown: its first column to the left, the others as `align` says. */
export function writeTable(heads: string[], rows: string[][], align: 'left' | 'right' = 'right'): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, column) => (column === 0 || align === 'left' ? '---' : '---:'));
  return [heads, rule, ...rows].map(line).join('\n');
}
