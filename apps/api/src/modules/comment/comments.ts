import { commentText, listIssues } from '@muster/schema/rules';
import type { Context, Viewer } from '../../context.ts';
import type { RecordEntity } from '../../generated/resolvers.ts';
import { entities } from '../editing/entities.ts';
import { hasRole } from '../editing/permissions.ts';
import { findRecordId } from '../editing/queries/editable.ts';
import { invalid, notAllowed, notFound, type Refusal } from '../editing/results.ts';
import { type CommentRow, findComments, insertComment } from './queries.ts';

interface Named {
  entity: RecordEntity;
  slug: string;
}

export type CommentAnswer = Refusal | { __typename: 'CommentAdded'; comment: CommentRow };

/** Remarks on a record in any state. */
export async function addComment(
  ctx: Context,
  { entity: kind, slug: key, text }: Named & { text: string },
): Promise<CommentAnswer> {
  const { viewer } = ctx;
  if (!hasRole(viewer, 'EDITOR')) return notAllowed('Please sign in to remark on records.');
  const read = commentText.safeParse(text);
  if (!read.success) {
    return invalid(...listIssues(read.error).map(({ message }) => ({ path: 'text', message })));
  }
  const entity = entities[kind];
  const comment = await insertComment(ctx, { entity, key, text: read.data, viewer });
  return comment ? { __typename: 'CommentAdded', comment } : notFound(`There is no ${entity.word} ${key}.`);
}

/** What editors remarked on a record, oldest first; of a deleted one too. */
export async function listComments(
  ctx: Context & { viewer: Viewer },
  { entity: kind, slug }: Named,
): Promise<CommentRow[]> {
  const entity = entities[kind];
  const id = await findRecordId(ctx, entity, slug);
  return id === null ? [] : findComments(ctx, entity.name, id);
}
