import { isDeepStrictEqual } from 'node:util';
import { findViolatedConstraint, type TransactionClient } from '@muster/db';
import { listIssues } from '@muster/schema/rules';
import type { Context } from '../../context.ts';
import { toDate, toDay } from '../../days.ts';
import {
  answer,
  BeingUsed,
  type Editing,
  editRecord,
  LOST,
  mergeInput,
  type Outcome,
  readReason,
  recordChange,
  type Target,
} from './engine.ts';
import type { Entity, Move, Stored } from './entity.ts';
import { findRefusal, findStateProblem } from './permissions.ts';
import { findReferences } from './queries/references.ts';
import { findContent, type RevisionAction, recordRevision, runTransaction } from './queries/revisions.ts';
import { findUnknownNames, type References } from './references.ts';
import {
  type EditConflict,
  type FieldProblem,
  invalid,
  isAnswer,
  notAllowed,
  type RecordDeleted,
  type Refusal,
} from './results.ts';

interface Draft {
  /** As the caller gives it: not yet checked by the rules. */
  input: unknown;
  reason?: string | null | undefined;
}

type Answer<Saved> = Promise<Saved | Refusal | EditConflict>;

/** Writes a new record: a draft where the kind has states, else one that holds at once. */
export async function createRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  { input, reason }: Draft,
): Answer<Saved> {
  const { viewer, today } = ctx;
  if (viewer === null) return notAllowed(findRefusal(null, 'create', null) ?? '');
  const why = readReason(reason);
  if (isAnswer(why)) return why;
  const { insert } = entity;
  if (!insert) throw new Error(`no new ${entity.word} can be written`);
  return answer(ctx, entity, async (transaction): Promise<Outcome> => {
    const read = await readInput(transaction, entity, input, null);
    if (isAnswer(read)) return read;
    const isSeen = entity.willBeSeen?.(read.input, read.references) ?? false;
    const refusal = findRefusal(viewer, 'create', { isSeen, isOwn: true });
    if (refusal !== null) return notAllowed(refusal);
    const row = await entity.require(
      transaction,
      await insert(transaction, read.input, read.references, today),
    );
    await recordRevision(transaction, {
      entity: entity.name,
      entityId: row.id,
      slug: entity.keyOf(row),
      version: row.version,
      viewer,
      action: 'CREATED',
      before: null,
      after: entity.toInput(row),
      isPublic: entity.isPublic(row),
      ...why,
    });
    return { __typename: 'Written', id: row.id };
  });
}

/**
 * Replaces what a record says. Where others changed it since it was read, both changes stand if they are of different
 * fields. An input that says the same writes nothing.
 */
export function updateRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  { input, ...target }: Target & Draft,
): Answer<Saved> {
  return editRecord(ctx, entity, target, 'update', (editing) =>
    writeInput(ctx, entity, editing, target.version, input),
  );
}

/** Lets a record say again what it said at version `to`: an update like any other. */
export function restoreRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  { to, reason, ...target }: Target & { to: number },
): Answer<Saved> {
  const why = reason?.trim() ? `restored version ${to}: ${reason.trim()}` : `restored version ${to}`;
  return editRecord(ctx, entity, { ...target, reason: why }, 'update', async (editing): Promise<Outcome> => {
    const { transaction, row } = editing;
    const record = { entity: entity.name, entityId: row.id };
    const input = await findContent(transaction, record, to);
    if (input === null) {
      return invalid({ path: 'to', message: `the record has no version ${to}; choose one of its history` });
    }
    return writeInput(ctx, entity, editing, target.version, input);
  });
}

async function writeInput<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  editing: Editing<Row>,
  version: number,
  given: unknown,
): Promise<Outcome> {
  const { transaction, row, viewer } = editing;
  const mine = parseInput(entity, given);
  if (isAnswer(mine)) return mine;
  const merged = await mergeInput(transaction, entity, row, version, mine.input);
  if (isAnswer(merged)) return merged;
  const problem = row.state === undefined ? null : findStateProblem('update', row.state);
  if (problem !== null) return invalid({ path: 'state', message: problem });
  const read = await readInput(transaction, entity, merged.merged, row);
  if (isAnswer(read)) return read;
  if (isDeepStrictEqual(read.input, entity.toInput(row))) return { __typename: 'Written', id: row.id };
  const isSeen = entity.willBeSeen?.(read.input, read.references) ?? false;
  const refusal = findRefusal(viewer, 'update', { isSeen, isOwn: true });
  if (refusal !== null) return notAllowed(refusal);
  if (!(await entity.write(transaction, row, read.input, read.references, ctx.today))) return LOST;
  return recordChange(entity, editing, 'UPDATED');
}

export function submitRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  target: Target,
): Answer<Saved> {
  return editRecord(ctx, entity, target, 'submit', (editing) =>
    moveRecord(entity, editing, 'SUBMITTED', { state: 'IN_REVIEW' }),
  );
}

/** Back to its author as a draft: by a reviewer, or by the author. `reason`: what is to be changed. */
export function sendBackRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  target: Target,
): Answer<Saved> {
  return editRecord(ctx, entity, target, 'sendBack', async (editing): Promise<Outcome> => {
    if (editing.reason === null) {
      return invalid({ path: 'reason', message: 'say what is to be changed; other editors see it' });
    }
    return moveRecord(entity, editing, 'SENT_BACK', { state: 'DRAFT' });
  });
}

/** Publishes for the first time, or again after it was taken back. */
export function publishRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  target: Target,
): Answer<Saved> {
  return editRecord(ctx, entity, target, 'publish', async (editing) => {
    const { transaction, row } = editing;
    const recordedOn = toDay(row.publishedAt ?? null) ?? ctx.today;
    const knownOn = await entity.findKnownOn?.(transaction, row, recordedOn);
    return moveRecord(entity, editing, 'PUBLISHED', {
      state: 'PUBLISHED',
      publishedAt: row.publishedAt ?? new Date(),
      retractedReason: null,
      ...(knownOn !== undefined && { knownOn: toDate(knownOn) }),
    });
  });
}

export function retractRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  target: Target,
): Answer<Saved> {
  return editRecord(ctx, entity, target, 'retract', async (editing): Promise<Outcome> => {
    const { reason } = editing;
    if (reason === null) {
      return invalid({ path: 'reason', message: 'say why the record is taken back; readers see it' });
    }
    return moveRecord(entity, editing, 'RETRACTED', { state: 'RETRACTED', retractedReason: reason });
  });
}

async function moveRecord<Row extends Stored, Input extends object, Saved>(
  entity: Entity<Row, Input, Saved>,
  editing: Editing<Row>,
  action: RevisionAction,
  move: Move,
): Promise<Outcome> {
  if (!entity.move) throw new Error(`${entity.word} has no states`);
  if (!(await entity.move(editing.transaction, editing.row, move))) return LOST;
  return recordChange(entity, editing, action);
}

/** Deletes what nothing refers to; the history stays. */
export function deleteRecord<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  target: Target,
): Promise<RecordDeleted | Refusal | EditConflict> {
  return editRecord<Row, Input, never, RecordDeleted>(
    ctx,
    { ...entity, present: async () => null },
    target,
    'delete',
    async ({ transaction, viewer, row, reason }): Promise<Outcome<RecordDeleted>> => {
      const referrers = (await entity.findReferrers?.(transaction, row)) ?? [];
      if (referrers.length > 0) {
        return invalid({ path: '', message: `${referrers.join(', ')} refer to it; change these first` });
      }
      if (!(await entity.remove?.(transaction, row).catch(toBeingUsed))) return LOST;
      const slug = entity.keyOf(row);
      await recordRevision(transaction, {
        entity: entity.name,
        entityId: row.id,
        slug,
        version: row.version + 1,
        viewer,
        action: 'DELETED',
        reason,
        before: entity.toInput(row),
        after: null,
        isPublic: entity.isPublic(row),
      });
      return { __typename: 'RecordDeleted', entity: entity.entity, slug };
    },
  );
}

function toBeingUsed(error: unknown): never {
  throw findViolatedConstraint(error)?.endsWith('_fkey') ? new BeingUsed() : error;
}

function parseInput<Row extends Stored, Input extends object, Saved>(
  { rules }: Entity<Row, Input, Saved>,
  given: unknown,
): { input: Input } | Refusal {
  const parsed = rules.safeParse(given);
  if (parsed.success) return { input: parsed.data };
  return invalid(...listIssues(parsed.error).map(({ field, message }) => ({ path: field, message })));
}

/** The input by the rules and by what the database knows; `row` is what it replaces. */
async function readInput<Row extends Stored, Input extends object, Saved>(
  transaction: TransactionClient,
  entity: Entity<Row, Input, Saved>,
  given: unknown,
  row: Row | null,
): Promise<{ input: Input; references: References } | Refusal> {
  const parsed = parseInput(entity, given);
  if (isAnswer(parsed)) return parsed;
  const { input } = parsed;
  const mentions = entity.listMentions(input);
  const references = await findReferences(transaction, mentions);
  const problems = [
    ...(await findNameProblems(transaction, entity, input, row)),
    ...findUnknownNames(mentions, references),
  ];
  if (problems.length > 0) return invalid(...problems);
  const others = (await entity.findProblems?.(transaction, input, references, row)) ?? [];
  return others.length > 0 ? invalid(...others) : { input, references };
}

async function findNameProblems<Row extends Stored, Input extends object, Saved>(
  transaction: TransactionClient,
  entity: Entity<Row, Input, Saved>,
  input: Input,
  row: Row | null,
): Promise<FieldProblem[]> {
  const before = row && entity.toInput(row);
  const isChanged = (field: keyof Input) => before === null || before[field] !== input[field];
  const isKept = row !== null && (await entity.isSeen(transaction, row));
  const problems: FieldProblem[] = [];
  for (const field of new Set([...entity.fixed, ...entity.unique])) {
    if (!isChanged(field)) continue;
    if (before && isKept && entity.fixed.includes(field)) {
      problems.push({
        path: field,
        message: `was published and others link to it: keep ${String(before[field])}`,
      });
    } else if (entity.unique.includes(field) && (await entity.isTaken(transaction, field, input))) {
      problems.push({ path: field, message: 'is taken by another record; choose another' });
    }
  }
  return problems;
}

/** The record as the contract gives it, in any state; null where there is none. */
export async function findSaved<Row extends Stored, Input extends object, Saved>(
  ctx: Context,
  entity: Entity<Row, Input, Saved>,
  key: string,
): Promise<Saved | null> {
  const row = await runTransaction(ctx, (transaction) => entity.find(transaction, key));
  return row && entity.present(ctx, row.id);
}
