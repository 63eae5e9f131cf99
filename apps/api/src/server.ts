import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import proxy from '@fastify/http-proxy';
import type { Database } from '@muster/db';
import { typeDefs } from '@muster/schema/sdl';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Context } from './context.ts';
import { formatError } from './errors.ts';
import { resolvers } from './resolvers.ts';
import type { Settings } from './settings.ts';

export interface ServerParts {
  db: Database;
  settings: Pick<Settings, 'logLevel' | 'webOrigin' | 'publicUrl' | 'secret'>;
  /** Today's day in UTC, `YYYY-MM-DD`. */
  today?: () => string;
}

/** The HTTP server, not yet listening: GraphQL, the SDL, sign-in, and the dashboard behind them. */
export async function createServer({ db, settings, today = todayInUtc }: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });

  const apollo = new ApolloServer<Context>({
    typeDefs,
    resolvers,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [fastifyApolloDrainPlugin(app)],
    formatError: (formatted, error) =>
      formatError(formatted, error, requestIdOf(error), (cause) => app.log.error(cause)),
  });
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    context: async (request) => ({ db, today: today(), requestId: request.id, viewer: null }),
  });

  app.get('/schema.graphql', async (_, reply) => reply.type('text/plain; charset=utf-8').send(typeDefs));
  if (settings.webOrigin) await app.register(proxy, { upstream: settings.webOrigin, websocket: true });
  return app;
}

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
