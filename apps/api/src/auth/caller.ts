import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { normalizeIP } from '@better-auth/core/utils/ip';
import type { Database } from '@muster/db';
import type { FastifyRequest } from 'fastify';
import type { Tier } from '../limits/limits.ts';
import { type KeyScope, readKey, requireApiKey } from './api-key.ts';

/** Where the dashboard's own process shows its token. */
export const DASHBOARD_HEADER = 'x-muster-dashboard';

/** Whose allowance is counted. */
export interface Caller {
  tier: Tier;
  /** An address, a network or the id of a key. */
  id: string;
}

interface CheckParts {
  db: Database;
  /** What the dashboard shows; null: its questions are counted like anybody's. */
  dashboardToken: string | null;
}

/** How callers are told apart. What it makes throws a RefusalError for a key that does not hold for the scope. */
export function createCallerCheck({ db, dashboardToken }: CheckParts) {
  return async (request: FastifyRequest, scope: KeyScope): Promise<Caller> => {
    const { authorization, [DASHBOARD_HEADER]: shown } = request.headers;
    if (dashboardToken !== null && typeof shown === 'string' && isSame(shown, dashboardToken)) {
      return { tier: 'DASHBOARD', id: 'dashboard' };
    }
    const key = readKey(authorization);
    if (key === null) return findAddressCaller(request);
    return { tier: 'KEY', id: await requireApiKey(db, key, scope) };
  };
}

/** By the connection's address; of IPv6, where one reader has as many addresses as they like, by the network of 64 bits. */
export function findAddressCaller({ ip }: Pick<FastifyRequest, 'ip'>): Caller {
  return { tier: 'ANONYMOUS', id: isIPv4(ip) ? ip : normalizeIP(ip, { ipv6Subnet: 64 }) };
}

/** In a time that tells nothing of where they differ. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash(one), hash(other));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
