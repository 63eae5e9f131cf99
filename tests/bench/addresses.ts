import { createHash } from 'node:crypto';
import type { Question } from './questions.ts';

/** What a program sends that asks by GET; the floor does not compress, either. */
export const HEADERS = {
  'apollo-require-preflight': '1',
  accept: 'application/json',
  'accept-encoding': 'identity',
};

export function hashQuery(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}

/**
 * A persisted question by GET. `unique` makes it a new one to whatever keeps answers by address or by variables: the
 * server ignores a variable that the query does not declare.
 */
export function writeApiPath({ query, ask }: Question, request: number, unique?: number): string {
  const { variables } = ask(request);
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashQuery(query) } };
  const parameters = new URLSearchParams({
    variables: JSON.stringify(unique === undefined ? variables : { ...variables, unique }),
    extensions: JSON.stringify(extensions),
  });
  return `/graphql?${parameters}`;
}

export function writeFloorPath({ name, ask }: Question, request: number): string {
  return `/sql/${name}?${new URLSearchParams({ values: JSON.stringify(ask(request).values) })}`;
}
