import { findViolatedConstraint, type TransactionClient } from '@muster/db';
import {
  type Content,
  type FieldConflict,
  listIssues,
  listUnseen,
  mergeEdits,
  optionalText,
} from '@muster/schema/rules';
import type { Context, Viewer } from '../../context.ts';
import { toFieldProblem } from './constraints.ts';
import type { Entity, Stored } from './entity.ts';
import { type Action, findRefusal, findStateProblem } from './permissions.ts';
import {
  findAuthorId,
  findBase,
  findDeletion,
  type RevisionAction,
  recordRevision,
  runTransaction,
} from './queries/revisions.ts';
import { type EditConflict, invalid, isAnswer, notAllowed, notFound, type Refusal } from './results.ts';

/** Which record, as read at which version, and why it changes. */
export interface Target {
  key: string;
  version: number;
  reason?: string | null | undefined;
}

/** An edit that may go ahead: who, why, and the record as it stands in the transaction. */
export interface Editing<Row> {
  transaction: TransactionClient;
  viewer: Viewer;
  reason: string | null;
  row: Row;
}

/** `Lost`: somebody else was faster in between; the work is done again from the start. */
export type Outcome<Done = never> =
  | Refusal
  | EditConflict
  | Done
  | { __typename: 'Written'; id: number }
  | { __typename: 'Lost' };

export const LOST = { __typename: 'Lost' } as const;
const MOST_TRIES = 8;

const reasonRule = optionalText(1000);

/** The reason, trimmed, or what is wrong with it. */
export function readReason(reason: string | null | undefined): { reason: string | null } | Refusal {
  const read = reasonRule.safeParse(reason ?? null);
  if (read.success) return { reason: read.data };
  return invalid(...listIssues(read.error).map(({ message }) => ({ path: 'reason', message })));
}

/**
 * Runs `work` on a stored record if the viewer may and its state allows it. Where the record is no longer as it was read,
 * an update may still be merged: `work` decides; whatever else was asked for is a conflict.
 */
export async function editRecord<Row extends Stored, Input extends object, Saved, Done = never>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  { key, version, reason: given }: Target,
  action: Exclude<Action, 'create'>,
  work: (editing: Editing<Row>) => Promise<Outcome<Done>>,
): Promise<Saved | Refusal | EditConflict | Done> {
  const { viewer } = ctx;
  if (viewer === null) return notAllowed(findRefusal(null, action, null) ?? '');
  const read = readReason(given);
  if (isAnswer(read)) return read;
  return answer<Row, Input, Saved, Done>(ctx, entity, async (transaction): Promise<Outcome<Done>> => {
    const row = await entity.find(transaction, key);
    if (row === null) return notFound(await explainMissing(transaction, entity, key));
    const isOwn =
      (action === 'publish' || action === 'sendBack') &&
      (await findAuthorId(transaction, { entity: entity.name, entityId: row.id })) === viewer.id;
    const refusal = findRefusal(viewer, action, { isSeen: await entity.isSeen(transaction, row), isOwn });
    if (refusal !== null) return notAllowed(refusal);
    if (row.version !== version && action !== 'update') {
      return toConflict(transaction, entity, row, version, null);
    }
    const problem = row.state === undefined ? null : findStateProblem(action, row.state);
    const isStale = row.version !== version;
    if (problem !== null && !isStale) return invalid({ path: 'state', message: problem });
    return work({ transaction, viewer, row, reason: describe(action, isOwn, read.reason) });
  });
}

function describe(action: Action, isOwn: boolean, reason: string | null): string | null {
  if (action !== 'publish' || !isOwn) return reason;
  return reason === null ? 'published own work' : `published own work: ${reason}`;
}

async function explainMissing<Row extends Stored, Input extends object, Saved>(
  transaction: TransactionClient,
  { name, word }: Entity<Row, Input, Saved>,
  key: string,
): Promise<string> {
  const deletion = await findDeletion(transaction, name, key);
  if (deletion === null) return `There is no ${word} ${key}.`;
  return `There is no ${word} ${key} any more: ${deletion.actorName} deleted it on ${deletion.at.toISOString().slice(0, 10)}.`;
}

/** Mine and what others wrote since `version`, in one; or the conflict, where that cannot be. */
export async function mergeInput<Row extends Stored, Input extends object, Saved>(
  transaction: TransactionClient,
  entity: Entity<Row, Input, Saved>,
  row: Row,
  version: number,
  mine: Input,
): Promise<{ merged: unknown } | EditConflict> {
  if (row.version === version) return { merged: mine };
  const conflict = await toConflict(transaction, entity, row, version, mine);
  return 'merged' in conflict && conflict.fields.length === 0 ? { merged: conflict.merged } : conflict;
}

async function toConflict<Row extends Stored, Input extends object, Saved>(
  transaction: TransactionClient,
  entity: Entity<Row, Input, Saved>,
  row: Row,
  version: number,
  mine: Input | null,
): Promise<EditConflict & { merged?: Content }> {
  const record = { entity: entity.name, entityId: row.id };
  const { input: original, state, changedBy, changedAt } = await findBase(transaction, record, version);
  const conflict: EditConflict = {
    __typename: 'EditConflict',
    entity: entity.entity,
    slug: entity.keyOf(row),
    currentVersion: row.version,
    changedBy,
    changedAt,
    fields: [],
  };
  if (original === null) return conflict;
  const theirs = entity.toInput(row) as Content;
  const moved =
    state !== null && row.state !== undefined && state !== row.state ? [toMoved(state, row.state)] : [];
  if (mine === null) return { ...conflict, fields: [...listUnseen(original, theirs), ...moved] };
  const { merged, conflicts } = mergeEdits(original, theirs, mine as Content);
  // What was written for a draft must not come before readers unseen, nor be kept from them.
  const isUnseen = (state === 'PUBLISHED') !== (row.state === 'PUBLISHED');
  return { ...conflict, merged, fields: [...conflicts, ...(isUnseen ? moved : [])] };
}

const toMoved = (original: string, theirs: string): FieldConflict => ({
  field: 'state',
  original: JSON.stringify(original),
  theirs: JSON.stringify(theirs),
  mine: null,
});

/** Keeps the history of a change that was written to `row`, and tells readers where they see it. */
export async function recordChange<Row extends Stored, Input extends object, Saved>(
  entity: Entity<Row, Input, Saved>,
  { transaction, viewer, reason, row }: Editing<Row>,
  action: RevisionAction,
): Promise<{ __typename: 'Written'; id: number }> {
  const after = await entity.require(transaction, row.id);
  await recordRevision(transaction, {
    entity: entity.name,
    entityId: row.id,
    slug: entity.keyOf(after),
    version: after.version,
    viewer,
    action,
    reason,
    before: entity.toInput(row),
    after: entity.toInput(after),
    isPublic: entity.isPublic(row) || entity.isPublic(after),
  });
  return { __typename: 'Written', id: row.id };
}

/** Runs `work` in one transaction, again where it was overtaken, and makes the contract's answer of its outcome. */
export async function answer<Row extends Stored, Input extends object, Saved, Done = never>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  work: (transaction: TransactionClient) => Promise<Outcome<Done>>,
): Promise<Saved | Refusal | EditConflict | Done> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const outcome = await runTransaction(ctx, work).catch(toOutcome);
    if (hasName(outcome, 'Lost')) continue;
    if (!hasName(outcome, 'Written')) return outcome as Refusal | EditConflict | Done;
    const saved = await entity.present(ctx, (outcome as { id: number }).id);
    if (saved === null) throw new Error(`${entity.word} ${(outcome as { id: number }).id} is gone`);
    return saved;
  }
  throw new Error(`${entity.word} was changed by others ${MOST_TRIES} times meanwhile`);
}

const hasName = (value: unknown, name: string) =>
  typeof value === 'object' && value !== null && '__typename' in value && value.__typename === name;

/** What Prisma calls a transaction that the database ended to let another go on. */
const DEADLOCK = 'P2034';

/** Something began to refer to a record while it was being deleted. */
export class BeingUsed extends Error {
  override name = 'BeingUsed';
}

function toOutcome(error: unknown): Refusal | typeof LOST {
  if (error instanceof BeingUsed) {
    return invalid({ path: '', message: 'another record refers to it since a moment ago; look again' });
  }
  if (error instanceof Error && 'code' in error && error.code === DEADLOCK) return LOST;
  const constraint = findViolatedConstraint(error);
  const problem = constraint === null ? null : toFieldProblem(constraint);
  if (problem === null) throw error;
  return invalid(problem);
}
