import type { Database } from '@muster/db';
import { emailAddress, listIssues, newPassword, personName } from '@muster/schema/rules';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Auth } from './auth.ts';
import { sendAuthResponse, toAuthHeaders } from './bridge.ts';
import { isForeign, listTrustedOrigins } from './origin.ts';
import { createFirstAdministrator, isSetupNeeded } from './setup-link.ts';

interface SetupParts {
  db: Database;
  auth: Auth;
  publicUrl: string;
}

const REFUSED =
  'This link does not hold: it was used, has expired, or was replaced. Restart the server for a new one.';

const setupInput = z.strictObject({
  token: z.string('is missing: open the whole address that the server printed').max(200),
  name: personName,
  email: emailAddress,
  password: newPassword,
});

/** GET /api/setup: whether the first administrator is missing. POST: creates and signs in, once. */
export async function setupRoutes(app: FastifyInstance, { db, auth, publicUrl }: SetupParts): Promise<void> {
  const trusted = listTrustedOrigins(publicUrl);
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/api/setup', async () => ({ needed: await isSetupNeeded(db) }));

  app.post('/api/setup', async (request, reply) => {
    if (isForeign(request.headers, trusted)) {
      return reply
        .status(403)
        .send({ message: 'Open the setup page at the address that the server printed.' });
    }
    const parsed = setupInput.safeParse(request.body);
    if (!parsed.success) {
      const problems = listIssues(parsed.error).map(({ field, message }) => ({ path: field, message }));
      return reply.status(400).send({ message: 'Some fields need mending.', problems });
    }
    const { token, ...administrator } = parsed.data;
    const isCreated = await createFirstAdministrator(db, auth, token, administrator);
    if (!isCreated) return reply.status(403).send({ message: REFUSED });
    const { email, password } = administrator;
    const headers = toAuthHeaders(request);
    return sendAuthResponse(
      reply,
      await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true }),
    );
  });
}
