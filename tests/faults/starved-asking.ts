import type { Person } from '../support/administrator.ts';
import { openDesk } from './several-writing.ts';

export interface Answer {
  what: string;
  status: number;
  /** Of the error, where the answer holds one. */
  code: string | null;
  hasRetryAfter: boolean;
  milliseconds: number;
}

const ANSWER_WITHIN_MS = 40_000;

let unique = 0;

/** What readers, analysts and editors ask, each once and at once. Status 0: no answer. */
export function askEverything(origin: string, { cookie }: Person): Promise<Answer[]> {
  const json = { 'content-type': 'application/json', origin };
  const post = (body: object, headers: object = {}) => ({
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  });
  // Never asked before, so that nothing of it is kept.
  const question = `{ n${++unique}: commitments(first: 5) { totalCount nodes { title } } }`;
  const address = `${origin}/graphql?query=${encodeURIComponent(question)}`;
  const change = 'mutation { result: submitCommitment(slug: "none", version: 1) { __typename } }';
  return Promise.all([
    ask('question by GET', address, { headers: { 'apollo-require-preflight': '1' } }),
    ask('question by POST', `${origin}/graphql`, post({ query: question })),
    ask('who is signed in', `${origin}/graphql`, post({ query: '{ viewer { email } }' }, { cookie })),
    ask('change', `${origin}/graphql`, post({ query: change }, { cookie })),
    ask(
      'sign-in',
      `${origin}/api/auth/sign-in/email`,
      post({ email: `n${unique}@example.org`, password: 'not the password' }),
    ),
    ask('file', `${origin}/data/programs.csv`, {}),
    ask('page', `${origin}/commitments`, {}),
  ]);
}

/** One request; its answer is read to the end. */
export async function ask(what: string, url: string, options: RequestInit): Promise<Answer> {
  const since = performance.now();
  const told = (status: number, code: string | null, hasRetryAfter: boolean) => ({
    what,
    status,
    code,
    hasRetryAfter,
    milliseconds: performance.now() - since,
  });
  try {
    const response = await fetch(url, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const code = /"code":\s*"([A-Z_]+)"/.exec(await response.text())?.[1] ?? null;
    return told(response.status, code, response.headers.has('retry-after'));
  } catch (error) {
    return told(0, (error as Error).name, false);
  }
}

/** As it should be while the database is away: told as that, and when to ask again; or answered from memory. */
export function isToldAway(answer: Answer): boolean {
  const { what, status, code, hasRetryAfter } = answer;
  if (what === 'page' && status === 503) return hasRetryAfter;
  return (
    isWell(answer) || status === 304 || (status === 503 && code === 'DATABASE_UNAVAILABLE' && hasRetryAfter)
  );
}

/** As it is where nothing is missing. */
export function isWell({ what, status, code }: Answer): boolean {
  return what === 'sign-in' ? status === 401 || status === 429 : status === 200 && code === null;
}

/** `12 × 503 DATABASE_UNAVAILABLE, 2 × 200`. */
export function countAnswers(answers: Answer[]): string {
  const counts = Map.groupBy(answers, ({ status, code }) =>
    [status || 'no answer', code].filter(Boolean).join(' '),
  );
  return [...counts].map(([name, those]) => `${those.length} × ${name}`).join(', ');
}

export function findLongest(answers: Answer[]): number {
  return Math.max(0, ...answers.map(({ milliseconds }) => milliseconds));
}

/** Seconds until all that is asked is answered well again; NaN where it is not within `limit` seconds. */
export async function waitUntilWell(origin: string, person: Person, limit = 60): Promise<number> {
  const since = performance.now();
  for (;;) {
    const seconds = (performance.now() - since) / 1_000;
    const isReady = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady && (await askEverything(origin, person)).every(isWell)) {
      // Also whoever changes something.
      await openDesk(person, origin, `well-${++unique}`).publish(origin, 'All is well');
      return seconds;
    }
    if (seconds > limit) return Number.NaN;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
