import type { ProgramResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { load } from '../../loading.ts';
import { writeNodeId } from '../../node-id.ts';
import { pageResolvers } from '../../pagination.ts';
import { ownedCounts } from '../count/owned.ts';
import { ownedEvents } from '../event/owned.ts';
import { findProgramPage, findProgramsBySlug } from './queries.ts';

const Query: Pick<QueryResolvers, 'program' | 'programs'> = {
  program: (_, { slug }, ctx) => load(ctx, findProgramsBySlug, slug),
  programs: (_, args, ctx) => findProgramPage(ctx, args),
};

const Program: ProgramResolvers = {
  id: ({ slug }) => writeNodeId('Program', slug),
  commitments: ({ id }, args, ctx, info) => ownedCounts('program', 'COMMITMENT', id, args, ctx, info),
  reportedTotals: ({ id }, args, ctx, info) => ownedCounts('program', 'REPORTED_TOTAL', id, args, ctx, info),
  events: ({ id }, args, ctx) => ownedEvents('program', id, args, ctx),
};

export const programResolvers = { Query, Program, ProgramConnection: pageResolvers };
