import type { Database } from '@muster/db';
import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { watchRequests } from '../requests.ts';
import { readOperation } from './statements.ts';

const LONGEST_STATEMENT = 4_000;
/** Asked by machines every few seconds; nobody follows those. */
const UNTRACED = new Set(['/healthz', '/readyz', '/metrics']);

const contexts = new WeakMap<FastifyRequest, Context>();

/** A span for each request, in the caller's trace where it names one (W3C traceparent), and one for each statement. */
export function traceRequests(app: FastifyInstance, db: Database, tracer: Tracer): void {
  app.addHook('onRequest', (request, _, done) => {
    const route = request.routeOptions.url ?? '';
    if (UNTRACED.has(route)) return done();
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(
      `${request.method} ${route}`.trimEnd(),
      {
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': request.method,
          'http.route': route,
          // The query string holds variables.
          'url.path': request.url.split('?', 1)[0],
          'muster.request_id': request.id,
        },
      },
      parent,
    );
    contexts.set(request, trace.setSpan(parent, span));
    done();
  });
  // After the body was read: reading it would lose the context.
  app.addHook('preHandler', (request, _, done) => {
    const active = contexts.get(request);
    if (active) context.with(active, done);
    else done();
  });
  watchRequests(app, {
    onEnd: ({ request, response: { statusCode } }) => {
      const span = request && findSpan(request);
      if (!span) return;
      span.setAttribute('http.response.status_code', statusCode);
      if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  });

  const stop = db.watchStatements((sql) => {
    // Work that outlives its request, such as listening, still stands in its context.
    if (!trace.getActiveSpan()?.isRecording()) return () => {};
    const operation = readOperation(sql);
    const span = tracer.startSpan(operation, {
      kind: SpanKind.CLIENT,
      attributes: {
        'db.system.name': 'postgresql',
        'db.operation.name': operation,
        'db.query.text': sql.slice(0, LONGEST_STATEMENT),
      },
    });
    return ({ failed }) => {
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
  });
  app.addHook('onClose', async () => void stop());
}

/** A span for what GraphQL does for a request of this scope; `tellOperations` gives it its name. */
export function traceOperations(scope: FastifyInstance, tracer: Tracer): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  scope.addHook('preHandler', (request, _, done) => {
    const span = tracer.startSpan('graphql');
    spans.set(request, span);
    context.with(trace.setSpan(context.active(), span), done);
  });
  scope.addHook('onSend', async (request, _, payload) => {
    spans.get(request)?.end();
    return payload;
  });
}

type Resolve = (...given: unknown[]) => unknown;
type Fields = Record<string, Resolve>;

/** The same resolvers, those of the roots each within a span: `Query.commitments`. Arguments are not told. */
export function traceRoots<Module extends object>(modules: readonly Module[], tracer: Tracer): Module[] {
  return modules.map((module) => ({
    ...module,
    ...('Query' in module && { Query: traceFields('Query', module.Query as Fields, tracer) }),
    ...('Mutation' in module && { Mutation: traceFields('Mutation', module.Mutation as Fields, tracer) }),
  }));
}

function traceFields(type: string, fields: Fields, tracer: Tracer): Fields {
  const traced = Object.entries(fields).map(([name, resolve]) => [
    name,
    within(tracer, `${type}.${name}`, resolve),
  ]);
  return Object.fromEntries(traced);
}

function within(tracer: Tracer, name: string, resolve: Resolve): Resolve {
  return (...given) =>
    tracer.startActiveSpan(name, async (span) => {
      try {
        return await resolve(...given);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
}

function findSpan(request: FastifyRequest): Span | undefined {
  const active = contexts.get(request);
  return active && trace.getSpan(active);
}

/** The id of the request's trace, where it is traced. */
export function findTraceId(request: FastifyRequest): string | null {
  return findSpan(request)?.spanContext().traceId ?? null;
}

/** What carries the request's trace on to whoever answers it for us (W3C traceparent); nothing where it has none. */
export function writeTraceHeaders(request: FastifyRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  const active = contexts.get(request);
  if (active) propagation.inject(active, headers);
  return headers;
}
