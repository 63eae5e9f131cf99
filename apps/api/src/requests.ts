import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maskedError, RefusalError } from './errors.ts';
import { findUnavailable, RETRY_AFTER_S } from './http/unavailable.ts';

export interface CurrentRequest {
  id: string;
  log: FastifyBaseLogger;
  /** What GraphQL was asked, as far as it came to read that. */
  operation?: { type: string | null; name: string | null; cost: number | null; outcome: string };
}

const storage = new AsyncLocalStorage<CurrentRequest>();
const requests = new WeakMap<FastifyRequest, CurrentRequest>();
const inFlight = new WeakMap<FastifyInstance, Set<ServerResponse>>();

/** The request being answered; null outside of any. */
export function findCurrentRequest(): CurrentRequest | null {
  return storage.getStore() ?? null;
}

/** Gives every reply its id, and whatever runs for a request a way to tell which. */
export function rememberRequests(app: FastifyInstance, isStopping: () => boolean): void {
  app.addHook('onRequest', (request, reply, done) => {
    requests.set(request, { id: request.id, log: request.log });
    reply.header('x-request-id', request.id);
    // The caller's next request is then for another process.
    if (isStopping()) reply.header('connection', 'close');
    done();
  });
  const answering = new Set<ServerResponse>();
  inFlight.set(app, answering);
  watchRequests(app, {
    onStart: (response) => answering.add(response),
    onEnd: ({ response }) => answering.delete(response),
  });
  // After the body was read: reading it would lose the store.
  app.addHook('preHandler', (request, _, done) => storage.run(requireCurrent(request), done));
}

function requireCurrent(request: FastifyRequest): CurrentRequest {
  const current = requests.get(request);
  if (!current) throw new Error(`request ${request.id} was never remembered`);
  return current;
}

/** Resolves once nothing is being answered, or after so many milliseconds. */
export async function waitUntilIdle(app: FastifyInstance, within: number): Promise<void> {
  const until = performance.now() + within;
  while (inFlight.get(app)?.size && performance.now() < until) await sleep(20);
}

/** A request as those who watch them need to know it. */
export interface SeenRequest {
  /** Null where it was answered before it was given to Fastify. */
  request: FastifyRequest | null;
  current: CurrentRequest;
  method: string;
  url: string;
  /** Fastify's name of it, such as `/graphql` or `/*`; null where no route is that. */
  route: string | null;
  /** Of the body, where that is known before it is sent. */
  length: number;
}

export interface AnsweredRequest extends SeenRequest {
  response: ServerResponse;
  milliseconds: number;
  /** Sent, headers included. */
  bytes: number;
  /** The caller went away before the end. */
  isAborted: boolean;
}

interface Watcher {
  onStart?: (response: ServerResponse) => void;
  onEnd: (answered: AnsweredRequest) => void;
}

const watchersOf = new WeakMap<FastifyInstance, Watcher[]>();

/** Tells of every request as it comes, and once it is answered to the last byte or given up. Upgraded ones aside. */
export function watchRequests(app: FastifyInstance, watcher: Watcher): void {
  const known = watchersOf.get(app);
  if (known) {
    known.push(watcher);
    return;
  }
  watchersOf.set(app, [watcher]);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.headers.upgrade === undefined) {
      followRequest(app, reply.raw, () => ({
        request,
        current: requireCurrent(request),
        method: request.method,
        url: request.url,
        route: request.is404 ? null : (request.routeOptions.url ?? null),
        length: Number(reply.getHeader('content-length') ?? 0),
      }));
    }
    done();
  });
}

/** Tells those who watch the requests of `app` of one that is about to be answered. */
export function followRequest(
  app: FastifyInstance,
  response: ServerResponse,
  describe: () => SeenRequest,
): void {
  const watchers = watchersOf.get(app) ?? [];
  const since = performance.now();
  const { socket } = response;
  const sentBefore = socket?.bytesWritten ?? 0;
  for (const { onStart } of watchers) onStart?.(response);
  const finish = () => end(false);
  // Comes of every answer, and before the other only of those cut short.
  const cut = () => end(true);
  const end = (isAborted: boolean) => {
    response.off('finish', finish).off('close', cut);
    const milliseconds = performance.now() - since;
    const seen = describe();
    const bytes = (socket?.bytesWritten ?? 0) - sentBefore || seen.length;
    for (const { onEnd } of watchers) onEnd({ ...seen, response, milliseconds, bytes, isAborted });
  };
  response.on('finish', finish).on('close', cut);
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
  const unavailable = status === 500 ? findUnavailable(error) : null;
  if (unavailable) {
    request.log.warn(error);
    return replyToRefusal(unavailable, request, reply.header('retry-after', RETRY_AFTER_S));
  }
  if (error instanceof RefusalError) return replyToRefusal(error, request, reply);
  if (status >= 500) {
    request.log.error(error);
    return reply.code(status).send({ errors: [maskedError(request.id)] });
  }
  const { code, message } = CODES[error.code] ?? { code: 'BAD_REQUEST', message: error.message };
  return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

function replyToRefusal(
  { message, extensions, statusCode }: RefusalError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { http: _, ...told } = extensions;
  const refusal = { message, extensions: { ...told, requestId: request.id } };
  return reply.code(statusCode).send({ errors: [refusal] });
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
  writeRefusal(BROKEN[error.code ?? ''] ?? NO_HTTP, socket);
}

/** What began and does not come to its end, likewise. */
export function replyToLateRequest(socket: Socket): void {
  if (!socket.destroyed && socket.writable) writeRefusal(LATE, socket);
}

function writeRefusal({ status, code, message }: typeof NO_HTTP, socket: Socket): void {
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

const LATE = {
  status: 408,
  code: 'BAD_REQUEST',
  message: 'The request did not arrive in time; send it again.',
};

const BROKEN: Record<string, typeof NO_HTTP> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'ADDRESS_TOO_LONG',
    message: 'The address and the headers are longer than 16 kB together; send the question by POST.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: LATE,
};
