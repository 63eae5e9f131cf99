import type { FieldConflict } from '@muster/schema/rules';
import type { RecordEntity } from '../../generated/resolvers.ts';

/** What is wrong with a field and how to mend it; `path` as in `claims.0.high`, empty for the record as a whole. */
export interface FieldProblem {
  path: string;
  message: string;
}

export type Refusal =
  | { __typename: 'ValidationFailed'; problems: FieldProblem[] }
  | { __typename: 'NotAllowed'; message: string }
  | { __typename: 'NotFound'; message: string };

export interface EditConflict {
  __typename: 'EditConflict';
  entity: RecordEntity;
  slug: string;
  currentVersion: number;
  changedBy: string;
  changedAt: Date | null;
  fields: FieldConflict[];
}

export interface RecordDeleted {
  __typename: 'RecordDeleted';
  entity: RecordEntity;
  slug: string;
}

export const notAllowed = (message: string): Refusal => ({ __typename: 'NotAllowed', message });

export const invalid = (...problems: FieldProblem[]): Refusal => ({
  __typename: 'ValidationFailed',
  problems,
});

export const notFound = (message: string): Refusal => ({ __typename: 'NotFound', message });

/** Whether this is an answer already, rather than something to go on with. */
export function isAnswer<Value extends object>(
  value: Value,
): value is Extract<Value, { __typename: string }> {
  return '__typename' in value;
}
