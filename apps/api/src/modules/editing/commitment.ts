import { isDeepStrictEqual } from 'node:util';
import { type CommitmentInput, commitmentInput, knownOnOf, listIssues } from '@muster/schema/rules';
import type { Context } from '../../context.ts';
import { toDate, toDay } from '../../days.ts';
import { toColumns } from './columns.ts';
import { toCommitmentInput } from './commitment-input.ts';
import { answer, editCommitment, readReason, type Target, writeChange } from './editing.ts';
import { findRefusal } from './permissions.ts';
import {
  type EditableRow,
  findReferences,
  findSourceDates,
  insertCommitment,
  isSlugTaken,
  recordRevision,
  type TransactionClient,
} from './queries.ts';
import { findUnknownNames, type References } from './references.ts';
import { type CommitmentResult, type FieldProblem, invalid, notAllowed, type Refusal } from './results.ts';

interface Draft {
  /** As the caller gives it: not yet checked by the rules. */
  input: unknown;
  reason?: string | null | undefined;
}

/** Writes a draft. */
export async function createCommitment(ctx: Context, { input, reason }: Draft): Promise<CommitmentResult> {
  const { viewer, today } = ctx;
  if (viewer === null) return notAllowed(findRefusal(null, 'create', null) ?? '');
  const why = readReason(reason);
  if ('__typename' in why) return why;
  return answer(ctx, async (transaction) => {
    const read = await readInput(transaction, input, null);
    if ('__typename' in read) return read;
    const row = await insertCommitment(transaction, read.input, read.references, today);
    const after = toCommitmentInput(row);
    const revision = {
      row,
      viewer,
      action: 'CREATED',
      before: null,
      after,
      isPublic: false,
      ...why,
    } as const;
    await recordRevision(transaction, revision);
    return { __typename: 'Written', id: row.id };
  });
}

/** Replaces what a commitment says; an input that says the same writes nothing. */
export function updateCommitment(
  ctx: Context,
  { input, ...target }: Target & Draft,
): Promise<CommitmentResult> {
  return editCommitment(ctx, target, 'update', async (editing) => {
    const { transaction, row } = editing;
    const read = await readInput(transaction, input, row);
    if ('__typename' in read) return read;
    if (isDeepStrictEqual(read.input, toCommitmentInput(row))) return { __typename: 'Written', id: row.id };
    const columns = toColumns(read.input, read.references, toDay(row.publishedAt) ?? ctx.today);
    return writeChange(editing, 'UPDATED', columns, read);
  });
}

export function submitCommitment(ctx: Context, target: Target): Promise<CommitmentResult> {
  return editCommitment(ctx, target, 'submit', (editing) =>
    writeChange(editing, 'SUBMITTED', { state: 'IN_REVIEW' }),
  );
}

/** Publishes for the first time, or again after it was taken back. */
export function publishCommitment(ctx: Context, target: Target): Promise<CommitmentResult> {
  return editCommitment(ctx, target, 'publish', async (editing) => {
    const { transaction, row } = editing;
    const knownOn = knownOnOf({
      statedOn: toCommitmentInput(row).statedOn,
      sourceDates: await findSourceDates(transaction, row.id),
      recordedOn: toDay(row.publishedAt) ?? ctx.today,
    });
    return writeChange(editing, 'PUBLISHED', {
      state: 'PUBLISHED',
      publishedAt: row.publishedAt ?? new Date(),
      retractedReason: null,
      knownOn: toDate(knownOn),
    });
  });
}

export function retractCommitment(ctx: Context, target: Target): Promise<CommitmentResult> {
  return editCommitment(ctx, target, 'retract', async (editing) => {
    const { reason } = editing;
    if (reason === null) {
      return invalid({ path: 'reason', message: 'say why the record is taken back; readers see it' });
    }
    return writeChange(editing, 'RETRACTED', { state: 'RETRACTED', retractedReason: reason });
  });
}

/** The input by the rules and by what the database knows; `row` is what it replaces. */
async function readInput(
  transaction: TransactionClient,
  given: unknown,
  row: EditableRow | null,
): Promise<{ input: CommitmentInput; references: References } | Refusal> {
  const parsed = commitmentInput.safeParse(given);
  if (!parsed.success) {
    return invalid(...listIssues(parsed.error).map(({ field, message }) => ({ path: field, message })));
  }
  const input = parsed.data;
  const references = await findReferences(transaction, input);
  const problems = [
    ...(await findSlugProblems(transaction, input.slug, row)),
    ...findUnknownNames(input, references),
  ];
  return problems.length > 0 ? invalid(...problems) : { input, references };
}

async function findSlugProblems(
  transaction: TransactionClient,
  slug: string,
  row: EditableRow | null,
): Promise<FieldProblem[]> {
  if (slug === row?.slug) return [];
  if (row?.publishedAt) {
    return [{ path: 'slug', message: `was published and others link to it: keep ${row.slug}` }];
  }
  const isTaken = await isSlugTaken(transaction, slug);
  return isTaken ? [{ path: 'slug', message: 'is taken by another record; choose another' }] : [];
}
