import { findViolatedConstraint } from '@muster/db';
import { listIssues, optionalText } from '@muster/schema/rules';
import type { Context, Viewer } from '../../context.ts';
import { toCommitmentInput } from './commitment-input.ts';
import { toFieldProblem } from './constraints.ts';
import { type Action, findRefusal, findStateProblem } from './permissions.ts';
import {
  type Change,
  changeCommitment,
  type EditableRow,
  findAuthorId,
  findCommitmentInAnyState,
  findEditable,
  findLastActor,
  type Replacement,
  type RevisionAction,
  recordRevision,
  replaceRelations,
  requireEditable,
  runTransaction,
  type TransactionClient,
} from './queries.ts';
import { type CommitmentResult, invalid, notAllowed, notFound, type Refusal } from './results.ts';

/** Which commitment, as read at which version, and why it changes. */
export interface Target {
  slug: string;
  version: number;
  reason?: string | null | undefined;
}

/** An edit that may go ahead: who, why, and the record as it stands in the transaction. */
export interface Editing {
  transaction: TransactionClient;
  viewer: Viewer;
  reason: string | null;
  row: EditableRow;
}

export type Outcome =
  | Refusal
  | { __typename: 'Written'; id: number }
  | { __typename: 'Conflict'; id: number };

const reasonRule = optionalText(1000);

/** The reason, trimmed, or what is wrong with it. */
export function readReason(reason: string | null | undefined): { reason: string | null } | Refusal {
  const read = reasonRule.safeParse(reason ?? null);
  if (read.success) return { reason: read.data };
  return invalid(...listIssues(read.error).map(({ message }) => ({ path: 'reason', message })));
}

/** Runs `work` on a stored commitment if the viewer may, its state allows it, and nobody changed it meanwhile. */
export async function editCommitment(
  ctx: Context,
  { slug, version, reason: given }: Target,
  action: Exclude<Action, 'create'>,
  work: (editing: Editing) => Promise<Outcome>,
): Promise<CommitmentResult> {
  const { viewer } = ctx;
  if (viewer === null) return notAllowed(findRefusal(null, action, null) ?? '');
  const read = readReason(given);
  if ('__typename' in read) return read;
  return answer(ctx, async (transaction) => {
    const row = await findEditable(transaction, slug);
    if (row === null) return notFound(slug);
    const isOwn = (await findAuthorId(transaction, row.id)) === viewer.id;
    const refusal = findRefusal(viewer, action, { state: row.state, isOwn });
    if (refusal !== null) return notAllowed(refusal);
    if (row.version !== version) return { __typename: 'Conflict', id: row.id };
    const problem = findStateProblem(action, row.state);
    if (problem !== null) return invalid({ path: 'state', message: problem });
    return work({ transaction, viewer, row, reason: describe(action, isOwn, read.reason) });
  });
}

function describe(action: Action, isOwn: boolean, reason: string | null): string | null {
  if (action !== 'publish' || !isOwn) return reason;
  return reason === null ? 'published own work' : `published own work: ${reason}`;
}

/** Changes the row and its relations, keeps the history, and tells readers where they see it. */
export async function writeChange(
  { transaction, viewer, row, reason }: Editing,
  action: RevisionAction,
  change: Change,
  replacement?: Replacement,
): Promise<Outcome> {
  if (!(await changeCommitment(transaction, row, change))) return { __typename: 'Conflict', id: row.id };
  if (replacement) await replaceRelations(transaction, row.id, replacement);
  const after = await requireEditable(transaction, row.id);
  await recordRevision(transaction, {
    row: after,
    viewer,
    action,
    reason,
    before: toCommitmentInput(row),
    after: toCommitmentInput(after),
    isPublic: row.state === 'PUBLISHED' || after.state === 'PUBLISHED',
  });
  return { __typename: 'Written', id: row.id };
}

/** Runs `work` in one transaction and makes the contract's answer of its outcome. */
export async function answer(
  ctx: Context,
  work: (transaction: TransactionClient) => Promise<Outcome>,
): Promise<CommitmentResult> {
  const outcome = await runTransaction(ctx, work).catch(toRefusal);
  if (outcome.__typename !== 'Written' && outcome.__typename !== 'Conflict') return outcome;
  const current = await findCommitmentInAnyState(ctx, { id: outcome.id });
  if (current === null) throw new Error(`commitment ${outcome.id} is gone`);
  if (outcome.__typename === 'Written') return { __typename: 'CommitmentSaved', commitment: current };
  const changedBy = await findLastActor(ctx, outcome.id);
  return {
    __typename: 'VersionConflict',
    currentVersion: current.version,
    current,
    changedBy,
    changedAt: null,
    fields: [],
  };
}

function toRefusal(error: unknown): Refusal {
  const constraint = findViolatedConstraint(error);
  const problem = constraint === null ? null : toFieldProblem(constraint);
  if (problem === null) throw error;
  return invalid(problem);
}
