import type { MutationResolvers, QueryResolvers, RecordCommentResolvers } from '../../generated/resolvers.ts';
import { requireEditor } from '../editing/permissions.ts';
import { addComment, listComments } from './comments.ts';

const Query = {
  comments: (_, args, ctx) => listComments(requireEditor(ctx), args),
} satisfies QueryResolvers;

const Mutation = {
  addComment: (_, args, ctx) => addComment(ctx, args),
} satisfies MutationResolvers;

const RecordComment: RecordCommentResolvers = {
  id: ({ id }) => String(id),
  author: ({ authorName }) => authorName,
};

export const commentResolvers = { Query, Mutation, RecordComment };
