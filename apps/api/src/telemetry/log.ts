import { type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import type { AnsweredRequest } from '../requests.ts';
import type { Settings } from '../settings.ts';
import { findTraceId } from './traces.ts';

/** Never written, wherever an object that is logged holds them. */
const SECRETS = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  '["x-api-key"]',
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'secret',
  'key',
  'apiKey',
  'variables',
];

// Where names are nested: `{ headers }`, `{ request: { headers } }`, `{ body: { credentials } }`.
const REDACTED = SECRETS.flatMap((name) => ['', '*', '*.*'].map((prefix) => joinPath(prefix, name)));

function joinPath(prefix: string, name: string): string {
  return prefix === '' || name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`;
}

/** JSON lines by pino, without what nobody should read in a log. */
export function describeLog(
  level: Settings['logLevel'],
  stream: { write(line: string): void },
): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  if (level === 'silent') return { logger: false };
  return {
    logger: {
      level,
      stream,
      redact: { paths: REDACTED, censor: '[redacted]' },
      serializers: {
        err: describeError,
        req: (request: FastifyRequest) => ({ method: request.method, path: readPath(request.url) }),
      },
    },
    logController: new OneLineEach(),
  };
}

/** Fastify's own lines of a request, two or three of them, hold the query string; ours is `describeRequest`. */
class OneLineEach extends LogController {
  override incomingRequest(): void {}
  override requestCompleted(): void {}
  override routeNotFound(): void {}
}

/** Without the query string, which holds variables; of sign-in without what may be a token: `/api/auth/reset-password`. */
function readPath(url: string): string {
  const path = (url.split('?', 1)[0] ?? '').slice(0, 200);
  return /^\/api\/auth\/[^/]*/.exec(path)?.[0] ?? path;
}

type ErrorLine = {
  type: string;
  message: string;
  stack: string;
  code?: string;
  cause?: ErrorLine;
};

const DEEPEST_CAUSE = 3;

/** What tells where it broke. An error's other properties hold values: of the row, the statement, the request. */
export function describeError(error: unknown): ErrorLine {
  return describeCause(error, 0);
}

function describeCause(error: unknown, depth: number): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: hideValues(String(error)), stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return {
    type: error.constructor.name,
    message: hideValues(error.message),
    stack: hideValues(error.stack ?? ''),
    ...(code !== null && { code }),
    ...(error.cause instanceof Error &&
      depth < DEEPEST_CAUSE && { cause: describeCause(error.cause, depth + 1) }),
  };
}

// PostgreSQL repeats the value that it could not read: `invalid input syntax for type date: "…"`.
function hideValues(text: string): string {
  return text.replaceAll(/(\bfor (?:type|enum) [\w" ]+: )"(?:[^"\\]|\\.)*"/g, '$1"…"');
}

/** The fields of a request's one line. */
export function describeRequest({
  request,
  response,
  current,
  method,
  url,
  route,
  milliseconds,
  bytes,
  isAborted,
}: AnsweredRequest) {
  const { operation } = current;
  const traceId = request && findTraceId(request);
  return {
    reqId: current.id,
    ...(traceId && { traceId }),
    method,
    route,
    path: readPath(url),
    status: response.statusCode,
    ms: Math.round(milliseconds * 10) / 10,
    bytes,
    ...(isAborted && { aborted: true }),
    ...(operation && {
      operation: operation.name?.slice(0, 100) ?? operation.type,
      outcome: operation.outcome,
      ...(operation.cost !== null && { cost: operation.cost }),
    }),
  };
}
