import { createHash } from 'node:crypto';
import type { Database } from '@muster/db';

type Client = Pick<Database, 'prisma'>['prisma'];

/** Tries with one address before it is locked. */
const FREE_ATTEMPTS = 5;

/**
 * Counts a try to sign in with an address, before anything else is done for it, so that tries at once count, too. From the
 * fifth that fails the address is locked for a minute, and for twice as long by each further one, up to 15 minutes; an hour
 * without a try begins anew. All of that is the same whether or not an account has the address. Gives until when it is
 * locked; null where it may go on.
 */
export async function takeAttempt(prisma: Client, email: string, at: Date): Promise<Date | null> {
  const key = hashAddress(email);
  const rows = await prisma.$queryRaw<{ attempts: number }[]>`
    INSERT INTO sign_in_attempt AS tried (key, attempts, last_at) VALUES (${key}, 1, ${at}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET
      attempts = CASE WHEN tried.last_at < ${at}::timestamptz - interval '1 hour' THEN 1 ELSE least(tried.attempts, 100) + 1 END,
      last_at = ${at}::timestamptz,
      locked_until = CASE
        WHEN tried.last_at < ${at}::timestamptz - interval '1 hour' OR tried.attempts + 1 < ${FREE_ATTEMPTS}::int THEN NULL
        ELSE ${at}::timestamptz + least(15, power(2, least(tried.attempts + 1 - ${FREE_ATTEMPTS}::int, 10))) * interval '1 minute' END
    WHERE tried.locked_until IS NULL OR tried.locked_until <= ${at}::timestamptz
    RETURNING attempts`;
  return rows.length > 0 ? null : findLock(prisma, email, at);
}

/** Until when an address is locked; null where it is not. */
export async function findLock(prisma: Client, email: string, at: Date): Promise<Date | null> {
  const row = await prisma.signInAttempt.findUnique({ where: { key: hashAddress(email) } });
  return row?.lockedUntil && row.lockedUntil > at ? row.lockedUntil : null;
}

/** Begins anew, for whoever has shown the password; and forgets what is a day old. */
export async function clearAttempts(
  { signInAttempt }: Pick<Client, 'signInAttempt'>,
  email: string,
  at: Date,
): Promise<void> {
  const yesterday = new Date(at.getTime() - 86_400_000);
  await signInAttempt.deleteMany({
    where: { OR: [{ key: hashAddress(email) }, { lastAt: { lt: yesterday } }] },
  });
}

function hashAddress(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex');
}
