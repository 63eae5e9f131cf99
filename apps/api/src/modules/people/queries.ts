import { randomBytes } from 'node:crypto';
import { type Database, findViolatedConstraint, type Prisma, type TransactionClient } from '@muster/db';
import type { InvitationInput } from '@muster/schema/rules';
import { type MadeLink, makePasswordLink } from '../../auth/password-link.ts';
import type { Viewer } from '../../context.ts';
import { type AuditedAction, recordAudit } from '../audit/queries.ts';

/** An account with what is told of it; never a password, a token or a secret. */
const PERSON = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  twoFactorEnabled: true,
  createdAt: true,
  accounts: { select: { id: true }, where: { providerId: 'credential', password: { not: null } } },
  passwordLinks: { select: { expiresAt: true }, where: { usedAt: null } },
  sessions: {
    select: { id: true, createdAt: true, updatedAt: true, expiresAt: true, ipAddress: true, userAgent: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  },
} satisfies Prisma.UserSelect;

export type PersonRow = Prisma.UserGetPayload<{ select: typeof PERSON }>;
export type SessionRow = PersonRow['sessions'][number];

type Role = Viewer['role'];
type AccountAction = Extract<AuditedAction, { entity: 'Account' }>['action'];

export function findPeople({ prisma }: Database): Promise<PersonRow[]> {
  return prisma.user.findMany({ select: PERSON, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

export function findAccount({ prisma }: Database, id: string): Promise<PersonRow | null> {
  return findPerson(prisma, id);
}

function findPerson({ user }: Pick<TransactionClient, 'user'>, id: string): Promise<PersonRow | null> {
  return user.findUnique({ select: PERSON, where: { id } });
}

export type Outcome =
  | { done: PersonRow }
  | { problem: { path: string; message: string } }
  | { missing: true };

export interface Change {
  id: string;
  viewer: Viewer;
  action: AccountAction;
  /** What the log says beside the action. */
  detail?: string | null;
  /** Writes the change to the account that it is given; or says what is wrong with it. */
  write(transaction: TransactionClient, person: PersonRow): Promise<Outcome | undefined>;
}

/** One account at a time, in one transaction with its entry in the log. */
export function changePerson(
  { prisma }: Database,
  { id, viewer, action, detail, write }: Change,
): Promise<Outcome> {
  return prisma.$transaction(async (transaction) => {
    // Of two administrators who take one another's role away at once, the second is refused.
    await transaction.$executeRaw`LOCK TABLE "user" IN SHARE ROW EXCLUSIVE MODE`;
    const person = await findPerson(transaction, id);
    if (!person) return { missing: true };
    const refused = await write(transaction, person);
    if (refused) return refused;
    await recordAudit(transaction, {
      entity: 'Account',
      action,
      actor: viewer,
      record: person.email,
      detail,
    });
    const done = await findPerson(transaction, id);
    return done ? { done } : { missing: true };
  });
}

/** Whether somebody else could still administer: not disabled, and with a password. */
export async function hasOtherAdministrator({ user }: TransactionClient, id: string): Promise<boolean> {
  const other = await user.findFirst({
    where: {
      id: { not: id },
      role: 'ADMIN',
      disabledAt: null,
      accounts: { some: { providerId: 'credential', password: { not: null } } },
    },
    select: { id: true },
  });
  return other !== null;
}

export async function writeRole({ user }: TransactionClient, id: string, role: Role): Promise<void> {
  await user.update({ where: { id }, data: { role }, select: { id: true } });
}

export async function writeName({ user }: TransactionClient, id: string, name: string): Promise<void> {
  await user.update({ where: { id }, data: { name }, select: { id: true } });
}

/** Keeps the person out from now on, or lets them in again. */
export async function writeDisabled(
  { user, session, passwordLink }: TransactionClient,
  id: string,
  disabledAt: Date | null,
): Promise<void> {
  await user.update({ where: { id }, data: { disabledAt }, select: { id: true } });
  if (disabledAt === null) return;
  await session.deleteMany({ where: { userId: id } });
  await passwordLink.deleteMany({ where: { userId: id } });
}

export async function deleteTotp({ user, twoFactor }: TransactionClient, id: string): Promise<void> {
  await twoFactor.deleteMany({ where: { userId: id } });
  await user.update({ where: { id }, data: { twoFactorEnabled: false }, select: { id: true } });
}

/** Those named, or all; never the one of `but`. */
export async function deleteSessions(
  { session }: TransactionClient,
  userId: string,
  { ids, but }: { ids: readonly string[] | null; but: string | null },
): Promise<void> {
  await session.deleteMany({
    where: {
      userId,
      AND: [...(ids ? [{ id: { in: [...ids] } }] : []), ...(but ? [{ id: { not: but } }] : [])],
    },
  });
}

export type LinkOutcome = Exclude<Outcome, { done: PersonRow }> | { done: PersonRow; link: MadeLink };

/** Makes an account without a password and the link to set one. */
export async function insertPerson(
  { prisma }: Database,
  viewer: Viewer,
  input: InvitationInput,
  publicUrl: string,
): Promise<LinkOutcome> {
  const id = randomBytes(24).toString('base64url');
  try {
    return await prisma.$transaction(async (transaction) => {
      await transaction.user.create({ data: { id, ...input }, select: { id: true } });
      const link = await makePasswordLink(transaction, id, 'invitation', publicUrl);
      const [action, detail] = ['INVITED', input.role] as const;
      await recordAudit(transaction, {
        entity: 'Account',
        action,
        actor: viewer,
        record: input.email,
        detail,
      });
      const done = await findPerson(transaction, id);
      return done ? { done, link } : { missing: true };
    });
  } catch (error) {
    if (findViolatedConstraint(error) !== 'user_email_key') throw error;
    return { problem: { path: 'email', message: 'belongs to an account already; look for it in the list' } };
  }
}

/** A new link to set a password; of somebody who has none yet, to the page that welcomes them. */
export async function insertLink(
  db: Database,
  viewer: Viewer,
  id: string,
  publicUrl: string,
): Promise<LinkOutcome> {
  let link: MadeLink | null = null;
  const outcome = await changePerson(db, {
    id,
    viewer,
    action: 'LINK_MADE',
    write: async (transaction, { accounts, disabledAt }) => {
      if (disabledAt) {
        return { problem: { path: 'id', message: 'is disabled: let the person in again first' } };
      }
      const purpose = accounts.length > 0 ? 'reset' : 'invitation';
      link = await makePasswordLink(transaction, id, purpose, publicUrl);
    },
  });
  if (!('done' in outcome)) return outcome;
  return link ? { done: outcome.done, link } : { missing: true };
}
