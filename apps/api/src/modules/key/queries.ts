import type { ApiKey, Database } from '@muster/db';
import type { KeyInput } from '@muster/schema/rules';
import { nameKey, writeScopes } from '../../auth/api-key.ts';
import type { Auth } from '../../auth/auth.ts';
import type { Viewer } from '../../context.ts';
import { recordAudit } from '../audit/queries.ts';

export type ApiKeyRow = ApiKey & { user: { name: string } };

const DAY_S = 86_400;
const MAKER = { user: { select: { name: true } } } as const;

/** All of them, newest first. */
export function findApiKeys({ prisma }: Database): Promise<ApiKeyRow[]> {
  return prisma.apiKey.findMany({ include: MAKER, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
}

/** A new key of the administrator; `secret` is kept nowhere. */
export async function insertApiKey(
  { prisma }: Database,
  auth: Auth,
  viewer: Viewer,
  { name, scopes, days }: KeyInput,
): Promise<{ apiKey: ApiKeyRow; secret: string }> {
  const { id, key: secret } = await auth.api.createApiKey({
    body: { name, userId: viewer.id, expiresIn: days * DAY_S, permissions: writeScopes(scopes) },
  });
  const apiKey = await prisma.apiKey.findUniqueOrThrow({ where: { id }, include: MAKER });
  // After it: the library writes the key by a transaction of its own.
  const detail = `${scopes.join(', ')}, ${days} days`;
  await recordAudit(prisma, {
    entity: 'ApiKey',
    action: 'CREATED',
    actor: viewer,
    record: nameKey(apiKey),
    detail,
  });
  return { apiKey, secret };
}

/** The key, which holds no longer; null where there is none of that id. */
export function endApiKey(
  { prisma }: Database,
  viewer: Viewer,
  id: string,
  at: Date,
): Promise<ApiKeyRow | null> {
  return prisma.$transaction(async (transaction) => {
    const { apiKey } = transaction;
    const ended = await apiKey.updateMany({
      where: { id, enabled: true },
      data: { enabled: false, revokedAt: at },
    });
    const key = await apiKey.findUnique({ where: { id }, include: MAKER });
    if (key && ended.count > 0) {
      await recordAudit(transaction, {
        entity: 'ApiKey',
        action: 'REVOKED',
        actor: viewer,
        record: nameKey(key),
      });
    }
    return key;
  });
}
