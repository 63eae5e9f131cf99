import { GraphQLError } from 'graphql';
import { requireLive } from '../../at-release.ts';
import type { Context } from '../../context.ts';
import type {
  FindingConnectionResolvers,
  FindingResolvers,
  MutationResolvers,
  QualityDeskResolvers,
  QueryResolvers,
} from '../../generated/resolvers.ts';
import { pageResolvers } from '../../pagination.ts';
import { hasRole } from '../editing/permissions.ts';
import { countKinds, findFindingPage, openDesk, writeFindingId } from './desk.ts';
import { dismissFinding, reopenFinding } from './dismissal.ts';

const Query = {
  qualityDesk: (_, __, ctx) => openDesk(requireEditor(ctx)),
} satisfies QueryResolvers;

const Mutation = {
  dismissFinding: (_, args, ctx) => dismissFinding(ctx, args),
  reopenFinding: (_, args, ctx) => reopenFinding(ctx, args),
} satisfies MutationResolvers;

const QualityDesk: QualityDeskResolvers = {
  kinds: (desk) => countKinds(desk),
  findings: (desk, args) => findFindingPage(desk, args),
};

const Finding: FindingResolvers = {
  id: writeFindingId,
  dismissal: ({ dismissal }) => dismissal && { ...dismissal, by: dismissal.actorName },
};

const FindingConnection: FindingConnectionResolvers = pageResolvers;

function requireEditor(ctx: Context): Context {
  if (hasRole(requireLive(ctx).viewer, 'EDITOR')) return ctx;
  throw new GraphQLError('Please sign in as an editor to see what is wrong with the records.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

export const qualityResolvers = { Query, Mutation, QualityDesk, Finding, FindingConnection };
