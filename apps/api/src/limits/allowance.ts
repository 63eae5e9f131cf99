import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Caller } from '../auth/caller.ts';
import { RefusalError } from '../errors.ts';
import { KEY_ALLOWANCES } from './limits.ts';

const WINDOW_S = 60;

/** What each caller has left of its allowance in the minute that its first question began. */
export interface Allowances {
  /** What is left after `cost` was taken; null for a caller who is not counted. */
  take(caller: Caller, cost: number): Promise<Allowance | null>;
}

export interface Allowance {
  limit: number;
  /** Never below zero. */
  left: number;
  /** Whole seconds until there is a new one. */
  resetSeconds: number;
  /** Nothing was left before, so nothing was taken. */
  isSpent: boolean;
}

/** Counts in the memory of this process. `perMinute`: the cost that a caller without a key may ask for; 0: no limit. */
export function createAllowances(perMinute: number): Allowances {
  const counted = {
    ANONYMOUS: new RateLimiterMemory({ points: perMinute, duration: WINDOW_S }),
    KEY: new RateLimiterMemory({ points: perMinute * KEY_ALLOWANCES, duration: WINDOW_S }),
  };
  return {
    async take({ tier, id }, cost) {
      if (perMinute === 0 || tier === 'DASHBOARD') return null;
      const limiter = counted[tier];
      const limit = limiter.points;
      const before = await limiter.get(id);
      const isSpent = before !== null && before.consumedPoints >= limit;
      // What begins while something is left is answered: a question dearer than the whole allowance could never be asked.
      const { consumedPoints, msBeforeNext } = isSpent ? before : await limiter.penalty(id, cost);
      return {
        limit,
        left: Math.max(0, limit - consumedPoints),
        resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
        isSpent,
      };
    },
  };
}

/**
 * Takes `cost` (records to be read, about) from the caller's allowance and tells of it in the headers of the reply (IETF
 * draft-ietf-httpapi-ratelimit-headers-06). Throws RATE_LIMITED, 429, where nothing was left. For a route behind
 * `identifyCaller`; elsewhere the caller is the address.
 */
export async function takeAllowance(
  request: FastifyRequest,
  reply: FastifyReply,
  cost: number,
): Promise<void> {
  const { allowances, findAddressCaller } = request.server.fairUse;
  const caller = request.caller ?? findAddressCaller(request);
  const allowance = await allowances.take(caller, cost);
  if (!allowance) return;
  const { limit, resetSeconds, isSpent } = allowance;
  reply.headers(tellAllowance(allowance));
  if (!isSpent) return;
  reply.header('retry-after', resetSeconds);
  const remedy =
    caller.tier === 'KEY' ? 'Or ask for less at a time.' : 'Or ask for less at a time, or with an API key.';
  throw new RefusalError(429, {
    code: 'RATE_LIMITED',
    message: `The allowance of ${limit} a minute is used up; there is a new one in ${resetSeconds} s. ${remedy}`,
    limit,
    retryAfter: resetSeconds,
  });
}

/** The headers that tell a caller what is left; none for a caller who is not counted. */
export function tellAllowance(allowance: Allowance | null): Record<string, string> {
  if (!allowance) return {};
  const { limit, left, resetSeconds } = allowance;
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(resetSeconds),
    'ratelimit-policy': `${limit};w=${WINDOW_S}`,
  };
}
