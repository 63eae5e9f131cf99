import type { QueryResolvers } from '../../generated/resolvers.ts';
import { search } from './queries.ts';

const Query: Pick<QueryResolvers, 'search'> = {
  search: (_, { text, first }, ctx) => search(ctx, text, first ?? 20),
};

export const searchResolvers = { Query };
