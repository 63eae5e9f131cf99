import type { Context } from '../../context.ts';
import type { RecordEntity } from '../../generated/resolvers.ts';
import { listChangedFields } from '../changes/queries.ts';
import { entities } from './entities.ts';
import { findHistory, runTransaction } from './queries/revisions.ts';
import { restoreRecord } from './records.ts';

interface Named {
  entity: RecordEntity;
  slug: string;
}

/** Every change of a record, newest first; of a deleted one too. */
export async function listHistory(ctx: Context, { entity: kind, slug }: Named) {
  const entity = entities[kind];
  const row = await runTransaction(ctx, (transaction) => entity.find(transaction, slug));
  const revisions = await findHistory(ctx, entity.name, row?.id ?? null, slug);
  return revisions.map(({ version, action, actorName, at, reason, isPublic, before, after }) => ({
    version,
    action,
    actor: actorName,
    at,
    reason,
    isPublic,
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
    changedFields: listChangedFields(before, after),
  }));
}

interface Restore extends Named {
  version: number;
  to: number;
  reason?: string | null | undefined;
}

/** Lets a record say again what it said at version `to`. */
export async function restoreRevision(ctx: Context, { entity: kind, slug: key, ...restore }: Restore) {
  const entity = entities[kind];
  const present = async (_: Context, id: number) => {
    const row = await runTransaction(ctx, (transaction) => entity.require(transaction, id));
    const { version } = row;
    return {
      __typename: 'RevisionRestored' as const,
      entity: kind,
      slug: entity.keyOf(row),
      version: Number(version),
    };
  };
  return restoreRecord(ctx, { ...entity, present }, { ...restore, key });
}
