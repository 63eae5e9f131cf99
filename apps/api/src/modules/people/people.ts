import { invitationInput, listIssues, personName } from '@muster/schema/rules';
import { GraphQLError } from 'graphql';
import { requireLive } from '../../at-release.ts';
import type { Context, Viewer } from '../../context.ts';
import { writePasswordLetter } from '../../mail/password-letter.ts';
import { hasRole } from '../editing/permissions.ts';
import type { FieldProblem } from '../editing/results.ts';
import {
  type Change,
  changePerson,
  deleteSessions,
  deleteTotp,
  findAccount,
  findPeople,
  hasOtherAdministrator,
  insertLink,
  insertPerson,
  type LinkOutcome,
  type Outcome,
  type PersonRow,
  writeDisabled,
  writeName,
  writeRole,
} from './queries.ts';

type Refusal =
  | { __typename: 'ValidationFailed'; problems: FieldProblem[] }
  | { __typename: 'NotAllowed'; message: string }
  | { __typename: 'NotFound'; message: string };

export type PersonResult = { __typename: 'PersonSaved'; person: PersonRow } | Refusal;

type LinkMail = 'SENT' | 'FAILED' | 'OFF';

export type LinkResult =
  | { __typename: 'PasswordLinkMade'; person: PersonRow; url: string; expiresAt: Date; mail: LinkMail }
  | Refusal;

const NEEDS_ADMIN = 'Accounts need the role ADMIN. Ask an administrator.';
const NEEDS_SESSION = 'Please sign in to manage accounts.';

/** By name. Throws UNAUTHENTICATED or FORBIDDEN. */
export function listPeople(ctx: Context): Promise<PersonRow[]> {
  return findPeople(requireAdmin(ctx).live);
}

/** Whether links are mailed. Throws UNAUTHENTICATED or FORBIDDEN. */
export function canMail(ctx: Context): boolean {
  return requireAdmin(ctx).mailer !== null;
}

function requireAdmin(ctx: Context): Context {
  const { viewer } = requireLive(ctx);
  if (hasRole(viewer, 'ADMIN')) return ctx;
  throw new GraphQLError(viewer ? NEEDS_ADMIN : NEEDS_SESSION, {
    extensions: { code: viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED' },
  });
}

export async function findOwnAccount(ctx: Context): Promise<PersonRow | null> {
  const { viewer, live } = requireLive(ctx);
  return viewer && findAccount(live, viewer.id);
}

/** `input` as the contract shapes it. */
export async function invitePerson(ctx: Context, input: unknown): Promise<LinkResult> {
  const { viewer, live, publicUrl } = ctx;
  if (!hasRole(viewer, 'ADMIN')) return refuse(viewer);
  const read = invitationInput.safeParse(input);
  if (read.success) return mailLink(ctx, viewer, await insertPerson(live, viewer, read.data, publicUrl));
  return invalid(...listIssues(read.error).map(({ field, message }) => ({ path: field, message })));
}

export async function createPasswordLink(ctx: Context, id: string): Promise<LinkResult> {
  const { viewer, live, publicUrl } = ctx;
  if (!hasRole(viewer, 'ADMIN')) return refuse(viewer);
  return mailLink(ctx, viewer, await insertLink(live, viewer, id, publicUrl));
}

type Role = Viewer['role'];

export function changeRole(
  ctx: Context,
  { id, from, to }: { id: string; from: Role; to: Role },
): Promise<PersonResult> {
  return administer(ctx, {
    id,
    action: 'ROLE_CHANGED',
    detail: `${from} → ${to}`,
    write: async (transaction, { role }) => {
      if (role !== from) return problem('from', `was changed meanwhile: the role is ${role} now`);
      if (from === to) return problem('to', `is ${role} already`);
      if (from === 'ADMIN' && !(await hasOtherAdministrator(transaction, id))) return lastOne('to');
      await writeRole(transaction, id, to);
    },
  });
}

export function disablePerson(ctx: Context, id: string): Promise<PersonResult> {
  return administer(ctx, {
    id,
    action: 'DISABLED',
    write: async (transaction, { role, disabledAt }) => {
      if (disabledAt) return problem('id', 'is disabled already');
      if (role === 'ADMIN' && !(await hasOtherAdministrator(transaction, id))) return lastOne('id');
      await writeDisabled(transaction, id, new Date());
    },
  });
}

export function enablePerson(ctx: Context, id: string): Promise<PersonResult> {
  return administer(ctx, {
    id,
    action: 'ENABLED',
    write: async (transaction, { disabledAt }) => {
      if (!disabledAt) return problem('id', 'is not disabled');
      await writeDisabled(transaction, id, null);
    },
  });
}

export function removeTotp(ctx: Context, id: string): Promise<PersonResult> {
  return administer(ctx, {
    id,
    action: 'TOTP_TURNED_OFF',
    write: async (transaction, { twoFactorEnabled }) => {
      if (!twoFactorEnabled) return problem('id', 'is not asked for codes');
      await deleteTotp(transaction, id);
    },
  });
}

/** Of one's own account those named, or all others; of anybody's for an administrator. */
export async function endSessions(
  ctx: Context,
  { id, sessions }: { id: string; sessions?: readonly string[] | null },
): Promise<PersonResult> {
  const { viewer, live } = ctx;
  const isOwn = viewer?.id === id;
  if (!viewer || (!isOwn && !hasRole(viewer, 'ADMIN'))) return refuse(viewer);
  const but = isOwn && !sessions ? (viewer.sessionId ?? null) : null;
  return toResult(
    await changePerson(live, {
      id,
      viewer,
      action: 'SESSIONS_ENDED',
      write: async (transaction) => {
        await deleteSessions(transaction, id, { ids: sessions ?? null, but });
        return undefined;
      },
    }),
  );
}

export async function renameOwnAccount({ viewer, live }: Context, given: string): Promise<PersonResult> {
  if (!viewer) return refuse(viewer);
  const read = personName.safeParse(given);
  if (!read.success) {
    return invalid(...listIssues(read.error).map(({ message }) => ({ path: 'name', message })));
  }
  const { data: name } = read;
  return toResult(
    await changePerson(live, {
      id: viewer.id,
      viewer,
      action: 'RENAMED',
      detail: `${viewer.name} → ${name}`,
      write: async (transaction) => {
        await writeName(transaction, viewer.id, name);
        return undefined;
      },
    }),
  );
}

async function administer({ viewer, live }: Context, change: Omit<Change, 'viewer'>): Promise<PersonResult> {
  if (!hasRole(viewer, 'ADMIN')) return refuse(viewer);
  return toResult(await changePerson(live, { ...change, viewer }));
}

const problem = (path: string, message: string): Outcome => ({ problem: { path, message } });

const lastOne = (path: string) =>
  problem(path, 'is the last administrator: make somebody else one first, who has set a password');

const invalid = (...problems: FieldProblem[]): Refusal => ({ __typename: 'ValidationFailed', problems });

function refuse(viewer: Viewer | null): Refusal {
  return { __typename: 'NotAllowed', message: viewer ? NEEDS_ADMIN : NEEDS_SESSION };
}

function toResult(outcome: Outcome): PersonResult {
  return 'done' in outcome ? { __typename: 'PersonSaved', person: outcome.done } : toRefusal(outcome);
}

/** After the transaction: the link holds and is told, whatever becomes of the mail. */
async function mailLink(ctx: Context, viewer: Viewer, outcome: LinkOutcome): Promise<LinkResult> {
  if (!('done' in outcome)) return toRefusal(outcome);
  const { mailer, publicUrl, requestId } = ctx;
  const { done: person, link } = outcome;
  let mail: LinkMail = 'OFF';
  if (mailer) {
    const letter = writePasswordLetter({ to: person, from: viewer, link, publicUrl });
    mail = (await mailer.send(letter, requestId)) ? 'SENT' : 'FAILED';
  }
  return { __typename: 'PasswordLinkMade', person, url: link.url, expiresAt: link.expiresAt, mail };
}

function toRefusal(outcome: Exclude<Outcome, { done: PersonRow }>): Refusal {
  if ('problem' in outcome) return invalid(outcome.problem);
  return { __typename: 'NotFound', message: 'There is no such account.' };
}
