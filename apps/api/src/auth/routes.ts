import type { FastifyInstance } from 'fastify';
import type { Auth } from './auth.ts';
import { sendAuthResponse, toAuthRequest } from './bridge.ts';

interface RouteParts {
  auth: Auth;
  publicUrl: string;
}

/** The library's own routes under /api/auth: sign-in/email, sign-out, get-session, change-password … */
export async function authRoutes(app: FastifyInstance, { auth, publicUrl }: RouteParts): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) =>
      sendAuthResponse(reply, await auth.handler(toAuthRequest(request, publicUrl))),
  });
}
