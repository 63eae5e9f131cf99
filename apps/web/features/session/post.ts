export interface Refusal {
  message: string;
  /** Messages beside their fields. */
  problems?: { path: string; message: string }[];
}

/** What a sign-in route answered: its data, or what went wrong in words. */
export type Answer<Data> = { data: Data; refusal: null } | { data: null; refusal: Refusal };

/** Sends JSON to one of the API's sign-in routes; null when it worked, else what went wrong in words. */
export async function postJson(path: string, body: object): Promise<Refusal | null> {
  return (await askJson(path, body)).refusal;
}

/** Sends JSON to one of the API's sign-in routes, whose answer is taken to be `Data`. */
export async function askJson<Data>(path: string, body: object): Promise<Answer<Data>> {
  const refuse = (refusal: Refusal) => ({ data: null, refusal });
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) return refuse({ message: 'The server does not answer. Nothing was sent; try again.' });
  const answer = await response.json().catch(() => null);
  if (response.ok) return { data: answer as Data, refusal: null };
  if (response.status === 429) return refuse({ message: tellWait(response.headers) });
  return refuse({
    message: answer?.message ?? `The server refused (${response.status}).`,
    problems: answer?.problems,
  });
}

function tellWait(headers: Headers): string {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-retry-after') ?? 0);
  if (seconds <= 0) return 'Too many attempts. Wait a quarter of an hour, then try again.';
  const minutes = Math.ceil(seconds / 60);
  return `Too many attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
}
