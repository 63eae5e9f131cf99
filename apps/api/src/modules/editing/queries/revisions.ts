import {
  bumpDataRevision,
  Prisma,
  type RecordState,
  type Revision,
  type TransactionClient,
} from '@muster/db';
import type { Context, Viewer } from '../../../context.ts';

export type RevisionAction =
  | 'CREATED'
  | 'UPDATED'
  | 'SUBMITTED'
  | 'SENT_BACK'
  | 'PUBLISHED'
  | 'RETRACTED'
  | 'DELETED';

/** Actions that write what a record says; the others only move it along. */
export const CONTENT_ACTIONS = ['IMPORTED', 'CREATED', 'UPDATED'];
const STATES: Record<string, RecordState> = {
  IMPORTED: 'PUBLISHED',
  CREATED: 'DRAFT',
  SUBMITTED: 'IN_REVIEW',
  SENT_BACK: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  RETRACTED: 'RETRACTED',
};

/** All that `work` writes stands, or none of it; where `work` throws, none. */
export function runTransaction<Result>(
  { live }: Context,
  work: (transaction: TransactionClient) => Promise<Result>,
): Promise<Result> {
  return live.prisma.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

export interface RevisionParts {
  entity: string;
  entityId: number;
  slug: string;
  version: number;
  viewer: Viewer;
  action: RevisionAction;
  reason: string | null;
  before: object | null;
  after: object | null;
  isPublic: boolean;
}

/** Writes the history's row and, for what readers see, raises the data revision. Call it last in the transaction. */
export async function recordRevision(
  transaction: TransactionClient,
  { viewer, before, after, ...revision }: RevisionParts,
): Promise<void> {
  await transaction.revision.create({
    data: {
      ...revision,
      actorId: viewer.id,
      actorName: viewer.name,
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
    },
    select: { id: true },
  });
  if (revision.isPublic) await bumpDataRevision(transaction);
}

interface Named {
  entity: string;
  entityId: number;
}

/** Who wrote what the record says now; null where that is nobody with an account (the imported dataset). */
export async function findAuthorId(transaction: TransactionClient, record: Named): Promise<string | null> {
  const revision = await transaction.revision.findFirst({
    where: { ...record, action: { in: CONTENT_ACTIONS } },
    orderBy: { version: 'desc' },
    select: { actorId: true },
  });
  return revision?.actorId ?? null;
}

/** What a record said and which state it had at a version, and who changed it last; null: it never had that version. */
export interface Base {
  input: Record<string, unknown> | null;
  state: RecordState | null;
  changedBy: string;
  changedAt: Date | null;
}

/** `version`: below the one that stands; what it said is what the change after it began from. */
export async function findBase(
  transaction: TransactionClient,
  record: Named,
  version: number,
): Promise<Base> {
  const changes = await transaction.revision.findMany({
    where: { ...record },
    orderBy: { version: 'asc' },
    select: { version: true, action: true, actorName: true, at: true },
  });
  const next = await transaction.revision.findFirst({
    where: { ...record, version: version + 1 },
    select: { before: true },
  });
  const last = changes.at(-1);
  const state = changes.findLast((change) => change.version <= version && change.action in STATES);
  return {
    input: (next?.before as Base['input']) ?? null,
    state: state ? (STATES[state.action] ?? null) : null,
    changedBy: last?.actorName ?? 'somebody',
    changedAt: last?.at ?? null,
  };
}

/** Who deleted the record that had this slug; null: nobody. */
export function findDeletion(transaction: TransactionClient, entity: string, slug: string) {
  return transaction.revision.findFirst({
    where: { entity, slug, action: 'DELETED' },
    orderBy: { id: 'desc' },
    select: { actorName: true, at: true },
  });
}

/** What a record said at a version; null where there is no such version, or it was deleted by it. */
export async function findContent(
  transaction: TransactionClient,
  record: Named,
  version: number,
): Promise<object | null> {
  const revision = await transaction.revision.findFirst({
    where: { ...record, version },
    select: { after: true },
  });
  if (revision) return revision.after as object | null;
  const next = await transaction.revision.findFirst({
    where: { ...record, version: version + 1 },
    select: { before: true },
  });
  return (next?.before as object | null | undefined) ?? null;
}

/** Number of the record that bore a key last, whether or not it is still there; null: none did. */
export async function findLastBearer(
  { live }: Context,
  entity: string,
  slug: string,
): Promise<number | null> {
  const revision = await live.prisma.revision.findFirst({
    where: { entity, slug },
    orderBy: { id: 'desc' },
    select: { entityId: true },
  });
  return revision?.entityId ?? null;
}

/** Every change of the record that has this key, newest first; where none has, of the last that had. */
export async function findHistory(
  ctx: Context,
  entity: string,
  id: number | null,
  slug: string,
): Promise<Revision[]> {
  const entityId = id ?? (await findLastBearer(ctx, entity, slug));
  if (entityId === null) return [];
  return ctx.live.prisma.revision.findMany({ where: { entity, entityId }, orderBy: { version: 'desc' } });
}
