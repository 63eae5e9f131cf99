import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { OPEN } from '../http/cache-headers.ts';
import { replyToHttpError } from '../requests.ts';

const NO_STORE = { ...OPEN, 'cache-control': 'no-store' } as const;

/** What was refused on purpose, in the form of GraphQL's errors; all else as everywhere. */
export function replyToRefusal(
  error: FastifyError | GraphQLError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.headers(NO_STORE);
  for (const name of ['etag', 'content-disposition', 'link', 'x-total-count']) reply.removeHeader(name);
  if (!(error instanceof GraphQLError))
    return replyToHttpError(error, request, reply.type('application/json'));
  const { http, ...extensions } = error.extensions as { http?: { status?: number } };
  const told = { message: error.message, extensions: { ...extensions, requestId: request.id } };
  return reply
    .code(http?.status ?? 400)
    .type('application/json; charset=utf-8')
    .send({ errors: [nameParameter(told, request)] });
}

interface Told {
  message: string;
  extensions: { argument?: unknown; requestId: string };
}

/** The API's lists speak of `filter.provider`; in an address that is `provider`, unless the filter was given whole. */
function nameParameter(told: Told, { query }: FastifyRequest): Told {
  const { argument } = told.extensions;
  const isWhole = (query as { filter?: unknown } | undefined)?.filter !== undefined;
  if (isWhole || typeof argument !== 'string' || !argument.startsWith('filter.')) return told;
  const bare = (text: string) => text.replace(/^filter\./, '');
  return { message: bare(told.message), extensions: { ...told.extensions, argument: bare(argument) } };
}

export function refuse(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
