import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maskedError, RefusalError } from './errors.ts';

interface CurrentRequest {
  id: string;
  log: FastifyBaseLogger;
}

const storage = new AsyncLocalStorage<CurrentRequest>();

/** The request being answered; null outside of any. */
export function findCurrentRequest(): CurrentRequest | null {
  return storage.getStore() ?? null;
}

/** Gives every reply its id, and whatever runs for a request a way to tell which. */
export function rememberRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  // After the body was read: reading it would lose the store.
  app.addHook('preHandler', (request, _, done) => storage.run({ id: request.id, log: request.log }, done));
}

const CODES: Record<string, { code: string; message: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'BODY_TOO_LARGE', message: 'The request body is larger than 1 MB.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BAD_REQUEST', message: 'The request body is not valid JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BAD_REQUEST', message: 'The request body is empty.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the request body as application/json.',
  },
};

/** What fails before GraphQL sees it, told in GraphQL's form. */
export function replyToHttpError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    request.log.error(error);
    return reply.code(status).send({ errors: [maskedError(request.id)] });
  }
  if (error instanceof RefusalError) {
    const { http: _, ...told } = error.extensions;
    const refusal = { message: error.message, extensions: { ...told, requestId: request.id } };
    return reply.code(status).send({ errors: [refusal] });
  }
  const { code, message } = CODES[error.code] ?? { code: 'BAD_REQUEST', message: error.message };
  return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}
