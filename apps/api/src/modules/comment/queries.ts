import type { RecordComment } from '@muster/db';
import type { Context, Viewer } from '../../context.ts';
import type { AnyEntity } from '../editing/entities.ts';
import { runTransaction } from '../editing/queries/revisions.ts';

export type CommentRow = RecordComment;

/** Writes a remark on the record as it stands; null where there is none of that key. */
export function insertComment(
  ctx: Context,
  { entity, key, text, viewer }: { entity: AnyEntity; key: string; text: string; viewer: Viewer },
): Promise<CommentRow | null> {
  return runTransaction(ctx, async (transaction) => {
    const row = await entity.find(transaction, key);
    if (row === null) return null;
    const author = { authorId: viewer.id, authorName: viewer.name };
    return transaction.recordComment.create({
      data: { entity: entity.name, entityId: row.id, version: row.version, text, ...author },
    });
  });
}

/** What was remarked on a record, oldest first. */
export function findComments({ live }: Context, entity: string, entityId: number): Promise<CommentRow[]> {
  return live.prisma.recordComment.findMany({ where: { entity, entityId }, orderBy: { id: 'asc' } });
}
