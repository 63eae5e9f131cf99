import type { Node } from './several-processes.ts';

const PASSWORD = 'correct horse battery staple';

export interface Person {
  email: string;
  /** Of the session, as the next request sends it. */
  cookie: string;
}

/** Creates the first administrator by the link that the process printed; who may write and publish alone. */
export async function createAdministrator(api: Node, publicUrl: string): Promise<Person> {
  const token = [...api.said().matchAll(/\/admin\/setup#token=(\S+)/g)].at(-1)?.[1];
  if (!token) throw new Error(`no link for the first administrator:\n${api.said()}`);
  const email = 'first@example.org';
  const cookie = await enter(`${api.origin}/api/setup`, publicUrl, {
    token,
    name: 'First Administrator',
    email,
    password: PASSWORD,
  });
  return { email, cookie };
}

/** A session of its own for the same person. */
export async function signIn(origin: string, publicUrl: string, email: string): Promise<Person> {
  const cookie = await enter(`${origin}/api/auth/sign-in/email`, publicUrl, { email, password: PASSWORD });
  return { email, cookie };
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
