import type { MutationResolvers, ReleaseFileResolvers, ReleaseResolvers } from '../../generated/resolvers.ts';
import { measureDataset } from '../dataset/queries.ts';
import { writeCitation } from '../dataset/words.ts';
import { createRelease } from './create.ts';
import { findReleaseFiles } from './queries.ts';

const Mutation: Pick<MutationResolvers, 'createRelease'> = {
  createRelease: (_, { name }, ctx) => createRelease(ctx, name ?? null),
};

const Release: ReleaseResolvers = {
  citation: (release) => writeCitation(release),
  url: ({ name }, _, { publicUrl }) => `${publicUrl}/data/releases/${name}`,
  size: ({ name, knownOn }, _, { live }) => measureDataset({ db: live.atRelease(name), today: knownOn }),
  files: ({ name }, _, { live }) => findReleaseFiles(live, name),
};

const ReleaseFile: ReleaseFileResolvers = {
  url: ({ release, name }, _, { publicUrl }) => `${publicUrl}/data/releases/${release}/${name}`,
};

export const releaseResolvers = { Mutation, Release, ReleaseFile };
