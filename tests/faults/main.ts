// npm run test:faults: what is lost, and what is told, when things break while the product works.
import { readOptions } from './options.ts';
import { keepSections, type Results, writeSections } from './report.ts';
import type { Outcome, Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

const { only, share, write } = readOptions(process.argv.slice(2), SCENARIOS);
const started = performance.now();
// What was started is ended as this process exits, which a signal alone would not wait for.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const results: Results[] = [];
for (const scenario of SCENARIOS) {
  if (only.length > 0 && !only.includes(scenario.name)) continue;
  results.push({ title: scenario.title, outcomes: await run(scenario) });
}
const sections = writeSections(results, share);
console.log(`\n${sections.map(({ text }) => text).join('\n\n')}\n`);
if (write)
  keepSections(
    sections,
    SCENARIOS.map(({ title }) => title),
  );
const bad = results.flatMap(({ outcomes }) => outcomes).filter(({ isGood }) => !isGood);
say(bad.length === 0 ? 'done: all as it should be' : `done: ${bad.length} not as they should be`);
process.exit(bad.length === 0 ? 0 : 1);

/** A scenario that could not go to its end is a row of its own. */
async function run({ name, run: runScenario }: Scenario): Promise<Outcome[]> {
  say(name);
  try {
    return await runScenario({ log: (line) => say(`${name}: ${line}`), share });
  } catch (error) {
    console.error(error);
    return [{ what: 'to its end', times: 1, result: (error as Error).message.slice(0, 300), isGood: false }];
  }
}

function say(line: string): void {
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${line}\n`);
}
