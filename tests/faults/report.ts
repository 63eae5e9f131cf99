import { cpus, totalmem } from 'node:os';
import { keepBetweenMarks, writeTable } from '../support/marked-page.ts';
import type { Outcome } from './scenario.ts';

export interface Results {
  title: string;
  outcomes: Outcome[];
}

/** The results as Markdown. `share`: of the rounds and minutes that were run. */
export function writeReport(results: readonly Results[], share: number): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const part = share === 1 ? '' : ` A ${Math.round(1 / share)}th of the rounds and minutes.`;
  const rows = results.flatMap(({ title, outcomes }) =>
    outcomes.map(({ what, times, result, isGood }, index) => [
      index === 0 ? title : '',
      what,
      times.toLocaleString('en-US'),
      result.replaceAll('|', '\\|').replaceAll(/\s+/g, ' '),
      isGood ? 'yes' : '**no**',
    ]),
  );
  const heads = ['', 'what', 'times', 'result', 'as it should be'];
  return `${new Date().toISOString().slice(0, 10)}, ${machine}.${part}\n\n${writeTable(heads, rows, 'left')}`;
}

/** Puts the results between the marks of docs/operations.md. */
export function keepReport(report: string): void {
  keepBetweenMarks('docs/operations.md', 'faults', report);
}
