import { cache } from 'react';
import type { TypedDocumentString } from '@/generated/graphql.ts';
import { apiOrigin } from '@/settings.ts';
import { requireData } from './answer.ts';
import { ApiError } from './error.ts';
import { questionHeaders } from './headers.ts';
import { findAskedRelease } from './release.ts';

type Rest<Variables> = Variables extends Record<string, never> ? [] : [Variables];

/**
 * Ask the API from the server, afresh for every request, of the record as the address asks for it: as it stands, or as it
 * was released. The same question twice within one request is asked once. Throws ApiError.
 */
export async function query<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...rest: Rest<Variables>
): Promise<Result> {
  return queryAtRelease((await findAskedRelease())?.name ?? null, document, ...rest);
}

/** Ask the API of one release, or with null of the record as it stands. Throws ApiError. */
export async function queryAtRelease<Result, Variables>(
  release: string | null,
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: Rest<Variables>
): Promise<Result> {
  return (await ask(release, JSON.stringify({ query: document.toString(), variables }))) as Result;
}

const ask = cache(async (release: string | null, body: string): Promise<unknown> => {
  const search = release === null ? '' : `?release=${encodeURIComponent(release)}`;
  const response = await fetch(`${apiOrigin}/graphql${search}`, {
    method: 'POST',
    cache: 'no-store',
    headers: questionHeaders,
    body,
  }).catch((cause: unknown) => {
    throw new ApiError(`The API does not answer: ${String(cause)}`, 'UNREACHABLE', null);
  });
  return requireData(response);
});
