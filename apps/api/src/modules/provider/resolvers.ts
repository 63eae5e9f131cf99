import type { ProviderResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { load } from '../../loading.ts';
import { writeNodeId } from '../../node-id.ts';
import { pageResolvers } from '../../pagination.ts';
import { ownedCounts } from '../count/owned.ts';
import { findCountriesByIso3 } from '../country/queries.ts';
import { findProviderPage, findProvidersBySlug } from './queries.ts';

const Query: Pick<QueryResolvers, 'provider' | 'providers'> = {
  provider: (_, { slug }, ctx) => load(ctx, findProvidersBySlug, slug),
  providers: (_, args, ctx) => findProviderPage(ctx, args),
};

const Provider: ProviderResolvers = {
  id: ({ slug }) => writeNodeId('Provider', slug),
  country: ({ countryIso3 }, _, ctx) =>
    countryIso3 === null ? null : load(ctx, findCountriesByIso3, countryIso3),
  commitments: ({ id }, args, ctx, info) => ownedCounts('provider', 'COMMITMENT', id, args, ctx, info),
  reportedTotals: ({ id }, args, ctx, info) => ownedCounts('provider', 'REPORTED_TOTAL', id, args, ctx, info),
};

export const providerResolvers = { Query, Provider, ProviderConnection: pageResolvers };
