import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepSecret } from '../src/auth/secret.ts';
import { ensureSetupLink } from '../src/auth/setup-link.ts';
import { databases } from './support/databases.ts';
import { openServer } from './support/newsroom.ts';
import { createAccount, PASSWORD, PUBLIC_URL, readCookies, signIn } from './support/people.ts';

const ADMIN = { name: 'Ada', email: 'Ada@example.org', password: PASSWORD };

describe.each<DatabaseKind>(databases)('the first administrator on %s', (kind) => {
  let server: Awaited<ReturnType<typeof openServer>>;

  beforeAll(async () => {
    server = await openServer(kind);
  });
  beforeEach(async () => {
    await server.db.prisma.user.deleteMany();
    await server.db.prisma.setupLink.deleteMany();
  });
  afterAll(() => server.close());

  async function makeToken(): Promise<string> {
    const address = await ensureSetupLink(server.db, PUBLIC_URL);
    expect(address).toMatch(/^http:\/\/localhost:3000\/admin\/setup#token=[\w-]{43}$/);
    return new URL(address ?? '').hash.replace('#token=', '');
  }
  const isNeeded = async () => (await server.app.inject('/api/setup')).json();
  const use = (token: string, body: object = ADMIN, headers = {}) =>
    server.app.inject({ method: 'POST', url: '/api/setup', payload: { token, ...body }, headers });
  const countUsers = () => server.db.prisma.user.count();

  test('is made by the link, once, and is signed in', async () => {
    expect(await isNeeded()).toEqual({ needed: true });
    const token = await makeToken();
    const answer = await use(token, ADMIN, { origin: PUBLIC_URL });
    expect(answer.statusCode).toBe(200);
    const payload = { query: '{ viewer { email name role } }' };
    const headers = { cookie: readCookies(answer), origin: PUBLIC_URL };
    const who = await server.app.inject({ method: 'POST', url: '/graphql', payload, headers });
    expect(who.json().data.viewer).toEqual({ email: 'ada@example.org', name: 'Ada', role: 'ADMIN' });
    expect(await isNeeded()).toEqual({ needed: false });
    expect((await use(token)).statusCode).toBe(403);
    expect(await countUsers()).toBe(1);
    expect(await ensureSetupLink(server.db, PUBLIC_URL)).toBeNull();
    const { email, password } = ADMIN;
    expect((await signIn(server.app, { email, password })).statusCode).toBe(200);
    expect(server.logs.join('')).not.toContain(token);
    expect(server.logs.join('')).not.toContain(PASSWORD);
  });

  test('keeps only a hash of the token', async () => {
    const token = await makeToken();
    const [link] = await server.db.prisma.setupLink.findMany();
    expect(link?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(link)).not.toContain(token);
  });

  test('wrong, replaced, expired and used links get one answer', async () => {
    const replaced = await makeToken();
    const expired = await makeToken();
    const bodies = [(await use('a'.repeat(43))).body, (await use(replaced)).body];
    await server.db.prisma.setupLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    const answer = await use(expired);
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toEqual([]);
    bodies.push(answer.body);
    const good = await makeToken();
    expect((await use(good)).statusCode).toBe(200);
    bodies.push((await use(good)).body);
    expect(new Set(bodies).size).toBe(1);
    expect(await countUsers()).toBe(1);
  });

  test('a link left from before somebody had an account makes nobody', async () => {
    const token = await makeToken();
    await createAccount(server.db, { email: 'other@example.org', name: 'Other', role: 'EDITOR' });
    expect((await use(token)).statusCode).toBe(403);
    expect(await countUsers()).toBe(1);
  });

  test('of two at once, one wins', async () => {
    const token = await makeToken();
    const answers = await Promise.all([
      use(token, { ...ADMIN, email: 'one@example.org' }),
      use(token, { ...ADMIN, email: 'two@example.org' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
    expect(await countUsers()).toBe(1);
  });

  test('of two links of two processes, one wins', async () => {
    const first = await makeToken();
    const [link] = await server.db.prisma.setupLink.findMany();
    const second = await makeToken();
    await server.db.prisma.setupLink.create({
      data: { tokenHash: link?.tokenHash ?? '', expiresAt: link?.expiresAt ?? new Date() },
    });
    const answers = await Promise.all([
      use(first, { ...ADMIN, email: 'one@example.org' }),
      use(second, { ...ADMIN, email: 'two@example.org' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
    expect(await countUsers()).toBe(1);
  });

  test('names the fields that need mending, and the link still holds', async () => {
    const token = await makeToken();
    const answer = await use(token, { name: ' ', email: 'nonsense', password: 'short' });
    expect(answer.statusCode).toBe(400);
    expect(
      answer
        .json()
        .problems.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(['email', 'name', 'password']);
    expect((await use(token, { ...ADMIN, role: 'EDITOR' })).statusCode).toBe(400);
    expect((await use(token)).statusCode).toBe(200);
  });

  test('refuses other sites and other content types', async () => {
    const token = await makeToken();
    expect((await use(token, ADMIN, { origin: 'https://evil.example' })).statusCode).toBe(403);
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/setup',
      headers: { 'content-type': 'text/plain' },
      payload: JSON.stringify({ token, ...ADMIN }),
    });
    expect(answer.statusCode).toBe(415);
    expect(await countUsers()).toBe(0);
  });
});

test('the secret is made once and readable by its owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-secret-'));
  const dataDir = join(folder, 'data');
  const [one, other] = await Promise.all([keepSecret(dataDir), keepSecret(dataDir)]);
  expect(one).toBe(other);
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(await keepSecret(dataDir)).toBe(one);
  expect((await readFile(join(dataDir, 'secret'), 'utf8')).trim()).toBe(one);
  expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
