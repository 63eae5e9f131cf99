import { cpus, totalmem } from 'node:os';
import { keepBetweenMarks, writeTable } from '../support/marked-page.ts';
import type { ArithmeticLine } from './arithmetic.ts';
import type { GrowthLine } from './growth.ts';
import type { Speed } from './measure.ts';
import type { SelfTime } from './profile.ts';
import type { Line } from './rows.ts';

export interface Results {
  /** Of the server's own words, `15.8`. */
  postgres: string;
  lines: Line[];
  growth: GrowthLine[];
  arithmetic: ArithmeticLine[];
  /** By question and number of counts, in words. */
  profiles: { title: string; places: SelfTime[] }[];
}

/** The results as Markdown. */
export function writeReport({ postgres, lines, growth, arithmetic, profiles }: Results): string {
  const parts = [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}),
${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, PostgreSQL ${postgres}.`,
  ];
  if (lines.length > 0) {
    const heads = ['', 'counts', 'connections', 'share of the floor'];
    const speeds = ['a second', 'p50', 'p99', 'processor'];
    parts.push(
      writeTable([...heads, ...speeds, ...speeds.map((it) => `floor: ${it}`)], lines.map(writeLine)),
    );
  }
  if (growth.length > 0) {
    const heads = [
      'one answer after the other',
      'counts',
      'product',
      'times the one before',
      'floor',
      'memory of the process, then and at most',
    ];
    const byName = [...Map.groupBy(growth, ({ name }) => name).values()].flat();
    parts.push(writeTable(heads, byName.map(writeGrowth)));
  }
  if (arithmetic.length > 0) {
    const rows = arithmetic.map(({ title, figures, links, milliseconds }) => [
      title,
      writeNumber(figures),
      writeNumber(links),
      writeTime(milliseconds),
    ]);
    parts.push(writeTable(['arithmetic alone', 'figures', 'links', 'processor time'], rows));
  }
  for (const { title, places } of profiles) {
    const rows = places.map(({ place, share }) => [`\`${place}\``, `${(share * 100).toFixed(1)} %`]);
    parts.push(writeTable([title, 'own time'], rows));
  }
  return parts.join('\n\n');
}

/** Puts results between their marks in docs/performance.md. */
export function keepReport(report: string, name: 'bench' | 'pages'): void {
  keepBetweenMarks('docs/performance.md', name, report);
}

function writeLine({ title, counts, result }: Line): string[] {
  const share = `**${writeShare({ result })}**`;
  const lead = [title, writeNumber(counts)];
  if (typeof result === 'string') return [...lead, '', share, ...Array(8).fill('')];
  const { product, floor, connections } = result;
  return [...lead, String(connections), share, ...writeSpeed(product), ...writeSpeed(floor)];
}

/** What the product answers of what the floor does in the same time; or why there is no such number. */
export function writeShare({ result }: Pick<Line, 'result'>): string {
  return typeof result === 'string' ? result : (result.product.perSecond / result.floor.perSecond).toFixed(2);
}

function writeSpeed({ perSecond, p50, p99, processor }: Speed): string[] {
  return [
    writeRate(perSecond),
    writeTime(p50),
    writeTime(p99),
    processor === null ? '' : `${processor.toFixed(2)} ms`,
  ];
}

function writeGrowth(
  { name, counts, product, floor, memory }: GrowthLine,
  index: number,
  lines: GrowthLine[],
): string[] {
  const before = lines[index - 1];
  const isNext = before?.name === name && typeof before.product === 'number' && typeof product === 'number';
  return [
    name,
    writeNumber(counts),
    typeof product === 'string' ? product : writeTime(product),
    isNext ? `${(product / (before.product as number)).toFixed(1)}` : '',
    floor === null ? '' : writeTime(floor),
    memory ? `${writeNumber(memory.now)} MB, ${writeNumber(memory.most)} MB` : '',
  ];
}

function writeNumber(value: number): string {
  return value.toLocaleString('en-US');
}

function writeRate(value: number): string {
  return value.toLocaleString(
    'en-US',
    value < 100 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 },
  );
}

function writeTime(milliseconds: number): string {
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
