import { parseArgs } from 'node:util';

export interface FaultOptions {
  /** Names of scenarios; empty: all. */
  only: string[];
  /** Of the rounds and minutes. */
  share: number;
  /** Puts the table into docs/operations.md. */
  write: boolean;
}

const QUICK = 0.05;

/** Reads the command line. Prints how to call it and ends where it cannot be understood. */
export function readOptions(
  args: string[],
  scenarios: readonly { name: string; title: string }[],
): FaultOptions {
  const options = {
    quick: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  const names = scenarios.map(({ name }) => name);
  try {
    const { values } = parseArgs({ args, options });
    const only = (values.only ?? []).flatMap((given) => given.split(','));
    const unknown = only.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Error(`nothing is called ${unknown}`);
    if (!values.help) return { only, share: values.quick ? QUICK : 1, write: values.write ?? false };
    console.log(describe(scenarios));
    process.exit(0);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${describe(scenarios)}`);
    process.exit(1);
  }
}

function describe(scenarios: readonly { name: string; title: string }[]): string {
  const longest = Math.max(...scenarios.map(({ name }) => name.length));
  const lines = scenarios.map(({ name, title }) => `    ${name.padEnd(longest)}  ${title}`);
  return `npm run test:faults -- [--only NAME,…] [--quick] [--write]

Lets things break while the product works, on throw-away databases, and says what was lost. Ends with 1 if anything was.
  --only NAME,…  some of
${lines.join('\n')}
  --quick        a twentieth of the rounds and minutes
  --write        puts the tables into docs/operations.md, in place of the same scenarios' last ones

FAULTS_SEED=<number> repeats the choices of an earlier run.`;
}
