import type { Context } from '../../context.ts';
import { InputError } from '../../errors.ts';
import type { EditableRecordResolvers, RecordAction, RecordEntity } from '../../generated/resolvers.ts';
import { load } from '../../loading.ts';
import { type AnyEntity, entities } from './entities.ts';
import type { Stored } from './entity.ts';
import { type Action, findRefusal, findStateProblem } from './permissions.ts';
import {
  type Authorship,
  findAuthorships,
  findByState,
  findRow,
  findRowReferrers,
  isRowSeen,
} from './queries/editable.ts';
import { runTransaction } from './queries/revisions.ts';
import { sendBackRecord } from './records.ts';
import { invalid } from './results.ts';

/** A record of any kind, as editors see it. */
export interface EditableRecordRow {
  entity: AnyEntity;
  row: Stored;
}

interface Named {
  entity: RecordEntity;
  slug: string;
}

export async function findEditableRecord(
  ctx: Context,
  { entity: kind, slug }: Named,
): Promise<EditableRecordRow | null> {
  const entity = entities[kind];
  const row = await findRow(ctx, entity, slug);
  return row && { entity, row };
}

const MOST = 500;

interface Bounded {
  limit?: number | null;
}

/** Counts and events that wait for review, last changed first. */
export async function listReviewQueue(ctx: Context, { limit }: Bounded): Promise<EditableRecordRow[]> {
  const rows = await findByState(ctx, { state: 'IN_REVIEW', authorId: null, limit: requireLimit(limit) });
  return rows.map(toEditable);
}

/** Drafts of counts and events that the viewer wrote, last changed first. */
export async function listOwnDrafts(ctx: Context, { limit }: Bounded): Promise<EditableRecordRow[]> {
  const authorId = ctx.viewer?.id ?? '';
  const rows = await findByState(ctx, { state: 'DRAFT', authorId, limit: requireLimit(limit) });
  return rows.map(toEditable);
}

function requireLimit(limit: number | null | undefined): number {
  const many = limit ?? 50;
  if (many < 1 || many > MOST) throw new InputError('limit', `${many} is not from 1 to ${MOST}`);
  return many;
}

const toEditable = ({ entity, row }: { entity: RecordEntity; row: Stored }): EditableRecordRow => ({
  entity: entities[entity],
  row,
});

const NOBODY: Authorship = { createdBy: null, changedBy: null, authorId: null };

async function loadAuthorship(ctx: Context, { entity, row }: EditableRecordRow): Promise<Authorship> {
  return (await load(ctx, findAuthorships, `${entity.name} ${row.id}`)) ?? NOBODY;
}

async function isOwn(record: EditableRecordRow, ctx: Context): Promise<boolean> {
  const { authorId } = await loadAuthorship(ctx, record);
  return authorId !== null && authorId === ctx.viewer?.id;
}

function isSeen({ entity, row }: EditableRecordRow, ctx: Context): Promise<boolean> {
  return isRowSeen(ctx, entity, row);
}

const ACTIONS: [RecordAction, Exclude<Action, 'create'>][] = [
  ['UPDATE', 'update'],
  ['SUBMIT', 'submit'],
  ['SEND_BACK', 'sendBack'],
  ['PUBLISH', 'publish'],
  ['RETRACT', 'retract'],
  ['DELETE', 'delete'],
];

async function listActions(record: EditableRecordRow, ctx: Context): Promise<RecordAction[]> {
  const { entity, row } = record;
  const standing = { isSeen: await isSeen(record, ctx), isOwn: await isOwn(record, ctx) };
  return ACTIONS.filter(([, action]) => {
    if (row.state === undefined && action !== 'update' && action !== 'delete') return false;
    if (action === 'delete' && !entity.remove) return false;
    if (row.state !== undefined && findStateProblem(action, row.state) !== null) return false;
    return findRefusal(ctx.viewer, action, standing) === null;
  }).map(([name]) => name);
}

export const editableRecordResolvers: EditableRecordResolvers = {
  entity: ({ entity }) => entity.entity,
  slug: ({ entity, row }) => entity.keyOf(row),
  title: ({ entity, row }) => entity.titleOf(row),
  version: ({ row }) => row.version,
  state: ({ row }) => row.state ?? null,
  isSeen: (record, _, ctx) => isSeen(record, ctx),
  retractedReason: ({ row }) => row.retractedReason ?? null,
  input: ({ entity, row }) => JSON.stringify(entity.toInput(row)),
  createdBy: async (record, _, ctx) => (await loadAuthorship(ctx, record)).createdBy,
  changedBy: async (record, _, ctx) => (await loadAuthorship(ctx, record)).changedBy,
  changedAt: ({ row }) => row.updatedAt,
  isOwn: (record, _, ctx) => isOwn(record, ctx),
  actions: (record, _, ctx) => listActions(record, ctx),
  referrers: ({ entity, row }, _, ctx) => findRowReferrers(ctx, entity, row),
};

interface SendBack extends Named {
  version: number;
  reason: string;
}

/** From review back to its author; see `sendBackRecord`. */
export async function sendBack(ctx: Context, { entity: kind, slug: key, ...target }: SendBack) {
  const entity = entities[kind];
  if (ctx.viewer !== null && !entity.move) {
    return invalid({ path: 'entity', message: `a ${entity.word} has no states; nothing waits for review` });
  }
  const present = async (_: Context, id: number) => {
    const row = await runTransaction(ctx, (transaction) => entity.require(transaction, id));
    return {
      __typename: 'RecordSentBack' as const,
      entity: kind,
      slug: entity.keyOf(row),
      version: Number(row.version),
    };
  };
  return sendBackRecord(ctx, { ...entity, present }, { ...target, key });
}
