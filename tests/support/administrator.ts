import { setTimeout as sleep } from 'node:timers/promises';

export const PASSWORD = 'correct horse battery staple';

const PRINTED_WITHIN_MS = 10_000;

/** Somebody signed in. */
export interface Person {
  email: string;
  /** The session, as a request header. */
  cookie: string;
}

interface Setup {
  origin: string;
  /** All that the process printed so far. */
  output(): string;
  /** What its pages are of; default: the origin. */
  publicUrl?: string;
  name?: string;
}

/** The first administrator, who may write and publish alone: made by the printed link, without a browser. */
export async function createAdministrator({
  origin,
  output,
  publicUrl = origin,
  name = 'First Administrator',
}: Setup): Promise<Person> {
  const email = 'first@example.org';
  const token = await findToken(output);
  const cookie = await enter(`${origin}/api/setup`, publicUrl, { token, name, email, password: PASSWORD });
  return { email, cookie };
}

/** A session of its own for somebody who is there already. */
export async function signIn(origin: string, publicUrl: string, email: string): Promise<Person> {
  const cookie = await enter(`${origin}/api/auth/sign-in/email`, publicUrl, { email, password: PASSWORD });
  return { email, cookie };
}

/** The token of the link that was printed last. */
async function findToken(output: () => string): Promise<string> {
  const until = performance.now() + PRINTED_WITHIN_MS;
  for (;;) {
    const token = [...output().matchAll(/\/admin\/setup#token=(\S+)/g)].at(-1)?.[1];
    if (token) return token;
    if (performance.now() > until) throw new Error(`no link for the first administrator:\n${output()}`);
    await sleep(20);
  }
}

async function enter(url: string, publicUrl: string, body: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 300)}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

export type Ask = (query: string, variables?: object) => Promise<any>;

/** How somebody asks the API; what is refused is thrown. */
export function askAs(origin: string, { cookie }: Person): Ask {
  return async (query, variables = {}) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}
