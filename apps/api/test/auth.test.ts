import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { databases, isOfState } from './support/databases.ts';
import { openServer, SECRET } from './support/newsroom.ts';
import { createAccount, inventAddress, PASSWORD, PUBLIC_URL, readCookies, signIn } from './support/people.ts';

const WHO = '{ viewer { email name role } }';
const EDITOR = { email: 'editor@example.org', name: 'Edith', role: 'EDITOR' } as const;
const CREDENTIALS = { email: EDITOR.email, password: PASSWORD };

describe.each<DatabaseKind>(databases)('sign-in on %s', (kind) => {
  let server: Awaited<ReturnType<typeof openServer>>;

  beforeAll(async () => {
    server = await openServer(kind);
    await createAccount(server.db, EDITOR);
  });
  afterAll(() => server.close());

  async function askViewer(cookie: string) {
    const headers = { cookie, origin: PUBLIC_URL };
    const answer = await server.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: WHO },
      headers,
    });
    return answer.json().data.viewer;
  }
  const post = (url: string, payload: object, headers = {}) =>
    server.app.inject({ method: 'POST', url, payload, headers, remoteAddress: inventAddress() });

  test('gives a session that GraphQL knows', async () => {
    const answer = await signIn(server.app, CREDENTIALS);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await askViewer(readCookies(answer))).toEqual(EDITOR);
  });

  test('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const [cookie] = (await signIn(server.app, CREDENTIALS)).cookies;
    expect(cookie).toMatchObject({
      name: 'muster.session_token',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect(cookie).not.toHaveProperty('secure', true);
  });

  test('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await signIn(server.app, { ...CREDENTIALS, password: 'not the password at all' });
    const unknown = await signIn(server.app, { email: 'nobody@example.org', password: PASSWORD });
    expect(wrong.statusCode).toBe(401);
    expect(unknown.statusCode).toBe(401);
    expect(unknown.body).toBe(wrong.body);
    expect(wrong.cookies).toEqual([]);
  });

  test('takes the address in any case', async () => {
    const answer = await signIn(server.app, { ...CREDENTIALS, email: 'Editor@Example.org' });
    expect(answer.statusCode).toBe(200);
  });

  test('ends with sign-out, at once and for every copy of the cookie', async () => {
    const cookie = readCookies(await signIn(server.app, CREDENTIALS));
    const answer = await post('/api/auth/sign-out', {}, { cookie, origin: PUBLIC_URL });
    expect(answer.statusCode).toBe(200);
    expect(await askViewer(cookie)).toBeNull();
  });

  test('knows nobody by a forged or expired session', async () => {
    const cookie = readCookies(await signIn(server.app, CREDENTIALS));
    expect(await askViewer(cookie.replace(/.{6}$/, 'AAAA%3D'))).toBeNull();
    await server.db.prisma.session.updateMany({ data: { expiresAt: new Date(0) } });
    expect(await askViewer(cookie)).toBeNull();
  });

  test('asks the database nothing for a reader without a session', async () => {
    let statements = 0;
    const stop = server.db.onStatement(({ sql }) => {
      if (!isOfState(sql)) statements += 1;
    });
    expect(await askViewer('theme=dark')).toBeNull();
    stop();
    expect(statements).toBe(0);
  });

  test('lets each address try ten times a minute, whatever it says of itself', async () => {
    const remoteAddress = inventAddress();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const forged = {
        'x-forwarded-for': `203.0.113.${attempt}`,
        'x-muster-client-address': `203.0.113.${attempt}`,
      };
      const options = { remoteAddress, headers: forged };
      statuses.push(
        (await signIn(server.app, { email: `guess-${attempt}@example.org`, password: PASSWORD }, options))
          .statusCode,
      );
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await signIn(server.app, CREDENTIALS, { remoteAddress })).statusCode).toBe(429);
    expect((await signIn(server.app, CREDENTIALS)).statusCode).toBe(200);
    expect(await server.db.prisma.rateLimit.count()).toBeGreaterThan(0);
  });

  test('lets nobody sign up', async () => {
    const before = await server.db.prisma.user.count();
    const body = { email: 'new@example.org', name: 'New', password: PASSWORD, role: 'ADMIN' };
    expect((await post('/api/auth/sign-up/email', body)).statusCode).toBeGreaterThanOrEqual(400);
    expect(await server.db.prisma.user.count()).toBe(before);
  });

  test('lets nobody give themselves a role', async () => {
    const cookie = readCookies(await signIn(server.app, CREDENTIALS));
    const headers = { cookie, origin: PUBLIC_URL };
    expect((await post('/api/auth/update-user', { role: 'ADMIN' }, headers)).statusCode).toBe(404);
    const change = { currentPassword: PASSWORD, newPassword: PASSWORD, role: 'ADMIN' };
    expect((await post('/api/auth/change-password', change, headers)).statusCode).toBe(200);
    expect(await askViewer(cookie)).toEqual(EDITOR);
  });

  test('asks twelve characters of a new password', async () => {
    const cookie = readCookies(await signIn(server.app, CREDENTIALS));
    const change = { currentPassword: PASSWORD, newPassword: 'elevenchars' };
    const answer = await post('/api/auth/change-password', change, { cookie, origin: PUBLIC_URL });
    expect(answer.statusCode).toBe(400);
    expect((await signIn(server.app, CREDENTIALS)).statusCode).toBe(200);
  });

  test.each(['https://evil.example', 'null', undefined])('refuses a write from origin %s', async (origin) => {
    const cookie = readCookies(await signIn(server.app, CREDENTIALS));
    const headers = { cookie, ...(origin && { origin }) };
    const change = { currentPassword: PASSWORD, newPassword: 'the password of somebody else' };
    expect((await post('/api/auth/change-password', change, headers)).statusCode).toBe(403);
    expect((await signIn(server.app, CREDENTIALS)).statusCode).toBe(200);
  });

  test('takes JSON alone', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(CREDENTIALS).toString(),
    });
    expect(answer.statusCode).toBe(415);
  });

  test('a role that changes, changes at once', async () => {
    const cookie = readCookies(await signIn(server.app, CREDENTIALS));
    const where = { email: EDITOR.email };
    await server.db.prisma.user.update({ where, data: { role: 'REVIEWER' } });
    expect(await askViewer(cookie)).toMatchObject({ role: 'REVIEWER' });
    await server.db.prisma.user.update({ where, data: { role: 'EDITOR' } });
  });

  test('writes no password, token or secret to the log', async () => {
    await server.db.executeScript('ALTER TABLE "session" RENAME TO "session_away"');
    const failed = await signIn(server.app, CREDENTIALS);
    await server.db.executeScript('ALTER TABLE "session_away" RENAME TO "session"');
    expect(failed.statusCode).toBe(500);
    expect(failed.body).not.toMatch(/session|prisma/i);
    const sessions = await server.db.prisma.session.findMany({ select: { token: true } });
    const accounts = await server.db.prisma.account.findMany({ select: { password: true } });
    const log = server.logs.join('');
    expect(server.logs.filter((line) => line.includes('Prisma'))).toHaveLength(1);
    expect(failed.json().errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(log).toContain('"path":"/api/auth/sign-in"');
    for (const word of [
      PASSWORD,
      SECRET,
      ...sessions.map((s) => s.token),
      ...accounts.map((a) => a.password),
    ]) {
      expect(log).not.toContain(word);
    }
  });
});

test('behind a trusted balancer each caller has tries of their own', async () => {
  const { trustProxy } = readSettings({ MUSTER_TRUST_PROXY: '1' });
  const server = await openServer('pglite', { trustProxy });
  let tries = 0;
  const attempt = async (caller: string) => {
    tries += 1;
    const wrong = { email: `guess-${tries}@example.org`, password: 'not the password' };
    const options = { remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': `198.51.100.1, ${caller}` } };
    return (await signIn(server.app, wrong, options)).statusCode;
  };
  for (let i = 0; i < 10; i += 1) expect(await attempt('192.0.2.1')).toBe(401);
  expect(await attempt('192.0.2.1')).toBe(429);
  expect(await attempt('192.0.2.2')).toBe(401);
  await server.close();
});

test('the cookie is for https alone where the public address is', async () => {
  const server = await openServer('pglite', { publicUrl: 'https://muster.example/' });
  await createAccount(server.db, EDITOR);
  const [cookie] = (await signIn(server.app, CREDENTIALS)).cookies;
  expect(cookie).toMatchObject({ name: '__Secure-muster.session_token', secure: true, httpOnly: true });
  await server.close();
});
