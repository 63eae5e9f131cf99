import type { FieldErrors, FieldPath } from 'react-hook-form';
import type { CommitmentFields } from './form-values.ts';

/** The form's name for a path of the input: a recipient's country and group are one field here. */
export function toFieldName(path: string): FieldPath<CommitmentFields> {
  return path
    .replace(/^(recipients\.\d+)(\.(country|group))?$/, '$1.code')
    .replace(/^(statedOn|window\.start|window\.end)$/, '$1.date') as FieldPath<CommitmentFields>;
}

/** Every message of the form with the path of its field, in the form's order. */
export function listProblems(errors: FieldErrors<CommitmentFields>): { path: string; message: string }[] {
  return walk(errors, '');
}

function walk(node: unknown, path: string): { path: string; message: string }[] {
  if (node === null || typeof node !== 'object') return [];
  const { message } = node as { message?: unknown };
  if (typeof message === 'string') return [{ path, message }];
  return Object.entries(node)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, child]) => walk(child, path ? `${path}.${key}` : key));
}
