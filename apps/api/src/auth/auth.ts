import { apiKey } from '@better-auth/api-key';
import type { Database } from '@muster/db';
import { KEY_DAYS, KEY_NAME_LENGTH, PASSWORD_LENGTH } from '@muster/schema/rules';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { FastifyBaseLogger } from 'fastify';
import { ADDRESS_HEADER } from './address.ts';
import { KEY_PREFIX } from './api-key.ts';
import { listTrustedOrigins } from './origin.ts';
import { watchSignIn } from './sign-in-hooks.ts';

/** The key library's own doors, open to whoever is signed in. */
export const KEY_PATHS = ['create', 'get', 'list', 'update', 'delete', 'verify'].map(
  (name) => `/api-key/${name}`,
);

/** What is open to callers of what the library brings; the rest is ours to do, with its roles and its audit. */
export const OPEN_PATHS = [
  '/sign-in/email',
  '/sign-out',
  '/get-session',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
];

export interface AuthParts {
  db: Database;
  publicUrl: string;
  /** Signs session cookies; at least 32 characters. */
  secret: string;
  log: FastifyBaseLogger;
}

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in by e-mail and password, on the product's own database. Accounts are made by others: nobody signs up. */
export function createAuth({ db, publicUrl, secret, log }: AuthParts) {
  return betterAuth({
    appName: 'Muster',
    // The origin alone: with a path, the library would take that path for the place of its own routes.
    baseURL: new URL(publicUrl).origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: listTrustedOrigins(publicUrl),
    database: keepExpiredKeys(prismaAdapter(db.prisma, { provider: 'postgresql', transaction: true })),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: {
      additionalFields: {
        role: { type: ['EDITOR', 'REVIEWER', 'ADMIN'], required: true, defaultValue: 'EDITOR', input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Muster',
        // Ten wrong codes in a row, whatever they were asked for by, lock the account for 15 minutes.
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      apiKey({
        schema: { apikey: { modelName: 'apiKey', fields: { referenceId: 'userId' } } },
        defaultPrefix: KEY_PREFIX,
        startingCharactersConfig: { charactersLength: KEY_PREFIX.length + 6 },
        requireName: true,
        maximumNameLength: KEY_NAME_LENGTH,
        keyExpiration: { minExpiresIn: 1, maxExpiresIn: KEY_DAYS },
        rateLimit: { enabled: false },
        enableSessionForAPIKeys: false,
      }),
    ],
    // Keys are made and revoked by our own mutations alone, which know roles and scopes.
    disabledPaths: KEY_PATHS,
    hooks: watchSignIn(db),
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await db.prisma.user.findUnique({ where: { id: userId } });
            return user?.disabledAt ? false : undefined;
          },
        },
      },
    },
    // No cookie cache: a session that ends, or a role that changes, does so at once.
    session: { cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'muster',
      useSecureCookies: new URL(publicUrl).protocol === 'https:',
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Said aloud, for the library switches both off where NODE_ENV is "test".
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
    logger: { level: 'error', disableColors: true, log: (level, message) => log[level](message) },
    // Surprises go to the server's own error handler; the library would print them past our log.
    onAPIError: { throw: true },
  });
}

/** The key library deletes what has expired as it goes; a key that is gone could only be answered as one that never was. */
function keepExpiredKeys(adapt: ReturnType<typeof prismaAdapter>): ReturnType<typeof prismaAdapter> {
  return (options: BetterAuthOptions) => {
    const adapter = adapt(options);
    return {
      ...adapter,
      deleteMany: async (rows) => (rows.model === 'apikey' ? 0 : adapter.deleteMany(rows)),
    };
  };
}
