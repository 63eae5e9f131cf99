import { parseArgs } from 'node:util';

export interface BenchOptions {
  isQuick: boolean;
  /** Names of lines; empty: all. */
  only: string[];
  /** Puts the results into docs/performance.md. */
  write: boolean;
  /** Names of questions to profile the API's process at. */
  profile: string[];
  /** Other servers too, which are had from the npm registry. */
  peers: boolean;
}

export const NAMES = [
  'warm',
  '304',
  'list',
  'record',
  'search',
  'totals',
  'series',
  'breakdown',
  'arithmetic',
  'growth',
];

const PROFILED = ['warm', 'list', 'record', 'search', 'totals', 'series', 'breakdown'];

const USAGE = `npm run bench -- [--quick] [--only NAME]… [--profile NAME]… [--peers] [--write]

Measures the product against bare servers that do the least for the same answers, on a throw-away PostgreSQL.
  --quick         about 2 minutes: fewer and shorter rounds, 200,000 counts at most
  --only NAME     one of ${NAMES.join(', ')}; may be given again
  --profile NAME  one of ${PROFILED.join(', ')}: where the API's process spends its time
  --peers         the list by other servers too; one of them comes from the npm registry
  --write         puts the tables into docs/performance.md`;

/** Reads the command line. Prints how to call it and ends where it cannot be understood. */
export function readOptions(args: string[]): BenchOptions {
  const options = {
    quick: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    profile: { type: 'string', multiple: true },
    peers: { type: 'boolean' },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    const { quick = false, only = [], profile = [], peers = false, write = false, help } = values;
    const unknown =
      only.find((name) => !NAMES.includes(name)) ?? profile.find((name) => !PROFILED.includes(name));
    if (unknown !== undefined) throw new Error(`nothing is called ${unknown}`);
    if (!help) return { isQuick: quick, only, write, profile, peers };
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(1);
  }
}
