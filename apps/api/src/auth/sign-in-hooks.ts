import { randomBytes } from 'node:crypto';
import type { Database } from '@muster/db';
import { emailAddress } from '@muster/schema/rules';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { type AuditedAction, recordAudit } from '../modules/audit/queries.ts';
import { ADDRESS_HEADER } from './address.ts';
import { clearAttempts, findLock, takeAttempt } from './sign-in-attempts.ts';

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

interface Somebody {
  id: string;
  name: string;
  email: string;
}

/** What is done around the library's own routes: tries are counted, disabled accounts kept out, and all of it audited. */
export function watchSignIn({ prisma }: Pick<Database, 'prisma'>) {
  const AFTER: Record<string, (ctx: HookContext) => Promise<void>> = {
    '/sign-in/email': afterSignIn,
    '/two-factor/verify-totp': afterCode,
    '/two-factor/verify-backup-code': afterCode,
    '/two-factor/disable': tellAccount({ entity: 'Account', action: 'TOTP_TURNED_OFF' }),
    '/two-factor/generate-backup-codes': tellAccount({ entity: 'Account', action: 'RECOVERY_CODES_MADE' }),
    '/change-password': tellAccount({ entity: 'Account', action: 'PASSWORD_CHANGED' }),
  };
  return {
    before: createAuthMiddleware(async (ctx) => {
      if (ctx.path === '/sign-in/email') return beforeSignIn(ctx);
      if (ctx.path === '/sign-out') return beforeSignOut(ctx);
      if (ctx.path?.startsWith('/two-factor/verify-') && ctx.body?.trustDevice) {
        throw new APIError('BAD_REQUEST', {
          message: 'Codes are asked at each sign-in: leave trustDevice out.',
        });
      }
    }),
    after: createAuthMiddleware(async (ctx) => {
      const after = ctx.path === undefined ? undefined : AFTER[ctx.path];
      await after?.(ctx);
    }),
  };

  async function beforeSignIn(ctx: HookContext) {
    const { data: email } = emailAddress.safeParse(ctx.body?.email);
    // What is no address at all is refused by the library.
    if (email === undefined) return;
    const now = new Date();
    const lockedUntil = await takeAttempt(prisma, email, now);
    if (lockedUntil) throw tooMany(lockedUntil, now);
    const disabled = await prisma.user.findFirst({ where: { email, disabledAt: { not: null } } });
    // No password opens it, and trying one takes as long as ever.
    if (disabled)
      return { context: { body: { ...ctx.body, password: randomBytes(32).toString('base64url') } } };
  }

  async function beforeSignOut(ctx: HookContext): Promise<void> {
    const session = await getSessionFromCtx(ctx);
    if (session) await tell(ctx, { entity: 'SignIn', action: 'SIGNED_OUT' }, session.user);
  }

  async function afterSignIn(ctx: HookContext): Promise<void> {
    const { data: email } = emailAddress.safeParse(ctx.body?.email);
    if (email === undefined) return;
    const { newSession, returned } = ctx.context;
    if (isAPIError(returned)) {
      const isLocked = (await findLock(prisma, email, new Date())) !== null;
      const action = isLocked ? 'SIGN_IN_LOCKED' : 'SIGN_IN_FAILED';
      return recordAudit(prisma, {
        entity: 'SignIn',
        action,
        actor: null,
        record: email,
        address: readAddress(ctx),
      });
    }
    if (!newSession) return;
    await clearAttempts(prisma, email, new Date());
    // Who is asked for a code as well is not in yet.
    if (newSession.user.twoFactorEnabled) return;
    await tell(ctx, { entity: 'SignIn', action: 'SIGNED_IN' }, newSession.user);
  }

  async function afterCode(ctx: HookContext): Promise<void> {
    const { newSession, returned, session } = ctx.context;
    if (!isAPIError(returned)) {
      if (!newSession) return;
      const deed: AuditedAction = session
        ? { entity: 'Account', action: 'TOTP_TURNED_ON' }
        : { entity: 'SignIn', action: 'SIGNED_IN' };
      const how = ctx.path === '/two-factor/verify-totp' ? 'with a code' : 'with a recovery code';
      return tell(ctx, deed, newSession.user, session ? null : how);
    }
    const user = session?.user ?? (await findAsked(ctx));
    if (!user) return;
    const isLocked = returned.statusCode === 429;
    const action = isLocked ? 'SIGN_IN_LOCKED' : 'CODE_FAILED';
    const { email: record } = user;
    const actor = session ? { id: user.id, name: user.name } : null;
    await recordAudit(prisma, { entity: 'SignIn', action, actor, record, address: readAddress(ctx) });
  }

  /** Of whom a code is asked: the cookie that came with the question says so. */
  async function findAsked(ctx: HookContext): Promise<Somebody | null> {
    const { name } = ctx.context.createAuthCookie('two_factor');
    const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
    if (!challenge) return null;
    const asked = await ctx.context.internalAdapter.findVerificationValue(challenge);
    return asked && ctx.context.internalAdapter.findUserById(asked.value);
  }

  function tellAccount(action: AuditedAction & { entity: 'Account' }) {
    return async (ctx: HookContext): Promise<void> => {
      if (isAPIError(ctx.context.returned)) return;
      const { user } = ctx.context.newSession ?? (await getSessionFromCtx(ctx)) ?? {};
      if (user) await tell(ctx, action, user);
    };
  }

  function tell(ctx: HookContext, deed: AuditedAction, user: Somebody, detail: string | null = null) {
    const { id, name, email: record } = user;
    return recordAudit(prisma, { ...deed, actor: { id, name }, record, detail, address: readAddress(ctx) });
  }
}

function readAddress(ctx: HookContext): string | null {
  return ctx.headers?.get(ADDRESS_HEADER) ?? null;
}

function tooMany(until: Date, at: Date): APIError {
  const seconds = Math.ceil((until.getTime() - at.getTime()) / 1000);
  const minutes = Math.ceil(seconds / 60);
  return new APIError(
    'TOO_MANY_REQUESTS',
    {
      message: `Too many tries with this address. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
    },
    { 'retry-after': String(seconds) },
  );
}
