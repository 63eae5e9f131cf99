import type { ApolloServerPlugin } from '@apollo/server';
import { trace } from '@opentelemetry/api';
import type { Context } from '../context.ts';
import { type CurrentRequest, findCurrentRequest } from '../requests.ts';
import type { Metrics } from './metrics.ts';

type Told = NonNullable<CurrentRequest['operation']>;

/** Tells of every question that reaches GraphQL: to its request's log line, to the metrics, to its span. */
export function tellOperations(metrics: Metrics): ApolloServerPlugin<Context> {
  function tell(told: Told): void {
    const current = findCurrentRequest();
    if (current) current.operation = told;
    metrics.operations.inc({ type: told.type ?? 'unknown', outcome: told.outcome });
    if (told.cost !== null) metrics.operationCost.observe(told.cost);
    const span = trace.getActiveSpan();
    if (!span?.isRecording()) return;
    if (told.type) span.updateName(told.type).setAttribute('graphql.operation.type', told.type);
    if (told.name) span.setAttribute('graphql.operation.name', told.name.slice(0, 100));
    if (told.cost !== null) span.setAttribute('muster.graphql.cost', told.cost);
    span.setAttribute('muster.graphql.outcome', told.outcome);
  }

  // Refused before it was read: as no GraphQL request, or as one to a release that is none.
  const tellUnread = async ({ error }: { error: unknown }) =>
    tell({ type: null, name: null, cost: null, outcome: readCode(error) });

  return {
    contextCreationDidFail: tellUnread,
    invalidRequestWasReceived: tellUnread,
    requestDidStart: async () => ({
      willSendResponse: async ({ operation, operationName, response: { body } }) => {
        const result = body.kind === 'single' ? body.singleResult : body.initialResult;
        tell({
          type: operation?.operation ?? null,
          name: operationName ?? null,
          cost: readCost(result.extensions),
          outcome: result.errors?.[0] ? readCode(result.errors[0]) : 'OK',
        });
      },
    }),
  };
}

function readCode(error: unknown): string {
  const { extensions } = (error ?? {}) as { extensions?: { code?: unknown } };
  const code = extensions?.code;
  return typeof code === 'string' && /^[A-Z_]{1,50}$/.test(code) ? code : 'OTHER';
}

function readCost(extensions: Record<string, unknown> | undefined): number | null {
  const { asked } = (extensions?.cost ?? {}) as { asked?: unknown };
  return typeof asked === 'number' ? asked : null;
}
