import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import { createPerson, PASSWORD, type Person, PUBLIC_URL, readCookies, signIn } from './support/people.ts';

const FIELDS = 'id name email role state hasTotp linkExpiresAt sessions { id isCurrent }';
const SAVED = `__typename ... on PersonSaved { person { ${FIELDS} } } ... on ValidationFailed { problems { path message } }
  ... on NotAllowed { message } ... on NotFound { message }`;
const LINK = `__typename ... on PasswordLinkMade { url expiresAt person { ${FIELDS} } }
  ... on ValidationFailed { problems { path message } } ... on NotAllowed { message } ... on NotFound { message }`;

const INVITE = `mutation ($input: InvitationInput!) { result: invitePerson(input: $input) { ${LINK} } }`;
const RELINK = `mutation ($id: ID!) { result: createPasswordLink(id: $id) { ${LINK} } }`;
const ROLE = `mutation ($id: ID!, $from: Role!, $to: Role!) { result: changeRole(id: $id, from: $from, to: $to) { ${SAVED} } }`;
const END = `mutation ($id: ID!, $sessions: [ID!]) { result: endSessions(id: $id, sessions: $sessions) { ${SAVED} } }`;
const RENAME = `mutation ($name: String!) { result: renameOwnAccount(name: $name) { ${SAVED} } }`;
const byId = (name: string) => `mutation ($id: ID!) { result: ${name}(id: $id) { ${SAVED} } }`;

const MUTATIONS: [name: string, query: string, variables: object][] = [
  ['invitePerson', INVITE, { input: { name: 'New', email: 'refused@example.org', role: 'EDITOR' } }],
  ['createPasswordLink', RELINK, {}],
  ['changeRole', ROLE, { from: 'ADMIN', to: 'EDITOR' }],
  ['disablePerson', byId('disablePerson'), {}],
  ['enablePerson', byId('enablePerson'), {}],
  ['removeTotp', byId('removeTotp'), {}],
  ['endSessions', END, {}],
];

describe.each<DatabaseKind>(databases)('people on %s', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  const ask = async (person: Person | null, query: string, variables: object, headers = {}) => {
    const { data, errors } = await room.ask(person, query, variables, headers);
    return data?.result ?? errors[0];
  };
  const post = (url: string, payload: object, headers = {}) =>
    room.app.inject({ method: 'POST', url, payload, headers: { origin: PUBLIC_URL, ...headers } });
  const readToken = (url: string) => new URL(url).hash.replace('#token=', '');
  const setPassword = (token: string, password = PASSWORD, headers = {}) =>
    post('/api/password-link', { token, password }, headers);
  const list = async () =>
    (await room.ask(room.admin, `{ people { ${FIELDS} } }`)).data.people as { [name: string]: any }[];
  const viewerOf = async (cookie: string) =>
    (await room.ask({ cookie } as Person, '{ viewer { email role } }')).data.viewer;

  test('are invited by a link that works once, and set their own password', async () => {
    const input = { name: 'Grace', email: 'Grace@Example.org', role: 'EDITOR' };
    const made = await ask(room.admin, INVITE, { input });
    expect(made).toMatchObject({
      __typename: 'PasswordLinkMade',
      url: expect.stringMatching(/^http:\/\/localhost:3000\/admin\/invite#token=[\w-]{43}$/),
      person: { email: 'grace@example.org', state: 'INVITED', role: 'EDITOR', sessions: [] },
    });
    const credentials = { email: 'grace@example.org', password: PASSWORD };
    expect((await signIn(room.app, credentials)).statusCode).toBe(401);
    const token = readToken(made.url);
    expect((await post('/api/password-link/read', { token })).json()).toEqual({
      name: 'Grace',
      email: 'grace@example.org',
    });
    const short = await setPassword(token, 'short');
    expect([short.statusCode, short.json().problems[0].path]).toEqual([400, 'password']);
    expect((await setPassword(token, PASSWORD, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await setPassword(token)).statusCode).toBe(200);
    const again = [await setPassword(token), await setPassword('a'.repeat(43))];
    expect(again.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
    expect(again[0]?.body).toBe(again[1]?.body);
    expect((await post('/api/password-link/read', { token })).statusCode).toBe(403);
    const cookie = readCookies(await signIn(room.app, credentials));
    expect(await viewerOf(cookie)).toEqual({ email: 'grace@example.org', role: 'EDITOR' });
    expect((await list()).find(({ name }) => name === 'Grace')).toMatchObject({ state: 'ACTIVE' });
    expect(room.logs.join('')).not.toContain(token);
  });

  test.each(MUTATIONS)('%s needs an administrator, and this site', async (_, query, variables) => {
    const { id } = room.admin;
    const before = await list();
    for (const person of [null, room.editor, room.reviewer]) {
      expect(await ask(person, query, { id, ...variables })).toMatchObject({ __typename: 'NotAllowed' });
    }
    const foreign = await ask(room.admin, query, { id, ...variables }, { origin: 'https://evil.example' });
    expect(foreign.extensions.code).toBe('FORBIDDEN');
    expect(await list()).toEqual(before);
  });

  test('are listed for administrators alone, without a secret', async () => {
    for (const person of [null, room.editor, room.reviewer]) {
      const { errors } = await room.ask(person, '{ people { id } }');
      expect(errors[0]?.extensions.code).toBe(person ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
    const { data } = await room.ask(null, '{ ownAccount { id } }');
    expect(data).toEqual({ ownAccount: null });
    const { id } = (await list()).find(({ name }) => name === 'editor') ?? {};
    expect(id).toBe(room.editor.id);
  });

  test('bad input is named field by field', async () => {
    const bad = { name: ' ', email: 'nonsense', role: 'EDITOR' };
    const { problems } = await ask(room.admin, INVITE, { input: bad });
    expect(problems.map(({ path }: { path: string }) => path).sort()).toEqual(['email', 'name']);
    const taken = { name: 'Twin', email: room.editor.email.toUpperCase(), role: 'ADMIN' };
    expect((await ask(room.admin, INVITE, { input: taken })).problems).toMatchObject([{ path: 'email' }]);
    for (const [, query, variables] of MUTATIONS.slice(1)) {
      const missing = await ask(room.admin, query, { id: 'none', ...variables });
      expect(missing).toMatchObject({ __typename: 'NotFound' });
    }
  });

  test('change their role at once, unless it was changed meanwhile', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'riser');
    const change = { id: person.id, from: 'EDITOR', to: 'REVIEWER' };
    expect(await ask(room.admin, ROLE, change)).toMatchObject({ person: { role: 'REVIEWER' } });
    expect(await viewerOf(person.cookie)).toMatchObject({ role: 'REVIEWER' });
    const late = await ask(room.admin, ROLE, change);
    expect(late.problems).toMatchObject([{ path: 'from', message: expect.stringContaining('REVIEWER now') }]);
  });

  test('one administrator remains, of two who act at once, too', async () => {
    const { id } = room.admin;
    const demote = { id, from: 'ADMIN', to: 'EDITOR' };
    expect((await ask(room.admin, ROLE, demote)).problems).toMatchObject([{ path: 'to' }]);
    expect((await ask(room.admin, byId('disablePerson'), { id })).problems).toMatchObject([{ path: 'id' }]);
    // One who never set a password could not step in.
    const input = { name: 'Absent', email: 'absent@example.org', role: 'ADMIN' };
    await ask(room.admin, INVITE, { input });
    expect((await ask(room.admin, ROLE, demote)).problems).toMatchObject([{ path: 'to' }]);

    const other = await createPerson(room.db, room.app, 'ADMIN', 'second');
    const results = await Promise.all([
      ask(room.admin, byId('disablePerson'), { id: other.id }),
      ask(other, byId('disablePerson'), { id }),
    ]);
    expect(results.filter(({ __typename }) => __typename === 'PersonSaved')).toHaveLength(1);
    const both = { id: { in: [id, other.id] } };
    expect(await room.db.prisma.user.count({ where: { ...both, disabledAt: null } })).toBe(1);
    await room.db.prisma.user.update({ where: { id }, data: { disabledAt: null } });
    room.admin.cookie = readCookies(await signIn(room.app, { email: room.admin.email, password: PASSWORD }));
  });

  test('who is disabled is out at once, everywhere, and is told what any stranger is', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'leaver');
    const { url } = await ask(room.admin, RELINK, { id: person.id });
    const disable = byId('disablePerson');
    expect(await ask(room.admin, disable, { id: person.id })).toMatchObject({
      person: { state: 'DISABLED', sessions: [], linkExpiresAt: null },
    });
    expect(await viewerOf(person.cookie)).toBeNull();
    const refused = await signIn(room.app, { email: person.email, password: PASSWORD });
    const unknown = await signIn(room.app, { email: 'stranger@example.org', password: PASSWORD });
    expect([refused.statusCode, refused.body]).toEqual([401, unknown.body]);
    expect((await setPassword(readToken(url))).statusCode).toBe(403);
    expect((await ask(room.admin, RELINK, { id: person.id })).problems).toMatchObject([{ path: 'id' }]);
    expect((await ask(room.admin, disable, { id: person.id })).problems).toMatchObject([{ path: 'id' }]);
    expect(await ask(room.admin, byId('enablePerson'), { id: person.id })).toMatchObject({
      person: { state: 'ACTIVE' },
    });
    expect((await signIn(room.app, { email: person.email, password: PASSWORD })).statusCode).toBe(200);
  });

  test('who lost the password gets a link; the old one ends with it, and so do sessions', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'forgetful');
    const first = await ask(room.admin, RELINK, { id: person.id });
    const second = await ask(room.admin, RELINK, { id: person.id });
    expect(second.url).toMatch(/\/admin\/reset#token=/);
    expect(second.person.linkExpiresAt).toBe(second.expiresAt);
    expect((await setPassword(readToken(first.url))).statusCode).toBe(403);
    expect((await signIn(room.app, { email: person.email, password: PASSWORD })).statusCode).toBe(200);
    const renewed = 'a password of their own';
    expect((await setPassword(readToken(second.url), renewed)).statusCode).toBe(200);
    expect(await viewerOf(person.cookie)).toBeNull();
    expect((await signIn(room.app, { email: person.email, password: PASSWORD })).statusCode).toBe(401);
    expect((await signIn(room.app, { email: person.email, password: renewed })).statusCode).toBe(200);
    const [link] = await room.db.prisma.passwordLink.findMany({ where: { userId: person.id } });
    expect(JSON.stringify(link)).not.toContain(readToken(second.url));

    const expired = await ask(room.admin, RELINK, { id: person.id });
    await room.db.prisma.passwordLink.updateMany({ data: { expiresAt: new Date(0) } });
    expect((await setPassword(readToken(expired.url))).statusCode).toBe(403);
  });

  test('see their own sessions and end the others; administrators end anybody’s', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'traveller');
    const elsewhere = readCookies(await signIn(room.app, { email: person.email, password: PASSWORD }));
    const third = readCookies(await signIn(room.app, { email: person.email, password: PASSWORD }));
    const own = async () =>
      (await room.ask(person, '{ ownAccount { sessions { id isCurrent address browser } } }')).data
        .ownAccount;
    const { sessions } = await own();
    expect(sessions.map(({ isCurrent }: any) => isCurrent).sort()).toEqual([false, false, true]);
    expect(sessions[0].address).toMatch(/^10\.1\./);
    const [other] = sessions.filter(({ isCurrent }: any) => !isCurrent);
    await ask(person, END, { id: person.id, sessions: [other.id] });
    expect((await own()).sessions).toHaveLength(2);
    await ask(person, END, { id: person.id });
    expect((await own()).sessions).toEqual([expect.objectContaining({ isCurrent: true })]);
    expect([await viewerOf(elsewhere), await viewerOf(third)]).toEqual([null, null]);
    // Another's session is not ended by naming it beside one's own account.
    const [foreign] = (await list()).find(({ name }) => name === 'editor')?.sessions ?? [];
    await ask(person, END, { id: person.id, sessions: [foreign.id] });
    expect(await viewerOf(room.editor.cookie)).not.toBeNull();
    await ask(room.admin, END, { id: person.id });
    expect(await viewerOf(person.cookie)).toBeNull();
  });

  test('rename themselves by the rules, and nobody else', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'renamed');
    expect(await ask(person, RENAME, { name: '  Ada Lovelace ' })).toMatchObject({
      person: { name: 'Ada Lovelace' },
    });
    expect((await ask(person, RENAME, { name: '' })).problems).toMatchObject([{ path: 'name' }]);
    expect(await ask(null, RENAME, { name: 'Nobody' })).toMatchObject({ __typename: 'NotAllowed' });
    const foreign = await ask(person, RENAME, { name: 'Eve' }, { origin: 'https://evil.example' });
    expect(foreign.extensions.code).toBe('FORBIDDEN');
  });

  test('an address that is guessed at is locked for longer and longer, whoever has it', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'target');
    const outcomes = [];
    for (const email of [person.email, 'nobody-at-all@example.org']) {
      const answers = [];
      for (let i = 0; i < 7; i++) answers.push(await signIn(room.app, { email, password: 'a wrong guess' }));
      outcomes.push(answers.map(({ statusCode, body }) => [statusCode, body]));
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(outcomes[0]?.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = { email: person.email, password: PASSWORD };
    const locked = await signIn(room.app, right);
    expect(locked.statusCode).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    const unlock = () => room.db.prisma.signInAttempt.updateMany({ data: { lockedUntil: new Date(0) } });
    await unlock();
    await signIn(room.app, { ...right, password: 'a wrong guess' });
    expect((await signIn(room.app, right)).json().message).toContain('Wait 2 minutes');
    await unlock();
    expect((await signIn(room.app, right)).statusCode).toBe(200);
    expect((await signIn(room.app, { ...right, password: 'a wrong guess' })).statusCode).toBe(401);
  });
});
