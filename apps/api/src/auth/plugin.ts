import { randomBytes } from 'node:crypto';
import type { Database } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../settings.ts';
import { type Auth, createAuth } from './auth.ts';
import { passwordLinkRoutes } from './password-link-routes.ts';
import { authRoutes } from './routes.ts';
import { setupRoutes } from './setup.ts';

interface SignInParts {
  db: Database;
  /** Without a secret, sessions end with the process. */
  settings: Pick<Settings, 'publicUrl' | 'secret'>;
}

/** Sign-in and setup on the server; gives what `findViewer` asks. */
export async function registerSignIn(app: FastifyInstance, { db, settings }: SignInParts): Promise<Auth> {
  const { publicUrl } = settings;
  const secret = settings.secret ?? randomBytes(32).toString('base64url');
  const auth = createAuth({ db, publicUrl, secret, log: app.log });
  await app.register(authRoutes, { auth, publicUrl });
  await app.register(setupRoutes, { db, auth, publicUrl });
  await app.register(passwordLinkRoutes, { db, auth, publicUrl });
  return auth;
}
