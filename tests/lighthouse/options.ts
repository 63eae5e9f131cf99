import { parseArgs } from 'node:util';

export interface LighthouseOptions {
  /** Runs of Lighthouse over each page. */
  runs: number;
  /** Rounds of each comparison of server times. */
  rounds: number;
  parts: Part[];
  /** Puts the results into docs/performance.md. */
  write: boolean;
}

export const PARTS = ['audits', 'server', 'weight'] as const;
export type Part = (typeof PARTS)[number];

const USAGE = `npm run lighthouse -- [--runs N] [--rounds N] [--only PART]… [--write]

Starts the product as users do and measures its pages: Lighthouse, time on the server, bytes of script and style.
  --runs N      runs of Lighthouse over each page, whose median counts; default 5
  --rounds N    rounds of page against its API calls; default 21
  --only PART   one of ${PARTS.join(', ')}; may be given again
  --write       puts the tables into docs/performance.md`;

/** Reads the command line. Prints how to call it and ends where it cannot be understood. */
export function readOptions(args: string[]): LighthouseOptions {
  const options = {
    runs: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '21' },
    only: { type: 'string', multiple: true },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    const { only = [], write, help } = values;
    const [runs, rounds] = [readNumber('runs', values.runs), readNumber('rounds', values.rounds)];
    const unknown = only.find((name) => !PARTS.includes(name as Part));
    if (unknown !== undefined) throw new Error(`nothing is called ${unknown}`);
    if (!help) return { runs, rounds, parts: only.length > 0 ? (only as Part[]) : [...PARTS], write };
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(1);
  }
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
  return value;
}
