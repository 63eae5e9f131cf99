import type { TypedDocumentString } from '@/generated/graphql.ts';
import { requireData } from './answer.ts';

/** Ask the API from the browser: the same port serves pages and data. Throws ApiError. */
export async function queryFromBrowser<Result, Variables>(
  document: TypedDocumentString<Result, Variables> | string,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  });
  return requireData<Result>(response);
}
