import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Auth } from '../auth/auth.ts';
import { isForeign, listTrustedOrigins } from '../auth/origin.ts';
import { findViewer } from '../auth/viewer.ts';
import type { Viewer } from '../context.ts';
import { RefusalError } from '../errors.ts';

export interface EditorParts {
  auth: Auth;
  publicUrl: string;
}

/** Who asks: refuses whoever is not signed in, and writes that another site's page could have sent. */
export function createEditorCheck({ auth, publicUrl }: EditorParts) {
  const trusted = listTrustedOrigins(publicUrl);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Viewer> => {
    reply.header('cache-control', 'no-store');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const viewer = request.headers.authorization ? null : await findViewer(auth, request);
    if (viewer === null) {
      throw new RefusalError(401, {
        code: 'UNAUTHENTICATED',
        message: 'Please sign in to import and export records.',
      });
    }
    if (!isRead && isForeign(request.headers, trusted)) {
      throw new RefusalError(403, {
        code: 'FORBIDDEN',
        message: 'Send changes from the pages of this server: the Origin header names another.',
      });
    }
    return viewer;
  };
}
