import { GraphQLError } from 'graphql';
import { requireLive } from '../../at-release.ts';
import type { Context } from '../../context.ts';
import type { MutationResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import {
  createCommitment,
  publishCommitment,
  retractCommitment,
  submitCommitment,
  updateCommitment,
} from './commitment.ts';
import { hasRole } from './permissions.ts';
import { findCommitmentInAnyState, findCommitmentsInAnyState } from './queries.ts';

const Query = {
  viewer: (_, __, ctx) => requireLive(ctx).viewer,
  editableCommitment: (_, { slug }, ctx) => findCommitmentInAnyState(requireEditor(ctx), { slug }),
  editableCommitments: (_, args, ctx) => findCommitmentsInAnyState(requireEditor(ctx), args),
} satisfies QueryResolvers;

const Mutation = {
  createCommitment: (_, args, ctx) => createCommitment(ctx, args),
  updateCommitment: (_, args, ctx) => updateCommitment(ctx, args),
  submitCommitment: (_, args, ctx) => submitCommitment(ctx, args),
  publishCommitment: (_, args, ctx) => publishCommitment(ctx, args),
  retractCommitment: (_, args, ctx) => retractCommitment(ctx, args),
} satisfies MutationResolvers;

function requireEditor(ctx: Context): Context {
  if (hasRole(requireLive(ctx).viewer, 'EDITOR')) return ctx;
  throw new GraphQLError('Please sign in to see records that are not published.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

export const editingResolvers = { Query, Mutation };
