import { cache } from 'react';
import type { TypedDocumentString } from '@/generated/graphql.ts';
import { apiOrigin } from '@/settings.ts';
import { requireData } from './answer.ts';
import { ApiError } from './error.ts';

/** Ask the API from the server, afresh for every request; the same question twice within one is asked once. Throws ApiError. */
export async function query<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result> {
  return (await ask(JSON.stringify({ query: document.toString(), variables }))) as Result;
}

const ask = cache(async (body: string): Promise<unknown> => {
  const response = await fetch(`${apiOrigin}/graphql`, {
    method: 'POST',
    cache: 'no-store',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body,
  }).catch((cause: unknown) => {
    throw new ApiError(`The API does not answer: ${String(cause)}`, 'UNREACHABLE', null);
  });
  return requireData(response);
});
