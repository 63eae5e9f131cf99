import { defaultKeyHasher } from '@better-auth/api-key';
import type { ApiKey, Database } from '@muster/db';
import { RefusalError } from '../errors.ts';
import { recordAudit } from '../modules/audit/queries.ts';

/** What a key can raise the limits of, as the contract names it. */
export type KeyScope = 'QUERY' | 'FILES';

/** What every key begins with, so that whoever finds one knows what it is. */
export const KEY_PREFIX = 'muster_';

/** The last use is written down once a minute at most: a key that asks a hundred times a second writes no more than that. */
const USE_KNOWN_TO_MS = 60_000;

// Of the balancer in front, which asked for a password of its own.
const OTHER_SCHEMES = /^(basic|digest|negotiate|ntlm)\b/i;

/** The key of an `Authorization` header as it was sent; null where there is none. Every bearer is taken for a key. */
export function readKey(authorization: unknown): string | null {
  if (typeof authorization !== 'string' || OTHER_SCHEMES.test(authorization)) return null;
  return authorization.replace(/^bearer\s+/i, '').trim();
}

/**
 * The id of a key that holds and is good for `scope`; its use is written down. Throws KEY_UNKNOWN, KEY_REVOKED, KEY_EXPIRED
 * (401) or KEY_OUT_OF_SCOPE (403).
 */
export async function requireApiKey(
  { prisma }: Pick<Database, 'prisma'>,
  secret: string,
  scope: KeyScope,
): Promise<string> {
  const key = secret.startsWith(KEY_PREFIX)
    ? await prisma.apiKey.findUnique({ where: { key: await defaultKeyHasher(secret) } })
    : null;
  if (!key) {
    throw new RefusalError(401, {
      code: 'KEY_UNKNOWN',
      message: `There is no such key: send it whole, as \`Authorization: Bearer ${KEY_PREFIX}…\`, or ask without that header.`,
    });
  }
  const { id, start, enabled, expiresAt, lastRequest } = key;
  if (!enabled) {
    throw new RefusalError(401, {
      code: 'KEY_REVOKED',
      message: `The key ${start}… was revoked: ask an administrator for another, or ask without a key.`,
    });
  }
  const now = new Date();
  if (expiresAt && expiresAt <= now) {
    throw new RefusalError(401, {
      code: 'KEY_EXPIRED',
      message: `The key ${start}… expired on ${expiresAt.toISOString().slice(0, 10)}: ask an administrator for another, or ask without a key.`,
    });
  }
  const scopes = readScopes(key.permissions);
  if (!scopes.includes(scope)) {
    throw new RefusalError(403, {
      code: 'KEY_OUT_OF_SCOPE',
      message: `The key ${start}… is good for ${scopes.join(', ') || 'nothing'}, not for ${scope}: ask an administrator for another, or ask without a key.`,
    });
  }
  const stale = new Date(now.getTime() - USE_KNOWN_TO_MS);
  if (lastRequest === null || lastRequest < stale) await recordUse(prisma, key, now);
  return id;
}

/** Of the audit log, the first use of each day. */
function recordUse(prisma: Database['prisma'], key: ApiKey, now: Date): Promise<void> {
  const { id } = key;
  const today = new Date(now.toISOString().slice(0, 10));
  return prisma.$transaction(async (transaction) => {
    const data = { lastRequest: now };
    const isFirst = [{ lastRequest: null }, { lastRequest: { lt: today } }];
    const first = await transaction.apiKey.updateMany({ where: { id, OR: isFirst }, data });
    if (first.count === 0) await transaction.apiKey.updateMany({ where: { id }, data });
    else {
      await recordAudit(transaction, { entity: 'ApiKey', action: 'USED', actor: null, record: nameKey(key) });
    }
  });
}

/** As the audit log names a key: never more of it than its list shows. */
export function nameKey({ name, start }: Pick<ApiKey, 'name' | 'start'>): string {
  return `${name} (${start}…)`;
}

const SCOPES = { query: 'QUERY', files: 'FILES' } as const;

/** As the auth library keeps permissions: things, and what may be done with each. */
export function writeScopes(scopes: readonly KeyScope[]): Record<string, string[]> {
  return Object.fromEntries(scopes.map((scope) => [scope.toLowerCase(), ['read']]));
}

export function readScopes(permissions: string | null): KeyScope[] {
  const kept: object = permissions === null ? {} : JSON.parse(permissions);
  return Object.entries(SCOPES).flatMap(([name, scope]) => (Object.hasOwn(kept, name) ? [scope] : []));
}
