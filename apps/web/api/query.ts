import type { TypedDocumentString } from '@/generated/graphql.ts';
import { apiOrigin } from '@/settings.ts';
import { requireData } from './answer.ts';
import { ApiError } from './error.ts';

/** Ask the API from the server, afresh for every request. Throws ApiError. */
export async function query<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result> {
  const response = await fetch(`${apiOrigin}/graphql`, {
    method: 'POST',
    cache: 'no-store',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  }).catch((cause: unknown) => {
    throw new ApiError(`The API does not answer: ${String(cause)}`, 'UNREACHABLE', null);
  });
  return requireData<Result>(response);
}
