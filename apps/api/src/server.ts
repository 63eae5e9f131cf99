import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { Database } from '@muster/db';
import { typeDefs } from '@muster/schema/sdl';
import Fastify, { type FastifyInstance } from 'fastify';
import { checkRelease, requireRelease } from './at-release.ts';
import { checkOrigin } from './auth/origin-check.ts';
import { registerSignIn } from './auth/plugin.ts';
import { findViewer } from './auth/viewer.ts';
import type { Context } from './context.ts';
import { dashboardRoutes } from './dashboard.ts';
import { formatError } from './errors.ts';
import { exportRoutes } from './exports/routes.ts';
import { healthRoutes } from './health.ts';
import { describeAnswers } from './http/cache-headers.ts';
import { contractRoute } from './http/contract-route.ts';
import { graphqlRoutes } from './http/graphql-routes.ts';
import { watchRecord } from './http/record-stamp.ts';
import { checkLimits } from './limits/plugin.ts';
import { checkRequestText } from './limits/text.ts';
import { sendBrowsersToQueryPage } from './query-page.ts';
import { releaseFileRoutes } from './release-files.ts';
import { checkRequests } from './request-check.ts';
import { rememberRequests, replyToHttpError } from './requests.ts';
import { resolvers } from './resolvers.ts';
import type { Settings } from './settings.ts';

export interface ServerParts {
  db: Database;
  settings: Pick<Settings, 'logLevel' | 'webOrigin' | 'publicUrl' | 'secret'> &
    Partial<Pick<Settings, 'trustProxy'>>;
  /** Today's day in UTC, `YYYY-MM-DD`. */
  today?: () => string;
  /** Where log lines go; default: standard output. */
  logTo?: { write(line: string): void };
}

/** The HTTP server, not yet listening: GraphQL, the SDL, sign-in, and the dashboard behind them. */
export async function createServer({
  db,
  settings,
  today = todayInUtc,
  logTo = process.stdout,
}: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel, stream: logTo },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    trustProxy: settings.trustProxy ?? false,
  });
  rememberRequests(app);
  app.setErrorHandler(replyToHttpError);
  const auth = await registerSignIn(app, { db, settings });
  const record = watchRecord(db);
  app.addHook('onClose', () => record.stop());

  const apollo = new ApolloServer<Context>({
    typeDefs,
    resolvers,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: app.log,
    plugins: [
      fastifyApolloDrainPlugin(app),
      // Theirs is loaded from foreign hosts.
      ApolloServerPluginLandingPageDisabled(),
      checkRequests,
      checkLimits,
      checkRelease,
      checkOrigin(settings.publicUrl),
      describeAnswers,
    ],
    formatError,
  });
  await apollo.start();
  if (settings.webOrigin) sendBrowsersToQueryPage(app);
  await app.register(graphqlRoutes, {
    apollo,
    record,
    publicUrl: settings.publicUrl,
    today,
    context: async (request) => {
      checkRequestText(request);
      const release = await requireRelease(db, request.query);
      return {
        db: release ? db.atRelease(release.name) : db,
        release,
        live: db,
        today: release?.knownOn ?? today(),
        publicUrl: settings.publicUrl,
        requestId: request.id,
        viewer: release ? null : await findViewer(auth, request),
      };
    },
  });

  await app.register(contractRoute, { sdl: typeDefs });
  await app.register(healthRoutes, { db });
  await app.register(releaseFileRoutes, { db });
  await app.register(exportRoutes, { db, record, publicUrl: settings.publicUrl, today });
  if (settings.webOrigin)
    await app.register(dashboardRoutes, { db, webOrigin: settings.webOrigin, logLevel: 'error' });
  return app;
}

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
