import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { Database } from '@muster/db';
import { typeDefs } from '@muster/schema/sdl';
import type { Tracer } from '@opentelemetry/api';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { checkRelease, requireRelease } from './at-release.ts';
import { checkOrigin } from './auth/origin-check.ts';
import { registerSignIn } from './auth/plugin.ts';
import { findViewer } from './auth/viewer.ts';
import { backupRoute } from './backup-route.ts';
import type { Context } from './context.ts';
import { dashboardRoutes } from './dashboard.ts';
import { formatError } from './errors.ts';
import { createExecutor, executeBy } from './executor.ts';
import { exportRoutes } from './exports/routes.ts';
import { healthRoutes } from './health.ts';
import { BODY_MS, limitArrival, SERVER_LIMITS } from './http/arrival.ts';
import { describeAnswers } from './http/cache-headers.ts';
import { contractRoute } from './http/contract-route.ts';
import { graphqlRoutes } from './http/graphql-routes.ts';
import { protectAnswers } from './http/protection.ts';
import { answerQuickly } from './http/quick-answers.ts';
import { watchRecord } from './http/record-stamp.ts';
import { tellUnavailable } from './http/unavailable.ts';
import { fullExportRoutes } from './imports/export-routes.ts';
import { importRoutes } from './imports/routes.ts';
import { takeAllowance } from './limits/allowance.ts';
import { watchQuestion } from './limits/deadline.ts';
import { registerFairUse } from './limits/fair-use.ts';
import { charges, limitsOf } from './limits/limits.ts';
import { checkLimits } from './limits/plugin.ts';
import { checkRequestText } from './limits/text.ts';
import type { Mailer } from './mail/mailer.ts';
import { auditCsvRoute } from './modules/audit/csv-route.ts';
import { answerOfOneState } from './one-state.ts';
import { checkPersistedQuery } from './persisted-query.ts';
import { sendBrowsersToQueryPage } from './query-page.ts';
import { createQuestion } from './question.ts';
import { releaseFileRoutes } from './release-files.ts';
import { checkRequests } from './request-check.ts';
import { rememberRequests, replyNotFound, replyToBrokenRequest, replyToHttpError } from './requests.ts';
import { resolvers } from './resolvers.ts';
import type { Settings } from './settings.ts';
import { describeLog } from './telemetry/log.ts';
import { metricsRoute } from './telemetry/metrics-route.ts';
import { tellOperations } from './telemetry/operations.ts';
import { registerTelemetry } from './telemetry/plugin.ts';
import { traceRequests, traceRoots } from './telemetry/traces.ts';

export interface ServerParts {
  db: Database;
  settings: Pick<Settings, 'logLevel' | 'webOrigin' | 'publicUrl' | 'secret'> &
    Partial<
      Pick<
        Settings,
        'trustProxy' | 'metricsToken' | 'rateLimit' | 'queryMs' | 'dashboardToken' | 'mail' | 'isDevelopment'
      >
    >;
  /** Today's day in UTC, `YYYY-MM-DD`. */
  today?: () => string;
  /** Where log lines go; default: standard output. */
  logTo?: { write(line: string): void };
  /** Makes spans of what is done; default: none. */
  tracer?: Tracer | undefined;
  /** Whether the process was told to end; default: it was not. */
  isStopping?: () => boolean;
  /** Milliseconds within which a body of ordinary size must have come. */
  bodyMs?: number;
  /** From which time on a question is executed by code made for it. */
  compiledAfter?: number;
}

/** The HTTP server, not yet listening: GraphQL, the SDL, sign-in, and the dashboard behind them. */
export async function createServer({
  db,
  settings,
  today = todayInUtc,
  logTo = process.stdout,
  tracer,
  isStopping = () => false,
  bodyMs = BODY_MS,
  compiledAfter,
}: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...describeLog(settings.logLevel, logTo),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 1024 * 1024,
    ...SERVER_LIMITS,
    forceCloseConnections: 'idle',
    trustProxy: settings.trustProxy ?? false,
    frameworkErrors: replyToHttpError,
    clientErrorHandler: replyToBrokenRequest,
  });
  protectAnswers(app, settings);
  rememberRequests(app, isStopping);
  limitArrival(app, bodyMs);
  registerTelemetry(app, db);
  if (tracer) traceRequests(app, db, tracer);
  app.setErrorHandler(replyToHttpError);
  app.setNotFoundHandler(replyNotFound);
  registerFairUse(app, { db, settings });
  const auth = await registerSignIn(app, { db, settings });
  const mailer = await openMailer(settings.mail, app.log);
  const { queryMs = 0 } = settings;
  const readers = queryMs > 0 ? db.limitTime(queryMs) : db;
  const record = watchRecord(db);
  app.addHook('onClose', () => record.stop());
  const { trustProxy = false } = settings;
  const learn = tracer ? undefined : answerQuickly(app, { record, today, trustProxy, isStopping });

  const schema = makeExecutableSchema({
    typeDefs,
    resolvers: tracer ? traceRoots(resolvers, tracer) : resolvers,
  });
  const apollo = new ApolloServer<Context>({
    ...executeBy(schema, answerOfOneState(createExecutor(schema, compiledAfter), record)),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: app.log,
    plugins: [
      fastifyApolloDrainPlugin(app),
      // Theirs is loaded from foreign hosts.
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field; `describeAnswers` says what may be kept.
      ApolloServerPluginCacheControlDisabled(),
      checkRequests,
      checkLimits,
      checkRelease,
      checkOrigin(settings.publicUrl),
      describeAnswers,
      tellUnavailable,
      // Last: it reads what the others wrote into the answer.
      tellOperations(app.metrics),
    ],
    formatError: (formatted, error) => formatError(formatted, error, queryMs),
  });
  await apollo.start();
  if (settings.webOrigin) sendBrowsersToQueryPage(app);
  await app.register(graphqlRoutes, {
    apollo,
    record,
    publicUrl: settings.publicUrl,
    today,
    learn,
    tracer,
    context: async (request, reply) => {
      const tier = request.caller?.tier ?? 'ANONYMOUS';
      checkRequestText(request, limitsOf[tier]);
      checkPersistedQuery(request);
      const release = await requireRelease(db, request.query);
      return createQuestion({
        records: release ? readers.atRelease(release.name) : readers,
        deadline: watchQuestion(reply, queryMs),
        release,
        live: db,
        today: release?.knownOn ?? today(),
        publicUrl: settings.publicUrl,
        requestId: request.id,
        // A key signs nobody in, whatever cookie comes along.
        viewer: release || tier === 'KEY' ? null : await findViewer(auth, request),
        auth,
        mailer,
        tier,
        takeCost: (cost) => takeAllowance(request, reply, Math.max(0, cost - charges.question)),
      });
    },
  });

  await app.register(contractRoute, { sdl: typeDefs });
  await app.register(healthRoutes, { db, isStopping });
  await app.register(metricsRoute, settings);
  await app.register(auditCsvRoute, { db, auth });
  await app.register(backupRoute, { db, secret: settings.secret });
  await app.register(releaseFileRoutes, { db });
  await app.register(fullExportRoutes, { db, auth, publicUrl: settings.publicUrl, today });
  await app.register(importRoutes, { db, auth, publicUrl: settings.publicUrl, today });
  await app.register(exportRoutes, { db, auth, record, publicUrl: settings.publicUrl, today });
  if (settings.webOrigin)
    await app.register(dashboardRoutes, { db, webOrigin: settings.webOrigin, logLevel: 'error' });
  return app;
}

// Only where it is wanted: the library costs every start some memory and time.
async function openMailer(
  mail: Settings['mail'] | undefined,
  log: FastifyBaseLogger,
): Promise<Mailer | null> {
  if (!mail) return null;
  const { createMailer } = await import('./mail/mailer.ts');
  return createMailer({ ...mail, log });
}

const DAY_MS = 86_400_000;
let known = { number: -1, day: '' };

// Asked at every request, and written anew once a day.
function todayInUtc(): string {
  const number = Math.floor(Date.now() / DAY_MS);
  if (number !== known.number) known = { number, day: new Date().toISOString().slice(0, 10) };
  return known.day;
}
