import { cpus, totalmem } from 'node:os';
import { keepBetweenMarks, readBetweenMarks, writeTable } from '../support/marked-page.ts';
import type { Outcome } from './scenario.ts';

export interface Results {
  title: string;
  outcomes: Outcome[];
}

/** A table under the name of its scenario, with when and on what it was run. */
export interface Section {
  title: string;
  text: string;
}

/** The results of each scenario as Markdown. `share`: of the rounds and minutes that were run. */
export function writeSections(results: readonly Results[], share: number): Section[] {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const part = share === 1 ? '' : ` A ${Math.round(1 / share)}th of the rounds and minutes.`;
  const when = `${new Date().toISOString().slice(0, 10)}, ${machine}.${part}`;
  const heads = ['what', 'times', 'result', 'as it should be'];
  return results.map(({ title, outcomes }) => {
    const rows = outcomes.map(({ what, times, result, isGood }) => [
      what,
      times.toLocaleString('en-US'),
      result.replaceAll('|', '\\|').replaceAll(/\s+/g, ' '),
      isGood ? 'yes' : '**no**',
    ]);
    return { title, text: `**${title}**: ${when}\n\n${writeTable(heads, rows, 'left')}` };
  });
}

/** Puts the results between the marks of docs/operations.md; those of scenarios that were not run stay. */
export function keepSections(sections: readonly Section[], order: readonly string[]): void {
  const kept = readBetweenMarks('docs/operations.md', 'faults').split(/\n\n(?=\*\*[^*]+\*\*: )/);
  const texts = order.flatMap((title) => {
    const own = sections.find((section) => section.title === title)?.text;
    return own ?? kept.find((text) => text.startsWith(`**${title}**: `)) ?? [];
  });
  keepBetweenMarks('docs/operations.md', 'faults', texts.join('\n\n'));
}
