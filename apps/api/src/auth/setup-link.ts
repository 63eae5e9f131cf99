import { createHash, randomBytes } from 'node:crypto';
import type { Database, TransactionClient } from '@muster/db';
import { recordAudit } from '../modules/audit/queries.ts';
import type { Auth } from './auth.ts';

const HOURS_VALID = 24;

export interface NewAdministrator {
  name: string;
  email: string;
  password: string;
}

/**
 * The address that creates the first administrator: a new one at each call, good once and for 24 hours; null where
 * somebody has an account already. The token stands in the fragment, which browsers send to nobody.
 */
export async function ensureSetupLink(
  { prisma }: Pick<Database, 'prisma'>,
  publicUrl: string,
): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + HOURS_VALID * 3_600_000);
  const isMade = await prisma.$transaction(async (transaction) => {
    await waitForTurn(transaction);
    if (await transaction.user.findFirst({ select: { id: true } })) return false;
    await transaction.setupLink.deleteMany();
    await transaction.setupLink.create({ data: { tokenHash: hash(token), expiresAt } });
    return true;
  });
  return isMade ? `${publicUrl}/admin/setup#token=${token}` : null;
}

export async function isSetupNeeded({ prisma }: Pick<Database, 'prisma'>): Promise<boolean> {
  return (await prisma.user.findFirst({ select: { id: true } })) === null;
}

/** Uses the link up and creates the administrator; false, and nothing is written, where the token does not hold. */
export async function createFirstAdministrator(
  { prisma }: Pick<Database, 'prisma'>,
  auth: Auth,
  token: string,
  { name, email, password }: NewAdministrator,
): Promise<boolean> {
  const standing = { tokenHash: hash(token), usedAt: null, expiresAt: { gt: new Date() } };
  // Asked before the costly hash, so that guessing costs us nothing; asked again under the lock.
  if (!(await prisma.setupLink.findFirst({ where: standing }))) return false;
  const context = await auth.$context;
  const passwordHash = await context.password.hash(password);
  const id = randomBytes(24).toString('base64url');
  return prisma.$transaction(async (transaction) => {
    await waitForTurn(transaction);
    if (await transaction.user.findFirst({ select: { id: true } })) return false;
    const used = await transaction.setupLink.updateMany({ where: standing, data: { usedAt: new Date() } });
    if (used.count === 0) return false;
    await transaction.user.create({
      data: {
        id,
        name,
        email,
        role: 'ADMIN',
        accounts: {
          create: {
            id: randomBytes(24).toString('base64url'),
            accountId: id,
            providerId: 'credential',
            password: passwordHash,
          },
        },
      },
    });
    await recordAudit(transaction, {
      entity: 'Account',
      action: 'CREATED',
      actor: { id, name },
      record: email,
      detail: 'the first administrator',
    });
    return true;
  });
}

/** One at a time: with two links out (two processes that started together), only one makes an administrator. */
async function waitForTurn(transaction: TransactionClient): Promise<void> {
  await transaction.$executeRaw`LOCK TABLE "setup_link" IN SHARE ROW EXCLUSIVE MODE`;
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
