import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import {
  createPerson,
  inventAddress,
  PASSWORD,
  type Person,
  PUBLIC_URL,
  readCookies,
  signIn,
} from './support/people.ts';

const LOG = `query ($filter: AuditFilter, $first: Int, $after: String) { auditLog(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage }
  nodes { id at action actor entity record detail address } } }`;

describe.each<DatabaseKind>(databases)('the audit log on %s', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  const read = async (filter: object | null = null, args: object = {}, person: Person | null = room.admin) =>
    (await room.ask(person, LOG, { filter, first: 200, ...args })).data.auditLog;
  /** Newest first, as `ACTION by actor: detail`. */
  const tell = async (record: string): Promise<string[]> =>
    (await read({ record })).nodes.map(
      ({ action, actor, detail }: any) => `${action} by ${actor}${detail ? `: ${detail}` : ''}`,
    );
  const post = (url: string, payload: object, headers = {}) =>
    room.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { origin: PUBLIC_URL, ...headers },
      remoteAddress: inventAddress(),
    });
  const mutate = async (query: string) =>
    (await room.ask(room.admin, `mutation { result: ${query} }`)).data.result;

  test('tells of sign-ins, good and bad, from where they came', async () => {
    const person = await createPerson(room.db, room.app, 'EDITOR', 'audited');
    const wrong = { email: person.email, password: 'a wrong guess' };
    for (let i = 0; i < 6; i++) await signIn(room.app, wrong, { remoteAddress: '192.0.2.7' });
    await post('/api/auth/sign-out', {}, { cookie: person.cookie });
    expect(await tell(person.email)).toEqual([
      'SIGNED_OUT by audited',
      'SIGN_IN_LOCKED by null',
      ...Array(4).fill('SIGN_IN_FAILED by null'),
      'SIGNED_IN by audited',
    ]);
    const { nodes } = await read({ actions: ['SIGN_IN_LOCKED'], record: person.email });
    expect(nodes).toMatchObject([{ address: '192.0.2.7', entity: 'SignIn' }]);
    // Of an address that nobody has, the same; what is no address may be a password in the wrong field.
    await signIn(room.app, { email: 'nobody-here@example.org', password: 'a wrong guess' });
    expect(await tell('nobody-here@example.org')).toEqual(['SIGN_IN_FAILED by null']);
    await signIn(room.app, { email: 'hunter2hunter2', password: 'x' });
    expect(await tell('hunter2hunter2')).toEqual([]);
  });

  test('tells of accounts and what was done to them', async () => {
    const made = await mutate(
      'invitePerson(input: {name: "Noor", email: "noor@example.org", role: EDITOR}) { ... on PasswordLinkMade { url person { id } } }',
    );
    const { id } = made.person;
    const token = new URL(made.url).hash.replace('#token=', '');
    await post('/api/password-link', { token, password: PASSWORD });
    const cookie = readCookies(await signIn(room.app, { email: 'noor@example.org', password: PASSWORD }));
    const change = { currentPassword: PASSWORD, newPassword: 'another long password' };
    expect((await post('/api/auth/change-password', change, { cookie })).statusCode).toBe(200);
    await room.ask({ cookie } as Person, 'mutation { renameOwnAccount(name: "Noor A") { __typename } }');
    await mutate(`changeRole(id: "${id}", from: EDITOR, to: REVIEWER) { __typename }`);
    await mutate(`changeRole(id: "${id}", from: EDITOR, to: REVIEWER) { __typename }`);
    await mutate(`endSessions(id: "${id}") { __typename }`);
    await mutate(`createPasswordLink(id: "${id}") { __typename }`);
    await mutate(`disablePerson(id: "${id}") { __typename }`);
    await mutate(`enablePerson(id: "${id}") { __typename }`);
    expect(await tell('noor@example.org')).toEqual([
      'ENABLED by admin',
      'DISABLED by admin',
      'LINK_MADE by admin',
      'SESSIONS_ENDED by admin',
      'ROLE_CHANGED by admin: EDITOR → REVIEWER',
      'RENAMED by Noor: Noor → Noor A',
      'PASSWORD_CHANGED by Noor',
      'SIGNED_IN by Noor',
      'PASSWORD_SET by Noor',
      'INVITED by admin: EDITOR',
    ]);
    const everything = JSON.stringify(await room.db.query('SELECT * FROM audit_entry'));
    for (const secret of [token, PASSWORD, 'another long password', cookie.split('=')[1] ?? '?']) {
      expect(everything).not.toContain(secret);
    }
  });

  test('tells of keys: made, used once a day, revoked', async () => {
    const { secret, apiKey } = await mutate(
      'createApiKey(input: {name: "Watched", scopes: [QUERY], days: 9}) { ... on ApiKeyCreated { secret apiKey { id } } }',
    );
    const use = () =>
      room.app.inject({
        url: '/graphql?query={dataset{revision}}',
        headers: { authorization: `Bearer ${secret}`, 'apollo-require-preflight': '1' },
      });
    await use();
    await room.db.prisma.apiKey.updateMany({ data: { lastRequest: new Date(Date.now() - 120_000) } });
    const isSameDay = new Date(Date.now() - 120_000).getUTCDate() === new Date().getUTCDate();
    await use();
    await mutate(`revokeApiKey(id: "${apiKey.id}") { __typename }`);
    await mutate(`revokeApiKey(id: "${apiKey.id}") { __typename }`);
    const told = await tell('Watched');
    if (isSameDay) {
      expect(told).toEqual(['REVOKED by admin', 'USED by null', 'CREATED by admin: QUERY, 9 days']);
    }
    expect(JSON.stringify(await read({ areas: ['KEYS'] }))).not.toContain(secret);
  });

  test('tells of releases, and of changes of records beside them', async () => {
    await mutate('createRelease(name: "audited") { __typename }');
    await room.db.prisma.revision.create({
      data: {
        entity: 'Commitment',
        entityId: 1,
        slug: 'cn-audited',
        version: 1,
        action: 'CREATED',
        actorName: 'editor',
        reason: 'first seen',
        isPublic: false,
      },
    });
    expect(await tell('audited')).toEqual(
      expect.arrayContaining(['CREATED by editor: first seen', 'MADE by admin: of revision 0']),
    );
    const { nodes } = await read({ areas: ['RECORDS', 'RELEASES'] });
    expect(nodes.map(({ record }: any) => record)).toEqual(['cn-audited', 'audited']);
  });

  test('is filtered, and read page by page without a gap', async () => {
    const whole = (await read()).nodes;
    const times = whole.map(({ at }: any) => at);
    expect(times).toEqual([...times].sort().reverse());
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo } = await read(null, { first: 3, after });
      seen.push(...nodes.map(({ id }: any) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(whole.map(({ id }: any) => id));
    const by = (await read({ actor: 'ADMIN' })).nodes;
    expect(by.length).toBeGreaterThan(0);
    expect(by.every(({ actor }: any) => actor === 'admin')).toBe(true);
    const today = new Date().toISOString().slice(0, 10);
    expect((await read({ until: '2020-01-01' })).totalCount).toBe(0);
    expect((await read({ from: '2020-01-01' })).totalCount).toBe(whole.length);
    expect((await read({ areas: [] })).totalCount).toBe(0);
    const { errors } = await room.ask(room.admin, LOG, { filter: { from: today, until: today } });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('is for administrators alone, as a list and as a file', async () => {
    for (const person of [null, room.editor, room.reviewer]) {
      const { errors } = await room.ask(person, LOG);
      expect(errors[0]?.extensions.code).toBe(person ? 'FORBIDDEN' : 'UNAUTHENTICATED');
      const headers = person ? { cookie: person.cookie } : {};
      const reply = await room.app.inject({ url: '/api/admin/audit.csv', headers });
      expect(reply.statusCode).toBe(person ? 403 : 401);
      expect(reply.json().errors[0].extensions.code).toBe(person ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
  });

  test('is had as CSV that runs no formula, which the log tells of', async () => {
    const get = (query: string) =>
      room.app.inject({ url: `/api/admin/audit.csv?${query}`, headers: { cookie: room.admin.cookie } });
    await mutate(
      'invitePerson(input: {name: "=1+1", email: "formula@example.org", role: EDITOR}) { __typename }',
    );
    await room.db.prisma.auditEntry.create({
      data: { action: 'RENAMED', actorName: '=1+1', entity: 'Account', record: 'formula@example.org' },
    });
    const reply = await get('record=formula&actor=&areas=PEOPLE');
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': expect.stringContaining('text/csv'),
    });
    const lines = reply.body.trim().split('\r\n');
    expect(lines[0]).toBe('at,action,actor,entity,record,detail,address');
    expect(lines[1]).toContain(",RENAMED,'=1+1,Account,formula@example.org,,");
    expect(lines).toHaveLength(3);
    const whole = (await read()).totalCount;
    expect((await get('')).body.trim().split('\r\n')).toHaveLength(whole + 2);
    expect(await tell('audit.csv')).toEqual([
      'EXPORTED by admin',
      'EXPORTED by admin: record=formula&actor=&areas=PEOPLE',
    ]);
    for (const [query, field] of [
      ['areas=EVERYTHING', 'areas'],
      ['from=yesterday', 'from'],
      ['from=2026-02-01&until=2026-01-01', 'until'],
      ['colour=red', 'colour'],
    ]) {
      const refused = await get(query ?? '');
      expect([refused.statusCode, refused.json().errors[0].message]).toEqual([
        400,
        expect.stringContaining(field ?? ''),
      ]);
    }
  });

  test.each(['UPDATE audit_entry SET action = NULL', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'refuses %s',
    async (statement) => {
      const count = () => room.db.prisma.auditEntry.count();
      const before = await count();
      await expect(room.db.executeScript(statement)).rejects.toThrow(/only ever added to/);
      expect(await count()).toBe(before);
    },
  );
});
