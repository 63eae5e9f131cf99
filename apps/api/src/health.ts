import type { Database } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { isReachable } from './modules/dataset/queries.ts';

/** `/healthz`: the process answers. `/readyz`: its database does too. */
export async function healthRoutes(app: FastifyInstance, { db }: { db: Database }): Promise<void> {
  app.addHook('onRequest', async (_, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8');
  });
  app.get('/healthz', async () => 'ok');
  app.get('/readyz', async (request, reply) => {
    if (await isReachable(db, (cause) => request.log.error(cause))) return 'ok';
    return reply.code(503).send('the database does not answer');
  });
}
