import { readScopes } from '../../auth/api-key.ts';
import type { ApiKeyResolvers, MutationResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { createApiKey, listApiKeys, readState, revokeApiKey } from './keys.ts';

const Query = {
  apiKeys: (_, __, ctx) => listApiKeys(ctx),
} satisfies QueryResolvers;

const Mutation = {
  createApiKey: (_, { input }, ctx) => createApiKey(ctx, input),
  revokeApiKey: (_, { id }, ctx) => revokeApiKey(ctx, id),
} satisfies MutationResolvers;

// The library's columns may be empty; of the keys that we make none of these is.
const ApiKey: ApiKeyResolvers = {
  name: ({ name }) => name ?? '',
  start: ({ start }) => start ?? '',
  scopes: ({ permissions }) => readScopes(permissions),
  state: (key) => readState(key, new Date()),
  createdBy: ({ user }) => user.name,
  expiresAt: ({ expiresAt, createdAt }) => expiresAt ?? createdAt,
  lastUsedAt: ({ lastRequest }) => lastRequest,
};

export const keyResolvers = { Query, Mutation, ApiKey };
