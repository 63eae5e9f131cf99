import { claimInput, quantityOf } from '@muster/schema/rules';
import { z } from 'zod';
import type { Context, Viewer } from '../../context.ts';
import { InputError } from '../../errors.ts';
import type { PreviewAction, RecordEntity, RecordPreview } from '../../generated/resolvers.ts';
import { checkValues } from '../../request-check.ts';
import { type AnyEntity, entities } from '../editing/entities.ts';
import type { Entity, Stored } from '../editing/entity.ts';
import { findRow, requireRow } from '../editing/queries/editable.ts';
import {
  createRecord,
  deleteRecord,
  publishRecord,
  retractRecord,
  submitRecord,
  updateRecord,
} from '../editing/records.ts';
import type { EditConflict, FieldProblem, RecordDeleted, Refusal } from '../editing/results.ts';
import { listScopes, sumScopes } from './effects.ts';
import { type Trial, tryOut } from './queries/trial.ts';

interface Asked {
  entity: RecordEntity;
  slug?: string | null;
  version?: number | null;
  input?: string | null;
  action?: PreviewAction | null;
}

interface Plan {
  entity: TrialEntity;
  key: string | null;
  version: number | null;
  /** Null unless something is to be written. */
  input: Record<string, unknown> | null;
  action: PreviewAction;
}

/** What would come of a change, were it made now; nothing of it is left. Throws InputError for what cannot be tried. */
export async function previewRecord(ctx: Context & { viewer: Viewer }, asked: Asked): Promise<RecordPreview> {
  const plan = readPlan(asked);
  return tryOut(ctx, (trial) => carryOut(trial, plan));
}

function readPlan({ entity: kind, slug, version, input, action: asked }: Asked): Plan {
  const entity = describeForTrial(entities[kind]);
  const action = asked ?? 'PUBLISH';
  const key = slug ?? null;
  if (key === null && (action !== 'PUBLISH' || !entity.insert)) {
    throw new InputError('slug', `say which ${entity.word}`);
  }
  if (action === 'RETRACT' && !entity.move) {
    throw new InputError('action', `a ${entity.word} has no states: it cannot be taken back`);
  }
  if (action === 'DELETE' && !entity.remove) {
    throw new InputError('action', `a ${entity.word} cannot be deleted`);
  }
  const content = action === 'PUBLISH' ? readInput(input ?? null) : null;
  return { entity, key, version: version ?? null, input: content, action };
}

function readInput(text: string | null): Record<string, unknown> {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('input', 'give the whole record as a JSON object, in the form of its input');
  }
  checkValues('input', value);
  return value as Record<string, unknown>;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: rows and inputs differ by entity and are only passed through
type TrialEntity = Entity<Stored & any, any, Stored>;

/** Answers with the row as it stands in the trial, and tells no reader. */
function describeForTrial(entity: AnyEntity): TrialEntity {
  const present = (ctx: Context, id: number) => requireRow(ctx, entity, id);
  return { ...entity, present, isPublic: () => false };
}

type Tried = Stored | RecordDeleted | Refusal | EditConflict;

async function carryOut(trial: Trial, plan: Plan): Promise<RecordPreview> {
  const { entity, key, input } = plan;
  const ctx = trial.look();
  const before = key === null ? null : await findRow(ctx, entity, key);
  if (key !== null && before === null) {
    return fail(plan, [{ path: 'slug', message: `there is no ${entity.word} ${key} any more` }]);
  }
  const parsed = input === null ? null : entity.rules.safeParse(input);
  const contents = [before && entity.toInput(before), parsed?.success ? parsed.data : null];
  const scopes = await listScopes(
    ctx,
    entity.entity,
    contents.filter((content) => content !== null),
  );
  const totalsBefore = await sumScopes(ctx, scopes);
  const tried = await act(trial.writing, plan, before);
  const problems = listProblems(tried);
  if (problems.length > 0) return fail(plan, problems);
  const totalsAfter = await sumScopes(trial.look(), scopes);
  return {
    problems: [],
    quantity: '__typename' in tried ? null : readQuantity(entity, entity.toInput(tried)),
    effects: scopes.map(({ filter: _, ...scope }, index) => ({
      ...scope,
      before: totalsBefore[index] ?? NOTHING,
      after: totalsAfter[index] ?? NOTHING,
    })),
  };
}

const NOTHING = { low: 0, high: 0 };
const WHY = 'preview';

async function act(ctx: Context, plan: Plan, before: Stored | null): Promise<Tried> {
  const { entity, input, version } = plan;
  const to = (row: Stored, at = row.version) => ({ key: entity.keyOf(row), version: at, reason: WHY });
  if (before === null) return publish(ctx, plan, await createRecord(ctx, entity, { input }));
  if (plan.action === 'RETRACT') return retractRecord(ctx, entity, to(before, version ?? before.version));
  if (plan.action === 'DELETE') return deleteRecord(ctx, entity, to(before, version ?? before.version));
  // What was taken back is published again before it can be changed.
  const again = before.state === 'RETRACTED' ? await publishRecord(ctx, entity, to(before)) : before;
  if (isRefused(again)) return again;
  const read = version === null || version === before.version ? again.version : version;
  return publish(ctx, plan, await updateRecord(ctx, entity, { ...to(again, read), input }));
}

/** Takes what was written the whole way to its readers. */
async function publish(ctx: Context, { entity }: Plan, written: Tried): Promise<Tried> {
  let row = written;
  for (const [state, move] of WAY) {
    if (isRefused(row)) return row;
    const target = { key: entity.keyOf(row), version: row.version, reason: WHY };
    if (row.state === state) row = await move(ctx, entity, target);
  }
  return row;
}

const WAY = [
  ['DRAFT', submitRecord],
  ['IN_REVIEW', publishRecord],
] as const;

function isRefused(tried: object): tried is Exclude<Tried, Stored> {
  return '__typename' in tried;
}

function listProblems(tried: Tried): FieldProblem[] {
  if (!isRefused(tried) || tried.__typename === 'RecordDeleted') return [];
  if (tried.__typename === 'ValidationFailed') return tried.problems;
  if (tried.__typename !== 'EditConflict') return [{ path: '', message: tried.message }];
  const { fields, changedBy } = tried;
  if (fields.length === 0) {
    return [{ path: 'version', message: 'was never read of this record; open it again' }];
  }
  return fields.map(({ field }) => ({
    path: field,
    message: `${changedBy} changed it too, meanwhile; saving will ask which of the two is to stand`,
  }));
}

function fail({ entity, input }: Plan, problems: FieldProblem[]): RecordPreview {
  return { problems, quantity: input && readQuantity(entity, input), effects: [] };
}

const claimsRule = z.object({ claims: z.array(claimInput) });

/** The quantity that follows from a count's claims, as far as these keep the rules. */
function readQuantity({ entity }: AnyEntity, input: object) {
  if (entity !== 'COMMITMENT' && entity !== 'REPORTED_TOTAL') return null;
  const parsed = claimsRule.safeParse(input);
  return parsed.success ? quantityOf(parsed.data.claims) : null;
}
