import type { ApiKey, Database } from '@muster/db';
import type { KeyInput } from '@muster/schema/rules';
import { writeScopes } from '../../auth/api-key.ts';
import type { Auth } from '../../auth/auth.ts';

export type ApiKeyRow = ApiKey & { user: { name: string } };

const DAY_S = 86_400;
const MAKER = { user: { select: { name: true } } } as const;

/** All of them, newest first. */
export function findApiKeys({ prisma }: Database): Promise<ApiKeyRow[]> {
  return prisma.apiKey.findMany({ include: MAKER, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
}

/** A new key of the administrator `userId`; `secret` is kept nowhere. */
export async function insertApiKey(
  { prisma }: Database,
  auth: Auth,
  userId: string,
  { name, scopes, days }: KeyInput,
): Promise<{ apiKey: ApiKeyRow; secret: string }> {
  const { id, key: secret } = await auth.api.createApiKey({
    body: { name, userId, expiresIn: days * DAY_S, permissions: writeScopes(scopes) },
  });
  return { apiKey: await prisma.apiKey.findUniqueOrThrow({ where: { id }, include: MAKER }), secret };
}

/** The key, which holds no longer; null where there is none of that id. */
export async function endApiKey({ prisma }: Database, id: string, at: Date): Promise<ApiKeyRow | null> {
  await prisma.apiKey.updateMany({ where: { id, enabled: true }, data: { enabled: false, revokedAt: at } });
  return prisma.apiKey.findUnique({ where: { id }, include: MAKER });
}
