const UNREACHABLE = 'The server does not answer; nothing was lost. Try again.';

/** Asks the import's part of the API. Throws an Error whose message is for whoever imports. */
export async function askImport<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`/api/admin/import${path}`, init).catch(() => {
    throw new Error(UNREACHABLE);
  });
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  throw new Error(answer?.errors?.[0]?.message ?? UNREACHABLE);
}

export function postImport<Answer>(path: string, body: object = {}): Promise<Answer> {
  return askImport(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
