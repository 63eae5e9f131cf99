import { createHash, randomBytes } from 'node:crypto';
import type { Database, TransactionClient } from '@muster/db';
import { recordAudit } from '../modules/audit/queries.ts';
import type { Auth } from './auth.ts';
import { clearAttempts } from './sign-in-attempts.ts';

const DAYS_VALID = 3;

/** Where the owner of an account that has no password yet sets one, and where others set a new one. */
const PAGES = { invitation: '/admin/invite', reset: '/admin/reset' } as const;

export interface MadeLink {
  url: string;
  expiresAt: Date;
  purpose: keyof typeof PAGES;
}

/**
 * The address by which somebody sets their password: good once and for three days; earlier ones of theirs hold no longer. The
 * token stands in the fragment, which browsers send to nobody.
 */
export async function makePasswordLink(
  { passwordLink }: TransactionClient,
  userId: string,
  purpose: keyof typeof PAGES,
  publicUrl: string,
): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + DAYS_VALID * 86_400_000);
  await passwordLink.deleteMany({ where: { userId } });
  await passwordLink.create({ data: { tokenHash: hash(token), userId, expiresAt } });
  return { url: `${publicUrl}${PAGES[purpose]}#token=${token}`, expiresAt, purpose };
}

/** Whose password the link sets; null where it does not hold. */
export async function findLinkOwner(
  { prisma }: Pick<Database, 'prisma'>,
  token: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const link = await prisma.passwordLink.findFirst({
    where: standing(token),
    select: { user: { select: { id: true, name: true, email: true } } },
  });
  return link?.user ?? null;
}

/** Uses the link up, sets the password and signs its owner out everywhere; false where it does not hold. */
export async function usePasswordLink(
  { prisma }: Pick<Database, 'prisma'>,
  auth: Auth,
  token: string,
  password: string,
): Promise<boolean> {
  // Asked before the costly hash, so that guessing costs us nothing; asked again where it counts.
  const owner = await findLinkOwner({ prisma }, token);
  if (!owner) return false;
  const context = await auth.$context;
  const passwordHash = await context.password.hash(password);
  return prisma.$transaction(async (transaction) => {
    const used = await transaction.passwordLink.updateMany({
      where: standing(token),
      data: { usedAt: new Date() },
    });
    if (used.count === 0) return false;
    await setPassword(transaction, owner.id, passwordHash);
    await transaction.session.deleteMany({ where: { userId: owner.id } });
    await clearAttempts(transaction, owner.email, new Date());
    await recordAudit(transaction, {
      entity: 'Account',
      action: 'PASSWORD_SET',
      actor: owner,
      record: owner.email,
    });
    return true;
  });
}

async function setPassword({ account }: TransactionClient, userId: string, password: string): Promise<void> {
  const where = { userId, providerId: 'credential' };
  const { count } = await account.updateMany({ where, data: { password } });
  if (count > 0) return;
  const id = randomBytes(24).toString('base64url');
  await account.create({ data: { ...where, id, accountId: userId, password } });
}

function standing(token: string) {
  return {
    tokenHash: hash(token),
    usedAt: null,
    expiresAt: { gt: new Date() },
    user: { disabledAt: null },
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
