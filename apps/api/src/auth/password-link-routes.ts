import type { Database } from '@muster/db';
import { listIssues, newPassword } from '@muster/schema/rules';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Auth } from './auth.ts';
import { isForeign, listTrustedOrigins } from './origin.ts';
import { findLinkOwner, usePasswordLink } from './password-link.ts';

interface LinkParts {
  db: Database;
  auth: Auth;
  publicUrl: string;
}

const REFUSED =
  'This link does not hold: it was used, has expired, or was replaced. Ask an administrator for a new one.';

const token = z.string('is missing: open the whole address that you were given').max(200);

const readInput = z.strictObject({ token });
const setInput = z.strictObject({ token, password: newPassword });

/** POST /api/password-link/read: whose link it is. POST /api/password-link: sets the password, once. Signs nobody in. */
export async function passwordLinkRoutes(
  app: FastifyInstance,
  { db, auth, publicUrl }: LinkParts,
): Promise<void> {
  const trusted = listTrustedOrigins(publicUrl);
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.addHook('preHandler', async (request, reply) => {
    if (isForeign(request.headers, trusted)) {
      return reply.status(403).send({ message: 'Open the page at the address that you were given.' });
    }
  });

  app.post('/api/password-link/read', async (request, reply) => {
    const { data } = readInput.safeParse(request.body);
    const owner = data ? await findLinkOwner(db, data.token) : null;
    if (!owner) return reply.status(403).send({ message: REFUSED });
    return { name: owner.name, email: owner.email };
  });

  app.post('/api/password-link', async (request, reply) => {
    const parsed = setInput.safeParse(request.body);
    if (!parsed.success) {
      const problems = listIssues(parsed.error).map(({ field, message }) => ({ path: field, message }));
      return reply.status(400).send({ message: 'Some fields need mending.', problems });
    }
    const isSet = await usePasswordLink(db, auth, parsed.data.token, parsed.data.password);
    if (!isSet) return reply.status(403).send({ message: REFUSED });
    return { isSet };
  });
}
