import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** A caller's mistake: names the argument and the remedy. `extensions.code` is BAD_USER_INPUT. */
export class InputError extends GraphQLError {
  constructor(argument: string, message: string) {
    super(`${argument}: ${message}`, {
      extensions: { code: ApolloServerErrorCode.BAD_USER_INPUT, argument },
    });
  }
}

/**
 * Masks what is ours: anything but a GraphQLError raised on purpose becomes INTERNAL_SERVER_ERROR with the
 * request id, and is handed once to `report`.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
  report: (cause: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const isOurs = !(cause instanceof GraphQLError) || formatted.extensions?.code === 'INTERNAL_SERVER_ERROR';
  if (!isOurs) {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions: { ...extensions, requestId } };
  }
  report(cause);
  return {
    message: `Something went wrong on our side. Quote request ${requestId} when you report it.`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, requestId },
  };
}
