import { randomUUID } from 'node:crypto';
import type { Database } from '@muster/db';
import { hashPassword } from 'better-auth/crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Viewer } from '../../src/context.ts';

export const PASSWORD = 'correct horse battery staple';

/** The address that test servers are told is theirs. */
export const PUBLIC_URL = 'http://localhost:3000';

export interface Person extends Viewer {
  /** Of the session; the request header. */
  cookie: string;
}

let hash: Promise<string> | undefined;

/** An account as an administrator would have made it, with the password of all tests. */
export async function createAccount({ prisma }: Database, account: Omit<Viewer, 'id'>): Promise<Viewer> {
  hash ??= hashPassword(PASSWORD);
  const id = randomUUID();
  const password = await hash;
  const credential = { id: randomUUID(), accountId: id, providerId: 'credential', password };
  await prisma.user.create({ data: { ...account, id, accounts: { create: credential } } });
  return { ...account, id };
}

let lastAddress = 0;

/** An address of its own: sign-ins are counted by address. */
export function inventAddress(): string {
  lastAddress += 1;
  return `10.1.${lastAddress >> 8}.${lastAddress & 255}`;
}

export function signIn(
  app: FastifyInstance,
  credentials: { email: string; password: string },
  options: InjectOptions = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: credentials,
    remoteAddress: inventAddress(),
    ...options,
  });
}

/** The cookies that an answer sets, as the next request sends them. */
export function readCookies({ cookies }: LightMyRequestResponse): string {
  return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** Somebody of this role, signed in. */
export async function createPerson(
  db: Database,
  app: FastifyInstance,
  role: Viewer['role'],
  name = role.toLowerCase(),
): Promise<Person> {
  const email = `${name}-${randomUUID().slice(0, 8)}@example.org`;
  const viewer = await createAccount(db, { email, name, role });
  const answer = await signIn(app, { email, password: PASSWORD });
  return { ...viewer, cookie: readCookies(answer) };
}
