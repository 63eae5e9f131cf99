import type { DatasetResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { findReleases } from '../release/queries.ts';
import { findDataset, findStatedDays, measureDataset } from './queries.ts';
import { writeCitation } from './words.ts';

const Query: Pick<QueryResolvers, 'dataset'> = {
  dataset: (_, __, ctx) => findDataset(ctx),
};

const LICENCE = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
};

const Dataset: DatasetResolvers = {
  licence: () => LICENCE,
  citation: (dataset, _, { release }) => writeCitation(release ?? dataset),
  release: (_, __, { release }) => release,
  releases: (_, __, ctx) => findReleases(ctx),
  size: (_, __, ctx) => measureDataset(ctx),
  firstStatedOn: async (_, __, ctx) => (await findStatedDays(ctx)).first,
  lastStatedOn: async (_, __, ctx) => (await findStatedDays(ctx)).last,
};

export const datasetResolvers = { Query, Dataset };
