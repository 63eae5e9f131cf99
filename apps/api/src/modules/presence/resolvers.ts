import type { MutationResolvers } from '../../generated/resolvers.ts';
import { requireEditor } from '../editing/permissions.ts';
import { leavePresence, touchPresence } from './presence.ts';

const Mutation = {
  touchPresence: (_, args, ctx) => touchPresence(requireEditor(ctx), args),
  leavePresence: (_, args, ctx) => leavePresence(requireEditor(ctx), args),
} satisfies MutationResolvers;

export const presenceResolvers = { Mutation };
