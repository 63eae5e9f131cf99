import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maskedError } from './errors.ts';

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
  FST_ERR_CTP_INVALID_JSON_BODY: {
    code: 'BAD_REQUEST',
    message: 'The request body is not valid JSON, or has a key `__proto__` or `constructor.prototype`.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BAD_REQUEST', message: 'The request body is empty.' },
  FST_ERR_BAD_URL: { code: 'BAD_REQUEST', message: 'The address is not valid: write % as %25.' },
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
  reply.header('x-request-id', request.id);
  if (status >= 500) {
    request.log.error(error);
    return reply.code(status).send({ errors: [maskedError(request.id)] });
  }
  const { code, message } = CODES[error.code] ?? { code: 'BAD_REQUEST', message: error.message };
  return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

/** What no route answers, in the same form. */
export function replyNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = 'There is nothing at this address. GraphQL is at /graphql, by GET or POST.';
  return reply
    .code(404)
    .send({ errors: [{ message, extensions: { code: 'NOT_FOUND', requestId: request.id } }] });
}

/** What is no request that Node.js would read, in the same form; written to the socket, for there is no reply yet. */
export function replyToBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const { status, code, message } = BROKEN[error.code ?? ''] ?? NO_HTTP;
  const requestId = randomUUID();
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

const NO_HTTP = { status: 400, code: 'BAD_REQUEST', message: 'This is not a request by HTTP/1.1.' };

const BROKEN: Record<string, typeof NO_HTTP> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'ADDRESS_TOO_LONG',
    message: 'The address and the headers are longer than 16 kB together; send the question by POST.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'BAD_REQUEST',
    message: 'The request did not arrive in time; send it again.',
  },
};
