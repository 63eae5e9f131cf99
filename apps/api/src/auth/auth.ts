import { apiKey } from '@better-auth/api-key';
import type { Database } from '@muster/db';
import { KEY_DAYS, KEY_NAME_LENGTH } from '@muster/schema/rules';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { FastifyBaseLogger } from 'fastify';
import { KEY_PREFIX } from './api-key.ts';
import { listTrustedOrigins } from './origin.ts';

/** Where the library reads the caller's address; `bridge.ts` writes it and lets no caller do so. */
export const ADDRESS_HEADER = 'x-muster-client-address';

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** The key library's own doors, open to whoever is signed in. */
export const KEY_PATHS = ['create', 'get', 'list', 'update', 'delete', 'verify'].map(
  (name) => `/api-key/${name}`,
);

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
      },
    },
    plugins: [
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
