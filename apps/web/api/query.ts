import { cache } from 'react';
import type { TypedDocumentString } from '@/generated/graphql.ts';
import { askApi } from './ask-api.ts';
import { findAskedRelease } from './release.ts';

type Rest<Variables> = Variables extends Record<string, never> ? [] : [Variables];

/**
 * Ask the API from the server, for every request, of the record as the address asks for it: as it stands, or as it was
 * released. The same question twice within one request is asked once. Throws ApiError.
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
  return (await ask(release, document.toString(), JSON.stringify(variables ?? {}))) as Result;
}

const ask = cache((release: string | null, text: string, variables: string) =>
  askApi({ release, text, variables }),
);
