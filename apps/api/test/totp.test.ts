import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from './support/databases.ts';
import { openServer } from './support/newsroom.ts';
import { createPerson, inventAddress, PASSWORD, PUBLIC_URL, readCookies, signIn } from './support/people.ts';
import { writeCode } from './support/totp.ts';

const WRONG = '000000';

describe.each<DatabaseKind>(databases)('codes at sign-in on %s', (kind) => {
  let server: Awaited<ReturnType<typeof openServer>>;
  beforeAll(async () => {
    server = await openServer(kind);
  });
  afterAll(() => server.close());

  const post = (path: string, payload: object, cookie = '', headers = {}) =>
    server.app.inject({
      method: 'POST',
      url: `/api/auth/two-factor/${path}`,
      payload,
      headers: { origin: PUBLIC_URL, ...(cookie && { cookie }), ...headers },
      remoteAddress: inventAddress(),
    });
  const nameOf = async (cookie: string) => {
    const payload = { query: '{ viewer { name } }' };
    const headers = { cookie, origin: PUBLIC_URL };
    return (await server.app.inject({ method: 'POST', url: '/graphql', payload, headers })).json().data.viewer
      ?.name;
  };
  const actions = async (email: string) =>
    (await server.db.prisma.auditEntry.findMany({ where: { record: email }, orderBy: { id: 'asc' } })).map(
      ({ action, detail }) => (detail ? `${action} ${detail}` : action),
    );

  /** Somebody who turned codes on. */
  async function createCoded(name: string) {
    const person = await createPerson(server.db, server.app, 'EDITOR', name);
    const enabled = await post('enable', { password: PASSWORD }, person.cookie);
    expect(enabled.statusCode).toBe(200);
    const { totpURI, backupCodes } = enabled.json();
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    const code = () => writeCode(secret, Date.now());
    expect((await signIn(server.app, { email: person.email, password: PASSWORD })).json().token).toBeTruthy();
    expect((await post('verify-totp', { code: WRONG }, person.cookie)).statusCode).toBe(401);
    const proved = await post('verify-totp', { code: code() }, person.cookie);
    expect(proved.statusCode).toBe(200);
    return { ...person, cookie: readCookies(proved), secret, code, backupCodes: backupCodes as string[] };
  }

  const ask = (email: string) => signIn(server.app, { email, password: PASSWORD });

  test('are asked for once a first one was right; the password alone gives no session', async () => {
    const person = await createCoded('coder');
    expect(await nameOf(person.cookie)).toBe('coder');
    const asked = await ask(person.email);
    expect(asked.json()).toMatchObject({ twoFactorRedirect: true });
    expect(asked.json().token).toBeUndefined();
    const pending = readCookies(asked);
    expect(await nameOf(pending)).toBeUndefined();
    const wrong = await post('verify-totp', { code: WRONG }, pending);
    expect([wrong.statusCode, wrong.cookies.length]).toEqual([401, 0]);
    const right = await post('verify-totp', { code: person.code() }, pending);
    expect(right.statusCode).toBe(200);
    expect(await nameOf(readCookies(right))).toBe('coder');
    // The same question cannot be answered twice.
    expect((await post('verify-totp', { code: person.code() }, pending)).statusCode).toBe(401);
    expect(await actions(person.email)).toEqual([
      'SIGNED_IN',
      'SIGNED_IN',
      'CODE_FAILED',
      'TOTP_TURNED_ON',
      'CODE_FAILED',
      'SIGNED_IN with a code',
    ]);
  });

  test('are slowed: five to a sign-in, ten in a row to an account, ten a minute from an address', async () => {
    const person = await createCoded('slowed');
    const tries: number[] = [];
    for (let round = 0; round < 2; round++) {
      const pending = readCookies(await ask(person.email));
      for (let i = 0; i < 6; i++)
        tries.push((await post('verify-totp', { code: WRONG }, pending)).statusCode);
    }
    expect(tries).toEqual([401, 401, 401, 401, 401, 400, 401, 401, 401, 401, 401, 429]);
    const locked = readCookies(await ask(person.email));
    expect((await post('verify-totp', { code: person.code() }, locked)).statusCode).toBe(429);
    expect((await post('verify-backup-code', { code: person.backupCodes[0] }, locked)).statusCode).toBe(429);
    expect((await actions(person.email)).at(-1)).toBe('SIGN_IN_LOCKED');
    await server.db.prisma.twoFactor.updateMany({ data: { lockedUntil: new Date(0) } });
    const later = readCookies(await ask(person.email));
    expect((await post('verify-totp', { code: person.code() }, later)).statusCode).toBe(200);

    const remoteAddress = inventAddress();
    const statuses = [];
    for (let i = 0; i < 11; i++) {
      const url = '/api/auth/two-factor/verify-totp';
      const options = { method: 'POST', url, payload: { code: WRONG }, remoteAddress } as const;
      statuses.push((await server.app.inject(options)).statusCode);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });

  test('recovery codes work once each, and new ones replace them', async () => {
    const person = await createCoded('recoverer');
    const [first = '', second = ''] = person.backupCodes;
    expect(person.backupCodes).toHaveLength(10);
    const use = async (code: string) =>
      post('verify-backup-code', { code }, readCookies(await ask(person.email)));
    const entered = await use(first);
    expect(await nameOf(readCookies(entered))).toBe('recoverer');
    expect((await use(first)).statusCode).toBe(401);
    expect(
      (await post('generate-backup-codes', { password: 'a wrong guess' }, person.cookie)).statusCode,
    ).toBe(400);
    const made = await post('generate-backup-codes', { password: PASSWORD }, person.cookie);
    expect((await use(second)).statusCode).toBe(401);
    expect((await use(made.json().backupCodes[0])).statusCode).toBe(200);
    expect(await actions(person.email)).toEqual(
      expect.arrayContaining(['SIGNED_IN with a recovery code', 'RECOVERY_CODES_MADE']),
    );
    const stored = JSON.stringify(await server.db.prisma.twoFactor.findMany());
    for (const kept of [person.secret, second, made.json().backupCodes[1]])
      expect(stored).not.toContain(kept);
    expect(server.logs.join('')).not.toContain(person.secret);
  });

  test('are turned off with the password, by the owner alone and from our pages', async () => {
    const person = await createCoded('quitter');
    expect((await post('disable', { password: 'a wrong guess' }, person.cookie)).statusCode).toBe(400);
    expect((await post('disable', { password: PASSWORD })).statusCode).toBe(401);
    const foreign = { origin: 'https://evil.example' };
    expect((await post('disable', { password: PASSWORD }, person.cookie, foreign)).statusCode).toBe(403);
    expect((await ask(person.email)).json().twoFactorRedirect).toBe(true);
    expect((await post('disable', { password: PASSWORD }, person.cookie)).statusCode).toBe(200);
    expect((await ask(person.email)).json().token).toBeTruthy();
    expect(await actions(person.email)).toContain('TOTP_TURNED_OFF');
  });

  test('an administrator turns them off for who lost the phone', async () => {
    const person = await createCoded('loser');
    const admin = await createPerson(server.db, server.app, 'ADMIN');
    const query = `mutation { removeTotp(id: "${person.id}") { ... on PersonSaved { person { hasTotp } } } }`;
    const headers = { cookie: admin.cookie, origin: PUBLIC_URL };
    const reply = await server.app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
    expect(reply.json().data.removeTotp.person).toEqual({ hasTotp: false });
    expect((await ask(person.email)).json().token).toBeTruthy();
  });

  test('no browser is spared them, and no path of the library leads around them', async () => {
    const person = await createCoded('careful');
    const pending = readCookies(await ask(person.email));
    const trusted = await post('verify-totp', { code: person.code(), trustDevice: true }, pending);
    expect(trusted.statusCode).toBe(400);
    for (const path of ['send-otp', 'verify-otp', 'get-totp-uri', 'view-backup-codes', 'totp/generate']) {
      expect((await post(path, { password: PASSWORD, code: WRONG }, person.cookie)).statusCode).toBe(404);
    }
    for (const path of ['list-sessions', 'revoke-session', 'update-user', 'reset-password', 'delete-user']) {
      const url = `/api/auth/${path}`;
      for (const method of ['GET', 'POST'] as const) {
        const headers = { cookie: person.cookie, origin: PUBLIC_URL };
        const payload = method === 'POST' ? { payload: {} } : {};
        expect((await server.app.inject({ method, url, headers, ...payload })).statusCode).toBe(404);
      }
    }
    // Nor a new password: whoever sets it is asked for the code, too.
    expect((await ask(person.email)).json().twoFactorRedirect).toBe(true);
  });
});
