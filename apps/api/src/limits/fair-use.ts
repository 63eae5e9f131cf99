import type { Database } from '@muster/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeyScope } from '../auth/api-key.ts';
import { type Caller, createCallerCheck, findAddressCaller } from '../auth/caller.ts';
import { RefusalError } from '../errors.ts';
import { type Allowances, createAllowances, takeAllowance } from './allowance.ts';
import { charges } from './limits.ts';

export interface FairUse {
  allowances: Allowances;
  requireCaller: ReturnType<typeof createCallerCheck>;
  findAddressCaller: (request: FastifyRequest) => Caller;
}

declare module 'fastify' {
  interface FastifyInstance {
    fairUse: FairUse;
  }
  interface FastifyRequest {
    /** Who asks, on routes behind `identifyCaller`; elsewhere null. */
    caller: Caller | null;
  }
}

interface FairUseParts {
  db: Database;
  settings: { rateLimit?: number; dashboardToken?: string | null };
}

/** Lets the routes of the server tell callers apart and count what they ask for. Call it before any of them is registered. */
export function registerFairUse(app: FastifyInstance, { db, settings }: FairUseParts): void {
  app.decorate('fairUse', {
    allowances: createAllowances(settings.rateLimit ?? 0),
    requireCaller: createCallerCheck({ db, dashboardToken: settings.dashboardToken ?? null }),
    findAddressCaller,
  });
  app.decorateRequest('caller', null);
}

/**
 * A hook (`preHandler`) that finds out who asks. A key that does not hold, or not for this scope, is refused with 401 or 403:
 * it is never answered as if there were none.
 */
export function identifyCaller(scope: KeyScope) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    try {
      request.caller = await request.server.fairUse.requireCaller(request, scope);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      await takeAllowance(request, reply, charges.question);
      // RFC 6750, 3.1.
      const reason = error.statusCode === 403 ? 'insufficient_scope' : 'invalid_token';
      reply.header('www-authenticate', `Bearer realm="Muster", error="${reason}"`);
      throw error;
    }
  };
}
