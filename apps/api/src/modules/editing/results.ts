import type { CountRow } from '../count/queries.ts';

/** What is wrong with a field and how to mend it; `path` as in `claims.0.high`. */
export interface FieldProblem {
  path: string;
  message: string;
}

export type Refusal =
  | { __typename: 'ValidationFailed'; problems: FieldProblem[] }
  | { __typename: 'NotAllowed'; message: string }
  | { __typename: 'NotFound'; message: string };

export type CommitmentResult =
  | Refusal
  | { __typename: 'CommitmentSaved'; commitment: CountRow }
  | {
      __typename: 'VersionConflict';
      currentVersion: number;
      current: CountRow;
      changedBy: string;
      changedAt: Date | null;
      fields: [];
    };

export const notAllowed = (message: string): Refusal => ({ __typename: 'NotAllowed', message });

export const invalid = (...problems: FieldProblem[]): Refusal => ({
  __typename: 'ValidationFailed',
  problems,
});

export const notFound = (slug: string): Refusal => ({
  __typename: 'NotFound',
  message: `There is no commitment ${slug}.`,
});
