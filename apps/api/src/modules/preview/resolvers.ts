import type { QueryResolvers } from '../../generated/resolvers.ts';
import { requireEditor } from '../editing/permissions.ts';
import { previewRecord } from './preview.ts';

const Query = {
  previewRecord: (_, args, ctx) => previewRecord(requireEditor(ctx), args),
} satisfies QueryResolvers;

export const previewResolvers = { Query };
