import { randomUUID } from 'node:crypto';
import { createServer as createSocketServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMailer } from '../src/mail/mailer.ts';
import { createServer, type ServerParts } from '../src/server.ts';
import { readSettings } from '../src/settings.ts';
import { databases } from './support/databases.ts';
import { type MailServer, startMailServer } from './support/mail-server.ts';
import { openServer, SECRET } from './support/newsroom.ts';
import { createPerson, PASSWORD, type Person, PUBLIC_URL, signIn } from './support/people.ts';

const LOGIN = { user: 'muster@example.org', pass: 'p@ss/w:rd #1' };
const LINK = `__typename ... on PasswordLinkMade { url expiresAt mail person { id } }
  ... on ValidationFailed { problems { path } } ... on NotAllowed { message }`;
const INVITE = `mutation ($name: String!, $email: String!) {
  result: invitePerson(input: { name: $name, email: $email, role: EDITOR }) { ${LINK} } }`;
const RESET = `mutation ($id: ID!) { result: createPasswordLink(id: $id) { ${LINK} } }`;

const mailBy = (MUSTER_SMTP_URL: string, withinMs = 10_000) => {
  const { mail } = readSettings({ MUSTER_SMTP_URL, MUSTER_MAIL_FROM: 'The record <record@example.org>' });
  if (!mail) throw new Error('not read');
  return { ...mail, withinMs };
};

describe.each(databases.slice(0, 1))('mail on %s', (kind) => {
  let room: Awaited<ReturnType<typeof openServer>>;
  let admin: Person;
  let mailServer: MailServer;
  const extra: { close(): Promise<unknown> }[] = [];

  beforeAll(async () => {
    mailServer = await startMailServer({ login: LOGIN });
    room = await openServer(kind, { mail: mailBy(mailServer.url) });
    admin = await createPerson(room.db, room.app, 'ADMIN', 'ada');
  });
  afterEach(async () => {
    for (const { close } of extra.splice(0)) await close();
  });
  afterAll(async () => {
    await room.close();
    await mailServer.close();
  });

  const askAt = async (app: typeof room.app, person: Person | null, query: string, variables = {}) => {
    const headers = { origin: PUBLIC_URL, ...(person && { cookie: person.cookie }) };
    const reply = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query, variables },
      headers,
    });
    const { data, errors } = reply.json();
    return data?.result ?? errors?.[0] ?? data;
  };
  const ask = (person: Person | null, query: string, variables = {}) =>
    askAt(room.app, person, query, variables);
  /** Another server of the same people, whose mail goes elsewhere. */
  async function openElsewhere(elsewhere: ServerParts['settings']['mail']) {
    const logs: string[] = [];
    const app = await createServer({
      db: room.db,
      settings: {
        logLevel: 'debug',
        webOrigin: undefined,
        publicUrl: PUBLIC_URL,
        secret: SECRET,
        mail: elsewhere ?? null,
      },
      logTo: { write: (line) => void logs.push(line) },
    });
    extra.push(app);
    return { app, logs };
  }
  const setPassword = (app: typeof room.app, url: string) =>
    app.inject({
      method: 'POST',
      url: '/api/password-link',
      payload: { token: new URL(url).hash.replace('#token=', ''), password: PASSWORD },
      headers: { origin: PUBLIC_URL },
    });
  const findUrl = (body = '') => /^http:\S+$/m.exec(body)?.[0] ?? '';

  test('an invitation arrives, says who asked and until when, and its link works', async () => {
    const made = await ask(admin, INVITE, { name: 'Grace Höpper', email: 'grace@example.org' });
    expect(made).toMatchObject({ __typename: 'PasswordLinkMade', mail: 'SENT' });
    const letter = mailServer.letters.at(-1);
    expect(letter).toMatchObject({ from: 'record@example.org', to: ['grace@example.org'] });
    expect(letter?.headers).toEqual(
      expect.arrayContaining([
        'From: The record <record@example.org>',
        'Subject: Muster: your account',
        'Auto-Submitted: auto-generated',
        expect.stringMatching(/^Content-Type: text\/plain; charset=utf-8/),
      ]),
    );
    expect(letter?.body).toContain('Hello Grace Höpper,');
    expect(letter?.body).toContain(`ada (${admin.email}) made an account on Muster for you.`);
    const day = new Date(made.expiresAt).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    expect(letter?.body).toMatch(new RegExp(`works once, until ${day} at \\d\\d:\\d\\d UTC`));
    expect(letter?.body).toContain('If you did not expect this');
    expect(findUrl(letter?.body)).toBe(made.url);
    expect((await setPassword(room.app, findUrl(letter?.body))).statusCode).toBe(200);
    expect((await signIn(room.app, { email: 'grace@example.org', password: PASSWORD })).statusCode).toBe(200);
    const logs = room.logs.join('');
    for (const secret of [new URL(made.url).hash, LOGIN.pass, encodeURIComponent(LOGIN.pass)])
      expect(logs).not.toContain(secret);
  });

  test('so does a new password’s', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'forgetful');
    const made = await ask(admin, RESET, { id: person.id });
    expect(made).toMatchObject({ mail: 'SENT', url: expect.stringContaining('/admin/reset#') });
    const letter = mailServer.letters.at(-1);
    expect(letter?.headers).toContain('Subject: Muster: set a new password');
    expect(letter?.body).toContain(`a new password for ${person.email}`);
    expect(letter?.body).toContain('your password stays as it is');
    expect(findUrl(letter?.body)).toBe(made.url);
    expect((await setPassword(room.app, made.url)).statusCode).toBe(200);
  });

  test('nothing is mailed for whom is refused, and administrators alone learn that mail is set', async () => {
    const before = mailServer.letters.length;
    const editor = await createPerson(room.db, room.app, 'EDITOR', 'nosy');
    for (const person of [null, editor]) {
      const refused = await ask(person, INVITE, { name: 'New', email: 'refused@example.org' });
      expect(refused).toMatchObject({ __typename: 'NotAllowed' });
      const { extensions } = await ask(person, '{ sendsMail }');
      expect(extensions.code).toBe(person ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
    const bad = {
      name: 'Eve\r\nBcc: victim@example.org',
      email: 'eve@example.org\r\nBcc: victim@example.org',
    };
    const { problems } = await ask(admin, INVITE, bad);
    expect(problems.map(({ path }: { path: string }) => path).sort()).toEqual(['email', 'name']);
    expect(await ask(admin, '{ sendsMail }')).toEqual({ sendsMail: true });
    expect(mailServer.letters).toHaveLength(before);
  });

  test('names and addresses make no headers and no recipients, even past the rules', async () => {
    const evil = '\r\nBcc: victim@example.org\r\n\r\nbody';
    const mailer = createMailer({ ...mailBy(mailServer.url), log: room.app.log });
    const letter = { subject: `Hello${evil}`, text: 'x' };
    const names = [
      `Eve${evil}`,
      '"Eve" <victim@example.org>, Eve',
      'Eve, victim@example.org;',
      '=?utf-8?Q?Eve?=',
    ];
    for (const name of names) {
      await mailer.send({ ...letter, to: { name, address: 'eve@example.org' } }, 'test');
      const { to, headers } = mailServer.letters.at(-1) ?? {};
      expect(to).toEqual(['eve@example.org']);
      expect(headers?.filter((header) => /^(bcc|cc)/i.test(header))).toEqual([]);
      expect(headers?.filter((header) => header.startsWith('To:'))).toHaveLength(1);
    }
    const before = mailServer.letters.length;
    for (const address of [`eve@example.org${evil}`, 'eve@example.org, victim@example.org']) {
      await mailer.send({ ...letter, to: { name: 'Eve', address } }, 'test');
    }
    const reached = mailServer.letters.slice(before).flatMap(({ to }) => to);
    expect(reached).not.toContain('victim@example.org');
  });

  test('a wrong password of the mail account is told to administrator and log, and nothing is lost', async () => {
    const url = mailServer.url.replace(encodeURIComponent(LOGIN.pass), 'forgotten-secret');
    const other = await openElsewhere(mailBy(url));
    const made = await askAt(other.app, admin, INVITE, { name: 'Joan', email: 'joan@example.org' });
    expect(made).toMatchObject({ mail: 'FAILED', url: expect.stringContaining('#token=') });
    expect((await setPassword(other.app, made.url)).statusCode).toBe(200);
    const logs = other.logs.join('');
    expect(logs).toContain('refuses the user or the password of MUSTER_SMTP_URL');
    for (const secret of [
      'forgotten-secret',
      new URL(made.url).hash.slice(7),
      'joan@example.org',
      LOGIN.user,
    ])
      expect(logs).not.toContain(secret);
  });

  test.each([
    ['is down', 'cannot be reached', () => startDeaf(true)],
    ['never answers', 'does not answer in time', () => startDeaf(false)],
    [
      'refuses the recipient',
      'refuses the recipient',
      () => startMailServer({ onRcptTo: ({ address }, _, done) => done(new Error(`${address} unknown`)) }),
    ],
  ])('a mail server that %s holds nothing up', async (_, trouble, start) => {
    const email = `${randomUUID()}@example.org`;
    const server = await start();
    extra.push(server);
    const other = await openElsewhere(mailBy(server.url, 400));
    const made = await askAt(other.app, admin, INVITE, { name: 'Mary', email });
    expect(made).toMatchObject({ mail: 'FAILED', url: expect.stringContaining('#token=') });
    const line = other.logs.find((text) => text.includes(trouble)) ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 40, reqId: expect.any(String) });
    expect(line).not.toContain(email);
    expect((await setPassword(other.app, made.url)).statusCode).toBe(200);
  });

  test('a password is shown to no mail server elsewhere that does not encrypt', async () => {
    const other = await openElsewhere(mailBy(mailServer.url.replace('127.0.0.1', '0.0.0.0'), 5_000));
    const before = mailServer.logins;
    const made = await askAt(other.app, admin, INVITE, { name: 'Lin', email: 'lin@example.org' });
    expect(made.mail).toBe('FAILED');
    expect(mailServer.logins).toBe(before);
    expect(other.logs.join('')).toContain('no encryption that can be trusted');
  });

  test('without settings, nothing is mailed and the answer says so', async () => {
    const other = await openElsewhere(null);
    expect(await askAt(other.app, admin, '{ sendsMail }')).toEqual({ sendsMail: false });
    const made = await askAt(other.app, admin, INVITE, { name: 'Ida', email: 'ida@example.org' });
    expect(made).toMatchObject({ mail: 'OFF', url: expect.stringContaining('#token=') });
    expect((await setPassword(other.app, made.url)).statusCode).toBe(200);
  });
});

/** Takes connections and says nothing; or is gone already. */
async function startDeaf(isGone: boolean) {
  const sockets = new Set<{ destroy(): void }>();
  const server = createSocketServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<unknown>((resolve) => server.close(resolve));
  };
  if (isGone) await close();
  return { url: `smtp://127.0.0.1:${port}`, close: isGone ? async () => {} : close };
}
