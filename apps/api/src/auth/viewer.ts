import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../context.ts';
import type { Auth } from './auth.ts';
import { toAuthHeaders } from './bridge.ts';

/** Who is signed in; asks the database only where a session cookie came along. */
export async function findViewer(auth: Auth, request: FastifyRequest): Promise<Viewer | null> {
  const { authCookies } = await auth.$context;
  if (!request.headers.cookie?.includes(`${authCookies.sessionToken.name}=`)) return null;
  // Renewing a session sets a cookie, which answers that may be cached must not do; get-session renews it.
  const session = await auth.api
    .getSession({ headers: toAuthHeaders(request), query: { disableRefresh: true } })
    .catch((error) => explain(auth, error));
  if (!session || session.user.disabledAt) return null;
  const { id, email, name, role } = session.user;
  return { id, email, name, role, sessionId: session.session.id };
}

/** The library keeps to itself what the database said; asked anew, it says so again. */
async function explain(auth: Auth, error: unknown): Promise<never> {
  const { adapter } = await auth.$context;
  await adapter.findOne({ model: 'session', where: [{ field: 'id', value: '' }] });
  throw error;
}
