import { InputError } from '../../errors.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { load } from '../../loading.ts';
import { findNodesById } from './queries.ts';

const MOST_IDS = 500;

const Query: Pick<QueryResolvers, 'node' | 'nodes'> = {
  node: (_, { id }, ctx) => load(ctx, findNodesById, id),
  nodes: (_, { ids }, ctx) => {
    if (ids.length > MOST_IDS) throw new InputError('ids', `${ids.length} ids; give at most ${MOST_IDS}`);
    return Promise.all(ids.map((id) => load(ctx, findNodesById, id)));
  },
};

export const nodeResolvers = { Query };
