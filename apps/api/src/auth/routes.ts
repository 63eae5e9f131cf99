import type { FastifyInstance } from 'fastify';
import { replyNotFound } from '../requests.ts';
import { type Auth, OPEN_PATHS } from './auth.ts';
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
    handler: async (request, reply) => {
      const [path = ''] = request.url.split('?');
      if (!OPEN_PATHS.includes(path.replace(/^\/api\/auth/, ''))) return replyNotFound(request, reply);
      return sendAuthResponse(reply, await auth.handler(toAuthRequest(request, publicUrl)));
    },
  });
}
