import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { AccountingError } from '@muster/accounting';
import { isStatementTimeout } from '@muster/db';
import { type ASTNode, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { findUnavailable } from './http/unavailable.ts';
import { tooSlow } from './limits/deadline.ts';
import { findCurrentRequest } from './requests.ts';

/** A caller's mistake: names the argument and the remedy, and its place in the query where that is known. `extensions.code` is BAD_USER_INPUT. */
export class InputError extends GraphQLError {
  constructor(argument: string, message: string, extensions: object = {}, node?: ASTNode) {
    super(`${argument}: ${message}`, {
      nodes: node,
      extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, argument, ...extensions },
    });
  }
}

/** Refused before anything is executed, with the same words and status by GraphQL and by plain routes. */
export class RefusalError extends GraphQLError {
  readonly statusCode: number;

  constructor(
    statusCode: number,
    { message, ...told }: { code: string; message: string; [key: string]: unknown },
  ) {
    super(message, { extensions: { ...told, http: { status: statusCode } } });
    this.statusCode = statusCode;
  }
}

/**
 * Puts the request id into every error, and masks what is ours: anything but a GraphQLError raised on purpose becomes
 * INTERNAL_SERVER_ERROR and is logged once. Records that contradict one another are named, and logged too; so is a statement
 * that the database cancelled after `timeLimitMs`. A database that is away or full is told as such.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  timeLimitMs = 0,
): GraphQLFormattedError {
  const request = findCurrentRequest();
  const requestId = request?.id ?? 'unknown';
  const cause = unwrapResolverError(error);
  const code = formatted.extensions?.code;
  if (cause instanceof GraphQLError && code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    return {
      ...formatted,
      message: shortenQuotes(formatted.message),
      extensions: { ...extensions, code: readCode(cause), requestId },
    };
  }
  if (isStatementTimeout(cause)) {
    request?.log.warn(cause);
    const { message, extensions } = tooSlow(timeLimitMs);
    return { ...formatted, message, extensions: { ...extensions, requestId } };
  }
  const unavailable = findUnavailable(cause);
  if (unavailable) {
    request?.log.warn(cause);
    const { http: _, ...extensions } = unavailable.extensions;
    return { ...formatted, message: unavailable.message, extensions: { ...extensions, requestId } };
  }
  request?.log.error(cause);
  if (cause instanceof AccountingError && cause.ids.length > 0) {
    return { ...contradiction(cause, requestId), ...(formatted.path && { path: formatted.path }) };
  }
  return { ...maskedError(requestId), ...(formatted.path && { path: formatted.path }) };
}

/** Nothing can be added up until an editor mends the records, which are published and may be named. */
function contradiction({ message, ids }: AccountingError, requestId: string): GraphQLFormattedError {
  return {
    message: `The published records contradict one another: ${message}.`,
    extensions: { code: 'RECORD_CONTRADICTS', records: ids, requestId },
  };
}

export function maskedError(requestId: string): GraphQLFormattedError {
  return {
    message: `Something went wrong on our side. Quote request ${requestId} when you report it.`,
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, requestId },
  };
}

/** A change asked for by GET is refused by Apollo with the right status and a code for any bad request. */
function readCode({ extensions }: GraphQLError): unknown {
  const { code, http } = extensions as { code?: unknown; http?: { status?: number } };
  return http?.status === 405 ? 'METHOD_NOT_ALLOWED' : code;
}

const LONGEST_MESSAGE = 1_000;

/** Values are repeated to name them, not to send them back whole. */
function shortenQuotes(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const short = message.replaceAll(/"([^"]{80})[^"]+"/gu, '"$1…"');
  if (short.length <= LONGEST_MESSAGE) return short;
  return `${short.slice(0, 600)} … ${short.slice(-300)}`;
}
