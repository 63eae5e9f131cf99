import type { QueryResolvers } from '../../generated/resolvers.ts';
import { pageResolvers } from '../../pagination.ts';
import { findChangePage } from './queries.ts';

const Query: Pick<QueryResolvers, 'changes'> = {
  changes: (_, args, ctx) => findChangePage(ctx, args),
};

export const changesResolvers = { Query, RevisionConnection: pageResolvers };
