import type { CountryResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { load, loadList } from '../../loading.ts';
import { writeNodeId } from '../../node-id.ts';
import { pageResolvers } from '../../pagination.ts';
import { ownedCounts } from '../count/owned.ts';
import { ownedEvents } from '../event/owned.ts';
import { findGroupsByCode, findGroupsOfCountries } from '../group/queries.ts';
import { findProvidersOfCountries } from '../provider/queries.ts';
import { findCountriesByIso3, findCountryPage } from './queries.ts';

const Query: Pick<QueryResolvers, 'country' | 'countries'> = {
  country: (_, { iso3 }, ctx) => load(ctx, findCountriesByIso3, iso3),
  countries: (_, args, ctx) => findCountryPage(ctx, args),
};

const Country: CountryResolvers = {
  id: ({ iso3 }) => writeNodeId('Country', iso3),
  region: ({ regionM49 }, _, ctx) =>
    regionM49 === null ? null : load(ctx, findGroupsByCode, `M49:${regionM49}`),
  subregion: ({ subregionM49 }, _, ctx) =>
    subregionM49 === null ? null : load(ctx, findGroupsByCode, `M49:${subregionM49}`),
  groups: ({ iso3 }, { on }, ctx) => loadList(ctx, findGroupsOfCountries, iso3, on ?? ctx.today),
  provider: ({ iso3 }, _, ctx) => load(ctx, findProvidersOfCountries, iso3),
  commitments: ({ iso3 }, args, ctx, info) => ownedCounts('country', 'COMMITMENT', iso3, args, ctx, info),
  reportedTotals: ({ iso3 }, args, ctx, info) =>
    ownedCounts('country', 'REPORTED_TOTAL', iso3, args, ctx, info),
  events: ({ iso3 }, args, ctx) => ownedEvents('country', iso3, args, ctx),
};

export const countryResolvers = { Query, Country, CountryConnection: pageResolvers };
