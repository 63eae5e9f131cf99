import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import { isForeign, listTrustedOrigins } from './origin.ts';

/** Refuses mutations under a session that another site's page could have sent. */
export function checkOrigin(publicUrl: string): ApolloServerPlugin<Context> {
  const trusted = listTrustedOrigins(publicUrl);
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, contextValue, request }) => {
        if (operation?.operation !== 'mutation' || contextValue.viewer === null) return;
        const headers = Object.fromEntries(request.http?.headers ?? []) as FastifyRequest['headers'];
        if (!isForeign(headers, trusted)) return;
        throw new GraphQLError(
          'Send changes from the pages of this server: the Origin header names another.',
          {
            extensions: { code: 'FORBIDDEN', http: { status: 403 } },
          },
        );
      },
    }),
  };
}
