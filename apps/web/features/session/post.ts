export interface Refusal {
  message: string;
  /** Messages beside their fields. */
  problems?: { path: string; message: string }[];
}

/** Sends JSON to one of the API's sign-in routes; null when it worked, else what went wrong in words. */
export async function postJson(path: string, body: object): Promise<Refusal | null> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) return { message: 'The server does not answer. Nothing was sent; try again.' };
  if (response.ok) return null;
  if (response.status === 429) return { message: 'Too many attempts. Wait a minute, then try again.' };
  const answer = await response.json().catch(() => null);
  return {
    message: answer?.message ?? `The server refused (${response.status}).`,
    problems: answer?.problems,
  };
}
