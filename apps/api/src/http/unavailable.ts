import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { findUnavailability } from '@muster/db';
import type { Context } from '../context.ts';
import { RefusalError } from '../errors.ts';
import { findCurrentRequest } from '../requests.ts';

/** Seconds after which to ask again. */
export const RETRY_AFTER_S = 5;

const REFUSALS = {
  AWAY: {
    code: 'DATABASE_UNAVAILABLE',
    message: `The database cannot be reached. Ask again in ${RETRY_AFTER_S} s; after a change, look first whether it was made.`,
  },
  FULL: {
    code: 'STORAGE_FULL',
    message:
      'The database has no room left for this, so nothing was changed. Whoever runs this server has to make room.',
  },
};

const CODES = new Set<unknown>(Object.values(REFUSALS).map(({ code }) => code));

/** What is told of a database that cannot be reached, or is full: 503, and when to ask again. Null for all other errors. */
export function findUnavailable(error: unknown): RefusalError | null {
  const why = findUnavailability(error);
  return why && new RefusalError(503, { ...REFUSALS[why], retryAfter: RETRY_AFTER_S });
}

/** Of GraphQL's context, whose errors Apollo answers by itself. */
export function tellWhereAway<Arguments extends unknown[], Result>(
  work: (...args: Arguments) => Promise<Result>,
): (...args: Arguments) => Promise<Result> {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (error) {
      const unavailable = findUnavailable(error);
      if (!unavailable) throw error;
      findCurrentRequest()?.log.warn(error);
      unavailable.extensions.http = {
        status: 503,
        headers: new HeaderMap([['retry-after', `${RETRY_AFTER_S}`]]),
      };
      throw unavailable;
    }
  };
}

/** Gives answers that tell of it their status. */
export const tellUnavailable: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single') return;
      if (!body.singleResult.errors?.some(({ extensions }) => CODES.has(extensions?.code))) return;
      http.status = 503;
      http.headers.set('retry-after', String(RETRY_AFTER_S));
    },
  }),
};
