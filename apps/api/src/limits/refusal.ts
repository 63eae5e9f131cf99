import { GraphQLError } from 'graphql';

export interface Refusal {
  code: 'QUERY_TOO_LONG' | 'QUERY_TOO_DEEP' | 'TOO_MANY_ALIASES' | 'QUERY_TOO_DEAR';
  message: string;
  asked: number;
  limit: number;
}

/** A question past a limit. Nothing was executed, so it is answered with 400. */
export function refuse({ message, ...told }: Refusal): GraphQLError {
  return new GraphQLError(message, { extensions: { ...told, http: { status: 400 } } });
}
