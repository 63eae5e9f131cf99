import type { ApolloServerPlugin } from '@apollo/server';
import type { Database, ReleaseRow } from '@muster/db';
import type { Context } from './context.ts';
import { InputError } from './errors.ts';
import { findRelease, findReleaseNames } from './modules/release/queries.ts';

// Nothing was executed: without this, what fails before would be answered with 500.
const REFUSED = { http: { status: 400 } };

/** What a query string asks for under `release`: one name, or none. */
export function readRelease(query: unknown): string | null {
  const { release } = (query ?? {}) as { release?: unknown };
  if (release === undefined || release === '') return null;
  if (typeof release !== 'string') throw new InputError('release', 'give it once', REFUSED);
  return release;
}

/** The release that a query string asks for; null: none. Throws InputError, which lists those that exist. */
export async function requireRelease(live: Database, query: unknown): Promise<ReleaseRow | null> {
  const name = readRelease(query);
  if (name === null) return null;
  const release = await findRelease(live, name);
  if (release === null) throw new InputError('release', await explainMissing(live, name), REFUSED);
  return release;
}

const MOST_TOLD = 20;

/** What to say where there is no release of that name. */
export async function explainMissing(live: Database, name: string): Promise<string> {
  const names = await findReleaseNames(live);
  const there =
    names.length === 0 ? 'none has been made yet' : `there is ${names.slice(0, MOST_TOLD).join(', ')}`;
  return `no release “${name.slice(0, 60)}”; ${there}`;
}

/** Within a release nothing can be changed. */
export const checkRelease: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue }) => {
      if (contextValue.release === null || operation?.operation !== 'mutation') return;
      throw new InputError('release', 'a release never changes; send mutations without it', REFUSED);
    },
  }),
};

/** For what only the records as they stand have: accounts, and what editors see. */
export function requireLive(ctx: Context): Context {
  if (ctx.release === null) return ctx;
  throw new InputError('release', 'a release holds no accounts and no drafts; ask without it');
}
