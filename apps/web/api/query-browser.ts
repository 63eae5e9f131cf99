import type { TypedDocumentString } from '@/generated/graphql.ts';
import { withRelease } from '@/text/release.ts';
import { requireData } from './answer.ts';

/** Ask the API from the browser, of the release that the page is at: the same port serves pages and data. Throws ApiError. */
export async function queryFromBrowser<Result, Variables>(
  document: TypedDocumentString<Result, Variables> | string,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await fetch(withRelease('/graphql', findReleaseOfPage()), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  });
  return requireData<Result>(response);
}

/** Editors' pages are never at a release. */
function findReleaseOfPage(): string | null {
  if (typeof window === 'undefined' || window.location.pathname.startsWith('/admin')) return null;
  return new URLSearchParams(window.location.search).get('release');
}
