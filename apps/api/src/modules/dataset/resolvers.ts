import type { DatasetResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { findReleases } from '../release/queries.ts';
import { findDataset, findStatedDays, measureDataset } from './queries.ts';
import { LICENCE, writeCitation } from './words.ts';

const Query: Pick<QueryResolvers, 'dataset'> = {
  dataset: (_, __, ctx) => findDataset(ctx),
};

const Dataset: Omit<DatasetResolvers, 'tables'> = {
  licence: () => LICENCE,
  citation: (dataset, _, { release }) => writeCitation(release ?? dataset),
  release: (_, __, { release }) => release,
  releases: (_, __, ctx) => findReleases(ctx),
  size: (_, __, ctx) => measureDataset(ctx),
  firstStatedOn: async (_, __, ctx) => (await findStatedDays(ctx)).first,
  lastStatedOn: async (_, __, ctx) => (await findStatedDays(ctx)).last,
};

export const datasetResolvers = { Query, Dataset };
