import { ApiError } from '@/api/error.ts';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type { TypedDocumentString } from '@/generated/graphql.ts';

interface Problem {
  path: string;
  message: string;
}

type Refusal = { __typename: 'ValidationFailed'; problems: Problem[] } | { message: string };

/** Sends a change; gives its answer, or that there was none. */
export async function sendChange<Result extends { result: object }, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result['result'] | { __typename: 'NoAnswer'; message: string }> {
  try {
    return (await queryFromBrowser(document, variables)).result;
  } catch (error) {
    const message = error instanceof ApiError ? error.message : 'The server does not answer; try again.';
    return { __typename: 'NoAnswer', message };
  }
}

/** What went wrong, as a sentence; null where nothing did. `what` begins the sentences of fields. */
export function tellTrouble(answer: object, what: string): string | null {
  const refusal = answer as Partial<Refusal>;
  if ('problems' in refusal && refusal.problems) {
    return refusal.problems.map(({ message }) => `${what} ${message}.`).join(' ');
  }
  return 'message' in refusal && refusal.message ? refusal.message : null;
}

export function findProblem(answer: object | null, path: string): string | null {
  const problems = answer && 'problems' in answer ? (answer.problems as Problem[]) : [];
  return problems.find((problem) => problem.path === path)?.message ?? null;
}
