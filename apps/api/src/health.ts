import { type Database, findMissingMigrations } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { readWithin } from './within.ts';

const DATABASE_WITHIN_MS = 2_000;

interface HealthParts {
  db: Database;
  /** Whether the process was told to end. */
  isStopping: () => boolean;
}

interface Missing {
  what: 'process' | 'database' | 'migrations';
  why: string;
}

/** `/healthz`: the process answers. `/readyz`: it should be sent requests; else 503 with what is missing. */
export async function healthRoutes(app: FastifyInstance, { db, isStopping }: HealthParts): Promise<void> {
  // Probes come every few seconds: a trouble is logged as it begins, not at each.
  let isLogged = false;

  async function findMissing(): Promise<Missing | null> {
    if (isStopping()) return { what: 'process', why: 'it is shutting down' };
    try {
      const names = await readWithin(DATABASE_WITHIN_MS, findMissingMigrations(db));
      if (!isLogged && names.length > 0) app.log.error({ migrations: names }, 'migrations are missing');
      isLogged = names.length > 0;
      return isLogged ? { what: 'migrations', why: `not applied: ${names.join(', ')}` } : null;
    } catch (cause) {
      if (!isLogged) app.log.error(cause);
      isLogged = true;
      return { what: 'database', why: `it does not answer, or not within ${DATABASE_WITHIN_MS / 1000} s` };
    }
  }

  app.addHook('onRequest', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get('/healthz', async (_, reply) => reply.type('text/plain; charset=utf-8').send('ok'));
  app.get('/readyz', async (_, reply) => {
    const missing = await findMissing();
    return reply
      .code(missing ? 503 : 200)
      .send({ ready: missing === null, missing: missing ? [missing] : [] });
  });
}
