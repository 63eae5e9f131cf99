import { toNestErrors } from '@hookform/resolvers';
import { listIssues } from '@muster/schema/rules';
import type { FieldError, FieldErrors, Resolver } from 'react-hook-form';
import { fieldWords } from '@/features/history/field-words.ts';
import type { Fields } from './codec.ts';
import { readInput } from './input.ts';
import type { Kind } from './kinds.ts';

/** Checks a form by the rules that the API applies; paths are those of the input. */
export function createResolver(kind: Kind): Resolver<Fields> {
  return (fields, _, options) => {
    const checked = kind.rules.safeParse(readInput(kind, fields));
    if (checked.success) return { values: fields, errors: {} };
    const flat: Record<string, FieldError> = {};
    for (const { field, message } of listIssues(checked.error))
      flat[field] ??= { type: 'rule', message: sayInWords(message) };
    return { values: {}, errors: toNestErrors(flat, options) };
  };
}

export interface Problem {
  path: string;
  message: string;
}

/** Every message of the form with the path of its field, in the form's order. */
export function listProblems(errors: FieldErrors): Problem[] {
  return walk(errors, '');
}

function walk(node: unknown, path: string): Problem[] {
  if (node === null || typeof node !== 'object') return [];
  const { message } = node as { message?: unknown };
  if (typeof message === 'string') return [{ path, message }];
  return Object.entries(node)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, child]) => walk(child, key === 'root' ? path : path === '' ? key : `${path}.${key}`));
}

/** Rules name fields as the API does; a form names them as it labels them. */
export const sayInWords = (message: string) =>
  message.replace(/\b(shareLow|shareHigh|low|high)\b/g, (field) => `“${fieldWords(field)}”`);

/** "Claims 2, Fewest" for `claims.1.low`. */
export function writePath(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? ` ${Number(part) + 1}` : `, ${fieldWords(part)}`))
    .join('')
    .slice(2);
}
