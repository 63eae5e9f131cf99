import { ApiError } from '@/api/error.ts';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type { Kind } from './kinds.ts';

export interface FieldProblem {
  /** Path in the input, e.g. `claims.0.high`; empty for the record as a whole. */
  path: string;
  message: string;
}

export interface FieldConflict {
  field: string;
  /** Values as JSON text. */
  original: string;
  theirs: string;
  /** Null where the field was not to be changed. */
  mine: string | null;
}

export interface Conflict {
  is: 'conflict';
  currentVersion: number;
  changedBy: string;
  changedAt: string | null;
  fields: FieldConflict[];
}

/** What came of a change. What can be expected to fail is data. */
export type Answer =
  | { is: 'saved'; slug: string; version: number }
  | { is: 'deleted' }
  | { is: 'invalid'; problems: FieldProblem[] }
  | Conflict
  | { is: 'refused'; message: string };

export type Action = 'create' | 'update' | 'submit' | 'sendBack' | 'publish' | 'retract' | 'delete';

interface Change {
  /** Slug, country code or key; left out of `create`. */
  slug?: string;
  version?: number;
  input?: object;
  reason?: string | null;
}

/** Writes a change from the browser. Nothing is thrown: where the server does not answer, the answer says so. */
export async function askMutation(kind: Kind, action: Action, change: Change): Promise<Answer> {
  const reason = change.reason?.trim() || null;
  try {
    const variables = { ...change, reason, ...(action === 'sendBack' && { entity: kind.entity }) };
    const { result } = await queryFromBrowser<{ result: Result }, object>(
      writeMutation(kind, action),
      variables,
    );
    return toAnswer(result, kind);
  } catch (error) {
    return {
      is: 'refused',
      message:
        error instanceof ApiError
          ? error.message
          : 'The server does not answer. Your text is still here; try again.',
    };
  }
}

const REFUSALS = `
      ... on ValidationFailed { problems { path message } }
      ... on Conflict { currentVersion changedBy changedAt fields { field original theirs mine } }
      ... on NotAllowed { message }
      ... on NotFound { message }`;

/** The mutation's text. They differ by kind in names alone: `updateEvent(slug:, version:, input: EventInput!, reason:)`. */
export function writeMutation({ type, key }: Kind, action: Action): string {
  if (action === 'sendBack') {
    return `mutation SendBack($entity: RecordEntity!, $slug: String!, $version: Int!, $reason: String!) {
    result: sendBackRecord(entity: $entity, slug: $slug, version: $version, reason: $reason) {
      __typename
      ... on RecordSentBack { slug version }${REFUSALS}
    }
  }`;
  }
  const isNew = action === 'create';
  const writes = isNew || action === 'update';
  const declared = [
    ...(isNew ? [] : ['$slug: String!', '$version: Int!']),
    ...(writes ? [`$input: ${type}Input!`] : []),
    `$reason: String${action === 'retract' ? '!' : ''}`,
  ];
  const given = [
    ...(isNew ? [] : [`${key}: $slug`, 'version: $version']),
    ...(writes ? ['input: $input'] : []),
    'reason: $reason',
  ];
  const field = type[0]?.toLowerCase() + type.slice(1);
  const done =
    action === 'delete'
      ? '... on RecordDeleted { slug }'
      : `... on ${type}Saved { record: ${field} { slug: ${key} version } }`;
  return `mutation ${action}${type}(${declared.join(', ')}) {
    result: ${action}${type}(${given.join(', ')}) {
      __typename
      ${done}${REFUSALS}
    }
  }`;
}

type Result =
  | { __typename: 'RecordDeleted'; slug: string }
  | { __typename: 'RecordSentBack'; slug: string; version: number }
  | { __typename: 'ValidationFailed'; problems: FieldProblem[] }
  | ({ __typename: 'EditConflict' | 'VersionConflict' } & Omit<Conflict, 'is'>)
  | { __typename: 'NotAllowed' | 'NotFound'; message: string }
  | { __typename: string; record: { slug: string; version: number } };

function toAnswer(result: Result, { type }: Kind): Answer {
  if ('record' in result) return { is: 'saved', ...result.record };
  switch (result.__typename) {
    case 'RecordDeleted':
      return { is: 'deleted' };
    case 'RecordSentBack':
      return { is: 'saved', slug: result.slug, version: result.version };
    case 'ValidationFailed':
      return { is: 'invalid', problems: result.problems };
    case 'EditConflict':
    case 'VersionConflict': {
      const { currentVersion, changedBy, changedAt, fields } = result;
      return { is: 'conflict', currentVersion, changedBy, changedAt, fields };
    }
    case 'NotAllowed':
    case 'NotFound':
      return { is: 'refused', message: result.message };
    default:
      throw new Error(`unknown answer to a change of ${type}`);
  }
}
