import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_PATHS } from '../src/auth/auth.ts';
import { limitsOf } from '../src/limits/limits.ts';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import { type Person, PUBLIC_URL } from './support/people.ts';

const KEY_FIELDS = 'id name start scopes state createdBy expiresAt revokedAt lastUsedAt';
const COUNTED = '{ dataset { revision } }';
const DAY_MS = 86_400_000;

const CREATE = `mutation ($input: ApiKeyInput!) { createApiKey(input: $input) {
  __typename
  ... on ApiKeyCreated { secret apiKey { ${KEY_FIELDS} } }
  ... on ValidationFailed { problems { path message } }
  ... on NotAllowed { message }
} }`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(id: $id) {
  __typename
  ... on ApiKeyRevoked { apiKey { ${KEY_FIELDS} } }
  ... on NotAllowed { message }
  ... on NotFound { message }
} }`;

describe.each(databases)('API keys on %s', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  async function create(person: Person | null, input: object = {}) {
    const wanted = { name: 'Notebook of an analyst', scopes: ['QUERY'], days: 30, ...input };
    return (await room.ask(person, CREATE, { input: wanted })).data.createApiKey;
  }

  async function list(): Promise<any[]> {
    return (await room.ask(room.admin, `{ apiKeys { ${KEY_FIELDS} } }`)).data.apiKeys;
  }

  function get(key: string, options: InjectOptions = {}, query = COUNTED) {
    const headers = { 'apollo-require-preflight': '1', authorization: `Bearer ${key}`, ...options.headers };
    return room.app.inject({ url: `/graphql?${new URLSearchParams({ query })}`, ...options, headers });
  }

  const codeOf = (reply: LightMyRequestResponse) => reply.json().errors[0].extensions.code;

  test('are made by an administrator, told once, and kept as a hash', async () => {
    const { secret, apiKey } = await create(room.admin);
    expect(secret).toMatch(/^muster_[a-zA-Z]{64}$/);
    expect(apiKey).toMatchObject({
      name: 'Notebook of an analyst',
      start: secret.slice(0, 13),
      scopes: ['QUERY'],
      state: 'ACTIVE',
      createdBy: 'admin',
      revokedAt: null,
      lastUsedAt: null,
    });
    expect(Math.abs(Date.parse(apiKey.expiresAt) - Date.now() - 30 * DAY_MS)).toBeLessThan(60_000);
    const [row] = await room.db.query<{ text: string }>(
      'SELECT k::text AS text FROM api_key k WHERE id = $1',
      [apiKey.id],
    );
    expect(row?.text).not.toContain(secret.slice(13));
    expect(await list()).toContainEqual(apiKey);
  });

  test('are nobody else’s to make, see or revoke', async () => {
    for (const person of [null, room.editor, room.reviewer]) {
      expect(await create(person)).toMatchObject({ __typename: 'NotAllowed' });
      const { data } = await room.ask(person, REVOKE, { id: 'any' });
      expect(data.revokeApiKey.__typename).toBe('NotAllowed');
      const { errors } = await room.ask(person, '{ apiKeys { id } }');
      expect(errors[0]?.extensions.code).toBe(person ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
    const { data } = await room.ask(room.admin, REVOKE, { id: 'none' });
    expect(data.revokeApiKey.__typename).toBe('NotFound');
  });

  test('are refused field by field', async () => {
    const { problems } = await create(room.admin, { name: ' ', scopes: ['QUERY', 'QUERY'], days: 500 });
    expect(problems.map(({ path }: { path: string }) => path).sort()).toEqual(['days', 'name', 'scopes.1']);
    const empty = await create(room.admin, { scopes: [], name: 'x'.repeat(81) });
    expect(empty.problems.map(({ path }: { path: string }) => path).sort()).toEqual(['name', 'scopes']);
  });

  test('raise the limits of a question, and share kept answers among themselves', async () => {
    const { secret, apiKey } = await create(room.admin);
    const other = (await create(room.admin, { name: 'Another' })).secret;
    const asked = await get(secret);
    expect(asked.json().extensions.cost.limit).toBe(limitsOf.KEY.cost);
    expect(asked.headers).toMatchObject({
      'cache-control': 'private, no-cache',
      'access-control-allow-origin': '*',
      vary: expect.stringContaining('authorization'),
    });
    const etag = String(asked.headers.etag);
    expect((await get(other)).body).toBe(asked.body);
    expect((await get(secret, { headers: { 'if-none-match': etag } })).statusCode).toBe(304);

    const anonymous = { headers: { 'apollo-require-preflight': '1', 'if-none-match': etag } };
    const without = await room.app.inject({ url: `/graphql?query=${COUNTED}`, ...anonymous });
    expect(without.statusCode).toBe(200);
    expect(without.json().extensions.cost.limit).toBe(limitsOf.ANONYMOUS.cost);

    const large = `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: dataset { revision }`).join(' ')} }`;
    expect((await get(secret, {}, large)).json().data.a59).toEqual({ revision: 0 });
    const refused = await room.ask(null, large);
    expect(refused.errors[0]?.extensions.code).toBe('TOO_MANY_ALIASES');
    const used = (await list()).find(({ id }) => id === apiKey.id);
    expect(Date.parse(used.lastUsedAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  test('sign nobody in and change nothing, whatever cookie comes along', async () => {
    const { secret } = await create(room.admin);
    const headers = { authorization: `Bearer ${secret}` };
    for (const person of [null, room.admin]) {
      expect((await room.ask(person, '{ viewer { name } }', {}, headers)).data).toEqual({ viewer: null });
      const input = { name: 'By a key', scopes: ['QUERY'], days: 1 };
      const { data } = await room.ask(person, CREATE, { input }, headers);
      expect(data.createApiKey.__typename).toBe('NotAllowed');
    }
    expect((await list()).map(({ name }) => name)).not.toContain('By a key');
    const session = await room.app.inject({
      url: '/api/auth/get-session',
      headers: { ...headers, 'x-api-key': secret },
    });
    expect(session.body).toBe('null');
  });

  test('that do not hold are refused with the reason, never answered as if there were none', async () => {
    const revoked = await create(room.admin);
    const { data } = await room.ask(room.admin, REVOKE, { id: revoked.apiKey.id });
    expect(data.revokeApiKey.apiKey).toMatchObject({ state: 'REVOKED', revokedAt: expect.any(String) });
    const again = await room.ask(room.admin, REVOKE, { id: revoked.apiKey.id });
    expect(again.data.revokeApiKey.apiKey.revokedAt).toBe(data.revokeApiKey.apiKey.revokedAt);

    const expired = await create(room.admin);
    const past = new Date(Date.now() - DAY_MS);
    await room.db.prisma.apiKey.update({ where: { id: expired.apiKey.id }, data: { expiresAt: past } });
    // Making another is when the library would sweep away what has expired.
    const ofFiles = await create(room.admin, { scopes: ['FILES'] });

    const cases: [key: string, status: number, code: string, remedy: string][] = [
      [revoked.secret, 401, 'KEY_REVOKED', 'ask an administrator for another'],
      [expired.secret, 401, 'KEY_EXPIRED', past.toISOString().slice(0, 10)],
      [expired.secret, 401, 'KEY_EXPIRED', 'ask an administrator for another'],
      [ofFiles.secret, 403, 'KEY_OUT_OF_SCOPE', 'good for FILES, not for QUERY'],
      [`${ofFiles.secret}x`, 401, 'KEY_UNKNOWN', 'Authorization: Bearer muster_…'],
      ['x', 401, 'KEY_UNKNOWN', 'ask without that header'],
      ['', 401, 'KEY_UNKNOWN', 'ask without that header'],
    ];
    await get((await create(room.admin)).secret);
    for (const [key, status, code, remedy] of cases) {
      for (const reply of [
        await get(key),
        await get(key, { method: 'POST', url: '/graphql', payload: { query: COUNTED } }),
      ]) {
        expect([reply.statusCode, codeOf(reply)]).toEqual([status, code]);
        expect(reply.json().errors[0].message).toContain(remedy);
        expect(reply.headers).toMatchObject({
          'cache-control': 'private, no-store',
          'www-authenticate': expect.stringMatching(/^Bearer realm="Muster", error="/),
          'access-control-allow-origin': '*',
        });
      }
    }
    expect((await list()).find(({ id }) => id === expired.apiKey.id).state).toBe('EXPIRED');
    expect((await list()).map(({ state }) => state).lastIndexOf('ACTIVE')).toBe(
      (await list()).filter(({ state }) => state === 'ACTIVE').length - 1,
    );
  });

  test('cannot be made or changed past our own mutations', async () => {
    const { secret, apiKey } = await create(room.admin);
    const before = await list();
    const { id } = apiKey;
    const [first = ''] = KEY_PATHS;
    const spelled = [`${first}/`, first.replace('-', '%2D'), first.replace('/', '//')];
    for (const path of [...KEY_PATHS, ...spelled, '/api-key/delete-all-expired-api-keys']) {
      for (const method of ['GET', 'POST'] as const) {
        const reply = await room.app.inject({
          method,
          url: `/api/auth${path}`,
          headers: { cookie: room.admin.cookie, origin: PUBLIC_URL },
          ...(method === 'POST' && { payload: { keyId: id, id, key: secret, name: 'Mine', enabled: false } }),
        });
        expect([path, reply.statusCode]).toEqual([path, 404]);
      }
    }
    expect(await list()).toEqual(before);
  });

  test('never reach the log', async () => {
    const { secret } = await create(room.admin);
    await get(secret);
    await get(`${secret}wrong`);
    expect(room.logs.join('')).not.toContain(secret.slice(13));
    expect(room.logs.join('')).toContain('/graphql');
  });
});
