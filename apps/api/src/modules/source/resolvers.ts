import type { QueryResolvers, SourceResolvers } from '../../generated/resolvers.ts';
import { load, loadList } from '../../loading.ts';
import { writeNodeId } from '../../node-id.ts';
import { pageResolvers } from '../../pagination.ts';
import { findClaimsOfSources } from '../count/queries.ts';
import { findEventsOfSources } from '../event/queries.ts';
import { findDerivatives, findSourcePage, findSourcesById, findSourcesBySlug } from './queries.ts';

const Query: Pick<QueryResolvers, 'source' | 'sources'> = {
  source: (_, { slug }, ctx) => load(ctx, findSourcesBySlug, slug),
  sources: (_, args, ctx) => findSourcePage(ctx, args),
};

const Source: SourceResolvers = {
  id: ({ slug }) => writeNodeId('Source', slug),
  derivedFrom: ({ derivedFromId }, _, ctx) =>
    derivedFromId === null ? null : load(ctx, findSourcesById, derivedFromId),
  derivatives: ({ id }, _, ctx) => loadList(ctx, findDerivatives, id),
  claims: async (source, _, ctx) =>
    (await loadList(ctx, findClaimsOfSources, source.id)).map((claim) => ({ ...claim, source })),
  events: ({ id }, _, ctx) => loadList(ctx, findEventsOfSources, id),
};

export const sourceResolvers = { Query, Source, SourceConnection: pageResolvers };
