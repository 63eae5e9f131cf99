import { cookies } from 'next/headers';
import type { TypedDocumentString } from '@/generated/graphql.ts';
import { apiOrigin } from '@/settings.ts';
import { requireData } from './answer.ts';
import { questionHeaders } from './headers.ts';

/** Ask the API from the server in the name of who is signed in. Throws ApiError. */
export async function queryAsViewer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result> {
  const response = await fetch(`${apiOrigin}/graphql`, {
    method: 'POST',
    cache: 'no-store',
    headers: { ...questionHeaders, cookie: (await cookies()).toString() },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  return requireData<Result>(response);
}
