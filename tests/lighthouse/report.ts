import { cpus, totalmem } from 'node:os';
import { medianOf } from '../bench/measure.ts';
import { type Audit, METRICS, type Metric, SCORES, type Score } from './audit.ts';
import type { ServerTime } from './server-time.ts';

export interface PageWeight {
  path: string;
  /** Compressed bytes. */
  script: number;
  style: number;
  font: number;
  html: number;
}

export interface Results {
  audits: Audit[];
  /** The same of an app of this Next.js with nothing in it. */
  emptyAudit: Audit | null;
  serverTimes: ServerTime[];
  weights: PageWeight[];
  /** Compressed bytes of script of an app of this Next.js with nothing in it. */
  emptyApp: number;
}

const MOST_RATIO = 2;
/** Of our own script on `/`. */
const MOST_SCRIPT = 65_000;

/** The results as Markdown; what misses its mark is marked with a cross. */
export function writeReport({ audits, emptyAudit, serverTimes, weights, emptyApp }: Results): string {
  const parts = [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim()}),
${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, the starter dataset on the embedded database.`,
  ];
  if (audits.length > 0) {
    const scores = Object.keys(SCORES) as Score[];
    const metrics = Object.keys(METRICS) as Metric[];
    const heads = scores.map((name) => `${name.replace('-', ' ')} (≥ ${SCORES[name]})`);
    const rows = audits.map((audit) => [
      `\`${audit.path}\``,
      ...scores.map((name) => mark(audit.scores[name].toFixed(2), audit.scores[name] >= SCORES[name])),
      ...metrics.map((name) => writeMetric(name, audit.metrics[name])),
    ]);
    if (emptyAudit) {
      const { scores: reached, metrics: taken } = emptyAudit;
      rows.push([
        '*an app of the same Next.js with nothing in it*',
        ...scores.map((name) => reached[name].toFixed(2)),
        ...metrics.map((name) => writeMetric(name, taken[name])),
      ]);
    }
    parts.push(writeTable(['Lighthouse, mobile', ...heads, ...metrics.map((name) => METRICS[name])], rows));
    const index = medianOf(audits.map(({ benchmarkIndex }) => benchmarkIndex));
    parts.push(`Lighthouse's own benchmark of this machine: ${Math.round(index)}.`);
    const faults = audits.flatMap(({ path, faults }) => faults.map((fault) => `- \`${path}\`: ${fault}`));
    if (faults.length > 0) parts.push(faults.join('\n'));
  }
  if (serverTimes.length > 0) {
    const rows = serverTimes.map(({ path, calls, warm, page, api, ratio }) => [
      `\`${path}\``,
      `${warm.toFixed(1)} ms`,
      `${page.toFixed(1)} ms`,
      String(calls),
      `${api.toFixed(1)} ms`,
      mark(ratio.toFixed(2), ratio <= MOST_RATIO),
    ]);
    const heads = [
      'time on the server',
      'page, asked again',
      'page, new',
      'API calls',
      'its API calls, new',
      `ratio (≤ ${MOST_RATIO})`,
    ];
    parts.push(writeTable(heads, rows));
  }
  if (weights.length > 0) {
    const rows = weights.map(({ path, script, style, font, html }) => {
      const ours = script - emptyApp;
      return [
        `\`${path}\``,
        writeBytes(script),
        path === '/' ? mark(writeBytes(ours), ours <= MOST_SCRIPT) : writeBytes(ours),
        writeBytes(style),
        writeBytes(font),
        writeBytes(html),
      ];
    });
    const ours = `of it ours (\`/\`: ≤ ${writeBytes(MOST_SCRIPT)})`;
    parts.push(
      writeTable(['bytes, by gzip', 'script', ours, 'style', 'typefaces', 'HTML'], rows),
      `*Ours* is what there is over the ${writeBytes(emptyApp)} of an app of the same Next.js with nothing in it.`,
    );
  }
  return parts.join('\n\n');
}

function mark(text: string, isReached: boolean): string {
  return isReached ? `**${text}**` : `**${text}** ✗`;
}

function writeMetric(name: Metric, value: number): string {
  return name === 'cumulative-layout-shift' ? value.toFixed(3) : `${Math.round(value)} ms`;
}

function writeBytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function writeTable(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'));
  return [heads, rule, ...rows].map(line).join('\n');
}
