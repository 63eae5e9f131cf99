import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../apps/api/src/settings.ts';
import { type Database, DatabaseError, type OpenOptions, openDatabase } from '../prisma/src/index.ts';
import { fail } from './processes.ts';

/** The settings, and at most one word of the command line. Ends with one line where they cannot be. */
export function readOneArgument(usage: string): { given: string | undefined; settings: Settings } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    if (positionals.length > 1) throw new Error(`one file at most; ${positionals.length} were named`);
    return { given: positionals[0], settings: readSettings() };
  } catch (error) {
    fail(`${(error as Error).message}\n${usage}`);
  }
}

/** What `work` gives of the opened database. A trouble of the database ends all with one line. */
export async function withDatabase<Result>(
  options: OpenOptions,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return tellTroubles(async () => {
    const database = await openDatabase(options);
    return work(database).finally(() => database.close());
  });
}

/** A DatabaseError, whose words may be printed, ends all with one line. */
export async function tellTroubles<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError) fail(error.message);
    throw error;
  }
}

/** The server's secret as it is set or kept in the data folder; null: there is none yet. */
export async function findSecret({ secret, dataDir }: Settings): Promise<string | null> {
  return (
    secret ??
    (await readFile(join(dataDir, 'secret'), 'utf8').then(
      (text) => text.trim(),
      () => null,
    ))
  );
}

/** Where the secret is set or kept. */
export function nameSecret({ secret, dataDir }: Settings): string {
  return secret === null ? `the file ${join(dataDir, 'secret')}` : 'MUSTER_SECRET';
}
