import type { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import type { Tracer } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { takeAllowance } from '../limits/allowance.ts';
import { identifyCaller } from '../limits/fair-use.ts';
import { charges } from '../limits/limits.ts';
import { traceOperations } from '../telemetry/traces.ts';
import { OPEN, readAsker } from './cache-headers.ts';
import { compressAnswers } from './compression.ts';
import { type SharedParts, shareAnswers } from './shared-answers.ts';
import { tellWhereAway } from './unavailable.ts';

const PATH = '/graphql';
const DAY_S = 86_400;

export interface GraphqlParts extends SharedParts {
  /** Started. */
  apollo: ApolloServer<Context>;
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  tracer: Tracer | undefined;
}

/** GraphQL over HTTP at /graphql: by GET and POST, one operation a request, open to the scripts of any site. */
export async function graphqlRoutes(
  app: FastifyInstance,
  { apollo, context, tracer, ...shared }: GraphqlParts,
): Promise<void> {
  await compressAnswers(app);
  // A body of any other type is refused with 415.
  app.removeContentTypeParser('text/plain');
  app.addHook('preHandler', identifyCaller('QUERY'));
  shareAnswers(app, shared);
  // What is kept was answered; all else is at least read and checked.
  app.addHook('preHandler', async (request, reply) => {
    if (isQuestion(request)) await takeAllowance(request, reply, charges.question);
  });
  app.addHook('preHandler', refuseShapes);
  app.addHook('onSend', (request, reply, _, done) => {
    if (TOLD_TO_ALL.has(reply.statusCode) && readAsker(request.headers) !== 'PERSON') reply.headers(OPEN);
    done();
  });
  if (tracer) traceOperations(app, tracer);
  await app.register(fastifyApollo(apollo), {
    path: PATH,
    method: ['GET', 'POST'],
    context: tellWhereAway(context),
  });

  app.options(PATH, async (_, reply) =>
    reply
      .code(204)
      .headers({
        ...OPEN,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers':
          'accept, apollo-require-preflight, authorization, content-type, if-none-match, x-apollo-operation-name',
        'access-control-max-age': DAY_S,
        // Preflights are kept by their own rule; caches in between would mix them with answers.
        'cache-control': 'no-store',
        allow: 'GET, POST, OPTIONS',
      })
      .send(),
  );
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: PATH,
    handler: async (request, reply) =>
      refuse(request, reply.code(405).header('allow', 'GET, POST, OPTIONS'), {
        code: 'METHOD_NOT_ALLOWED',
        message: 'Ask by GET or POST; send changes by POST.',
      }),
  });
}

/** Refusals, which scripts of other sites must be able to read. */
const TOLD_TO_ALL = new Set([401, 403, 429, 503]);

function isQuestion({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'POST';
}

// Before anything is executed: a change whose answer cannot be told would be made all the same.
const READABLE = /\*\/\*|application\/(\*|json|graphql-response\+json)|multipart\/mixed/i;

async function refuseShapes(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (Array.isArray(request.body)) {
    return refuse(request, reply.code(400), {
      code: 'BATCHING_NOT_SUPPORTED',
      message: 'Send one operation a request; a list of operations is not executed.',
    });
  }
  if (!READABLE.test(request.headers.accept ?? '*/*')) {
    return refuse(request, reply.code(406), {
      code: 'NOT_ACCEPTABLE',
      message: 'Answers are application/graphql-response+json or application/json; accept one of them.',
    });
  }
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, message }: { code: string; message: string },
): FastifyReply {
  if (readAsker(request.headers) !== 'PERSON') reply.headers(OPEN);
  return reply.send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}
