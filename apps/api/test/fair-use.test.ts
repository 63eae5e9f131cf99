import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAllowances } from '../src/limits/allowance.ts';
import { ALLOWANCE, charges, KEY_ALLOWANCES, limits } from '../src/limits/limits.ts';
import { createServer } from '../src/server.ts';
import { readSettings } from '../src/settings.ts';
import { type Newsroom, openNewsroom, SECRET } from './support/newsroom.ts';
import { inventAddress, PUBLIC_URL } from './support/people.ts';

const LIMIT = 1_000;
const TOKEN = 'what the dashboard shows, long enough for it';
const QUIET = { logLevel: 'silent', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET } as const;
const DEAR = '{ commitments(first: 500) { nodes { claims { fragment } } } }';
const DEAR_COST = 1 + 500 * (1 + 3);
const COUNTED = '{ dataset { revision } }';

describe('the allowance of a caller', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom('pglite', { rateLimit: LIMIT, dashboardToken: TOKEN });
  });
  afterAll(() => room.close());

  async function ask(remoteAddress: string, options: InjectOptions & { query?: string } = {}) {
    const { query = COUNTED, ...rest } = options;
    const url = `/graphql?${new URLSearchParams({ query })}`;
    const headers = { 'apollo-require-preflight': '1', ...rest.headers };
    const reply = await room.app.inject({ url, ...rest, headers, remoteAddress });
    const { 'ratelimit-remaining': left, etag } = reply.headers;
    return { reply, left: left === undefined ? null : Number(left), etag: String(etag) };
  }

  async function spend(remoteAddress: string) {
    for (let left = LIMIT; left > 0; left -= charges.question) {
      const answer = await ask(remoteAddress, { query: '{ nothing }' });
      expect([answer.reply.statusCode, answer.left]).toEqual([400, left - charges.question]);
    }
  }

  test('is told with every answer, and takes what the question costs', async () => {
    const address = inventAddress();
    const query = '{ commitments(first: 300) { nodes { slug } } }';
    const { reply, etag } = await ask(address, { query });
    expect(reply.json().extensions.cost.asked).toBe(301);
    expect(reply.headers).toMatchObject({
      'ratelimit-limit': `${LIMIT}`,
      'ratelimit-remaining': `${LIMIT - 301}`,
      'ratelimit-policy': `${LIMIT};w=60`,
      'ratelimit-reset': expect.stringMatching(/^[1-9]\d?$/),
      'access-control-expose-headers': expect.stringContaining('ratelimit-remaining'),
    });
    // From memory, and not modified: one each.
    expect((await ask(address, { query })).left).toBe(LIMIT - 302);
    const known = await ask(address, { query, headers: { 'if-none-match': etag } });
    expect([known.reply.statusCode, known.left]).toEqual([304, LIMIT - 303]);
    // At least what any question takes, also where it is no question.
    const small = { method: 'POST', payload: { query: COUNTED } } as const;
    expect((await ask(address, small)).left).toBe(LIMIT - 303 - charges.question);
    expect((await ask(address, { query: '{' })).left).toBe(LIMIT - 303 - 2 * charges.question);
    const batch = await ask(address, { method: 'POST', payload: [{ query: COUNTED }] });
    expect([batch.reply.statusCode, batch.left]).toEqual([400, LIMIT - 303 - 3 * charges.question]);
    const preflight = await room.app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      remoteAddress: address,
    });
    expect(preflight.headers['ratelimit-remaining']).toBeUndefined();
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
  });

  test('once used up, is refused with how long to wait, and others go on', async () => {
    const address = inventAddress();
    const { etag } = await ask(inventAddress());
    await spend(address);
    for (const options of [
      {},
      { headers: { 'if-none-match': etag } },
      { method: 'POST', payload: { query: COUNTED } } as const,
    ]) {
      const { reply, left } = await ask(address, options);
      expect([reply.statusCode, left]).toEqual([429, 0]);
      expect(reply.headers['retry-after']).toBe(reply.headers['ratelimit-reset']);
      expect(reply.headers).toMatchObject({
        'cache-control': 'private, no-store',
        'access-control-allow-origin': '*',
      });
      const [{ message, extensions }] = reply.json().errors;
      expect(extensions).toMatchObject({
        code: 'RATE_LIMITED',
        limit: LIMIT,
        retryAfter: Number(reply.headers['retry-after']),
        requestId: expect.any(String),
      });
      expect(message).toMatch(/allowance of 1000 a minute is used up.* in \d+ s\. .*with an API key/);
    }
    expect((await ask(inventAddress())).reply.statusCode).toBe(200);
  });

  test('lets what begins while something is left be answered, however dear', async () => {
    const address = inventAddress();
    const { reply, left } = await ask(address, { query: DEAR });
    expect(reply.json().extensions.cost.asked).toBe(DEAR_COST);
    expect([reply.statusCode, left]).toEqual([200, 0]);
    expect((await ask(address, { query: DEAR })).reply.statusCode).toBe(429);
  });

  test('is an IPv6 network’s, not one for each of its addresses', async () => {
    await spend('2001:db8:1:2::1');
    expect((await ask('2001:db8:1:2:ffff::2')).reply.statusCode).toBe(429);
    expect((await ask('2001:db8:1:3::1')).reply.statusCode).toBe(200);
    await spend('::ffff:198.51.100.7');
    expect((await ask('198.51.100.7')).reply.statusCode).toBe(429);
  });

  test('of a key is its own, ten times as large, from wherever it is used', async () => {
    const { data } = await room.ask(
      room.admin,
      `mutation { createApiKey(input: { name: "Large", scopes: [QUERY], days: 1 }) { ... on ApiKeyCreated { secret } } }`,
    );
    const headers = { authorization: `Bearer ${data.createApiKey.secret}` };
    const address = inventAddress();
    await spend(address);
    const dear = { method: 'POST', payload: { query: DEAR } } as const;
    for (let left = KEY_ALLOWANCES * LIMIT; left > 0; left -= DEAR_COST) {
      const answer = await ask(address, { ...dear, headers });
      expect([answer.reply.statusCode, answer.left]).toEqual([200, Math.max(0, left - DEAR_COST)]);
    }
    const { reply } = await ask(inventAddress(), { headers });
    expect(reply.statusCode).toBe(429);
    expect(reply.headers['ratelimit-limit']).toBe(`${KEY_ALLOWANCES * LIMIT}`);
    expect(reply.json().errors[0].message).not.toContain('API key');
  });

  test('of the address is taken for a key that does not hold', async () => {
    const address = inventAddress();
    const headers = { authorization: 'Bearer muster_guess' };
    for (let asked = charges.question; asked <= LIMIT; asked += charges.question) {
      const { reply, left } = await ask(address, { headers });
      expect([reply.statusCode, left]).toEqual([401, LIMIT - asked]);
    }
    expect((await ask(address, { headers })).reply.statusCode).toBe(429);
  });

  test('is not counted for the dashboard, which shows its token', async () => {
    const address = inventAddress();
    await spend(address);
    const shown = await ask(address, { headers: { 'x-muster-dashboard': TOKEN } });
    expect([shown.reply.statusCode, shown.left]).toEqual([200, null]);
    for (const wrong of ['', `${TOKEN}.`, TOKEN.toUpperCase()]) {
      const { reply } = await ask(address, { headers: { 'x-muster-dashboard': wrong } });
      expect(reply.statusCode).toBe(429);
    }
  });

  test('without a limit nothing is counted, and no token opens anything', async () => {
    const app = await createServer({ db: room.db, settings: { ...QUIET, rateLimit: 0 } });
    for (const token of ['', 'null', 'undefined']) {
      const headers = { 'x-muster-dashboard': token };
      const reply = await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: COUNTED },
        headers,
      });
      expect([reply.statusCode, reply.headers['ratelimit-limit']]).toEqual([200, undefined]);
    }
    await app.close();
  });
});

test('an allowance is whole again after its minute', async () => {
  vi.useFakeTimers();
  const allowances = createAllowances(LIMIT);
  const caller = { tier: 'ANONYMOUS', id: '192.0.2.1' } as const;
  expect(await allowances.take(caller, LIMIT)).toMatchObject({ left: 0, isSpent: false, resetSeconds: 60 });
  vi.advanceTimersByTime(59_000);
  expect(await allowances.take(caller, 1)).toMatchObject({ left: 0, isSpent: true, resetSeconds: 1 });
  vi.advanceTimersByTime(1_001);
  expect(await allowances.take(caller, 1)).toMatchObject({ left: LIMIT - 1, isSpent: false });
  vi.useRealTimers();
});

test('the largest question fits the allowance several times', () => {
  expect(ALLOWANCE / limits.cost).toBeGreaterThanOrEqual(10);
});

test.each([
  ['MUSTER_RATE_LIMIT', ['-1', '1.5', 'many']],
  ['MUSTER_QUERY_SECONDS', ['-1', 'long', '7200']],
  ['MUSTER_DASHBOARD_TOKEN', ['short']],
])('%s is refused by name', (name, values) => {
  for (const value of values) expect(() => readSettings({ [name]: value })).toThrow(`${name} must`);
});

test('limits are on where nothing is set', () => {
  expect(readSettings({})).toMatchObject({ rateLimit: ALLOWANCE, queryMs: 15_000, dashboardToken: null });
  expect(readSettings({ MUSTER_RATE_LIMIT: '0', MUSTER_QUERY_SECONDS: '0' })).toMatchObject({
    rateLimit: 0,
    queryMs: 0,
  });
});
