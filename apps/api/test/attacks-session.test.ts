import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPEN_PATHS } from '../src/auth/auth.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import { createPerson, inventAddress, PASSWORD, PUBLIC_URL, readCookies, signIn } from './support/people.ts';

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom('pglite');
});
afterAll(() => room.close());

const NAME = 'muster.session_token';
const who = async (cookie: string) => {
  const { data } = await room.ask(null, '{ viewer { email role } }', {}, { cookie });
  return data.viewer;
};
const post = (url: string, payload: object, headers = {}) =>
  room.app.inject({ method: 'POST', url, payload, headers, remoteAddress: inventAddress() });

test('a session that somebody was given beforehand is not the one they get', async () => {
  const { email } = room.editor;
  const chosen = `${NAME}=chosen-by-somebody-else.c2lnbmF0dXJl`;
  for (const cookie of [chosen, room.reviewer.cookie]) {
    const answer = await signIn(
      room.app,
      { email, password: PASSWORD },
      { headers: { cookie, origin: PUBLIC_URL } },
    );
    const own = readCookies(answer);
    expect(own).toContain(`${NAME}=`);
    expect(own).not.toBe(cookie);
    expect(await who(own)).toEqual({ email, role: 'EDITOR' });
  }
  expect(await who(chosen)).toBeNull();
  expect(await who(room.reviewer.cookie)).toMatchObject({ role: 'REVIEWER' });
});

test('each sign-in is a session of its own, and a token without its signature is none', async () => {
  const sessions = [];
  for (let i = 0; i < 2; i++) {
    const answer = await signIn(room.app, { email: room.editor.email, password: PASSWORD });
    sessions.push(readCookies(answer));
  }
  expect(new Set(sessions).size).toBe(2);
  const [cookie = ''] = sessions;
  const value = decodeURIComponent(cookie.slice(NAME.length + 1));
  const [token = '', signature = ''] = value.split('.');
  for (const forged of [
    token,
    `${token}.`,
    `${token}.${signature.slice(0, -4)}AAA=`,
    `${token}x.${signature}`,
  ]) {
    expect([forged, await who(`${NAME}=${encodeURIComponent(forged)}`)]).toEqual([forged, null]);
  }
});

test('who changes their password ends what others hold of theirs, where they say so', async () => {
  const person = await createPerson(room.db, room.app, 'EDITOR', 'careful');
  const stolen = readCookies(await signIn(room.app, { email: person.email, password: PASSWORD }));
  const change = {
    currentPassword: PASSWORD,
    newPassword: 'another long password',
    revokeOtherSessions: true,
  };
  const answer = await post('/api/auth/change-password', change, {
    cookie: person.cookie,
    origin: PUBLIC_URL,
  });
  expect(answer.statusCode).toBe(200);
  expect([await who(stolen), await who(person.cookie)]).toEqual([null, null]);
  expect(await who(readCookies(answer))).toMatchObject({ email: person.email });
});

test.each([
  '/sign-up/email',
  '/update-user',
  '/change-email',
  '/delete-user',
  '/set-password',
  '/reset-password',
  '/request-password-reset',
  '/forget-password',
  '/verify-email',
  '/sign-in/social',
  '/link-social',
  '/list-sessions',
  '/revoke-sessions',
  '/api-key/create',
  '/admin/set-role',
  '/two-factor/get-totp-uri',
  '/two-factor/send-otp',
  '/ok',
  '/error',
])('the auth library’s %s is shut', async (path) => {
  expect(OPEN_PATHS).not.toContain(path);
  const body = {
    email: 'new@example.org',
    name: 'New',
    password: PASSWORD,
    role: 'ADMIN',
    userId: room.admin.id,
  };
  const headers = { cookie: room.editor.cookie, origin: PUBLIC_URL };
  const before = await room.db.prisma.user.findMany({ orderBy: { id: 'asc' } });
  expect((await post(`/api/auth${path}`, body, headers)).statusCode).toBe(404);
  expect((await room.app.inject({ url: `/api/auth${path}`, headers })).statusCode).toBe(404);
  expect(await room.db.prisma.user.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
});

test.each([
  [
    '/sign-in/email',
    { email: 'x@example.org', password: PASSWORD, role: 'ADMIN', callbackURL: 'https://evil.example' },
  ],
  ['/change-password', { currentPassword: PASSWORD, newPassword: PASSWORD, role: 'ADMIN', userId: 'other' }],
  ['/two-factor/enable', { password: 'wrong password here', role: 'ADMIN', disabledAt: null }],
])('%s takes nothing that would change an account', async (path, body) => {
  const answer = await post(`/api/auth${path}`, body, { cookie: room.editor.cookie, origin: PUBLIC_URL });
  expect(answer.headers.location).toBeUndefined();
  const { role, disabledAt } = await room.db.prisma.user.findUniqueOrThrow({ where: { id: room.editor.id } });
  expect([role, disabledAt]).toEqual(['EDITOR', null]);
});

test('a link is for the public address, whatever host was asked', async () => {
  const invite = `mutation { result: invitePerson(input: { name: "New", email: "new@example.org", role: EDITOR }) { ... on PasswordLinkMade { url } } }`;
  const { data } = await room.ask(
    room.admin,
    invite,
    {},
    { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  );
  expect(data.result.url).toMatch(/^http:\/\/localhost:3000\/admin\/invite#token=/);
});
