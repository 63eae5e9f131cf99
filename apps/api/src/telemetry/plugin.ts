import type { Database } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { type AnsweredRequest, watchRequests } from '../requests.ts';
import { describeRequest } from './log.ts';
import { createMetrics } from './metrics.ts';
import { measureStatement } from './statements.ts';

/** Any other is counted as OTHER: whatever a parser lets through is not for a label. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** One log line and one measurement for each request, one for each statement; `app.metrics` for all others. */
export function registerTelemetry(app: FastifyInstance, db: Database): void {
  const metrics = createMetrics(db);
  app.decorate('metrics', metrics);

  const isLogged = ['info', 'debug', 'trace'].includes(app.log.level);
  watchRequests(app, {
    onStart: () => metrics.requestsInFlight.inc(),
    onEnd: (answered) => {
      metrics.requestsInFlight.dec();
      metrics.requestSeconds.observe(readLabels(answered), answered.milliseconds / 1000);
      // Past the request's own logger: that of the dashboard's routes is for errors alone.
      if (isLogged) app.log.info(describeRequest(answered), 'request');
    },
  });

  const stop = db.onStatement((statement) => measureStatement(metrics, statement));
  app.addHook('onClose', async () => void stop());
}

function readLabels({ method, response, route, isAborted }: AnsweredRequest) {
  return {
    method: METHODS.has(method) ? method : 'OTHER',
    route: route ?? 'none',
    status: isAborted ? 'aborted' : String(response.statusCode),
  };
}
