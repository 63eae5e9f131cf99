import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createServer } from '../src/server.ts';
import type { TrustProxy } from '../src/settings.ts';
import { databases, startTestApi, type TestApi } from './support/api.ts';

const SETTINGS = {
  logLevel: 'silent',
  publicUrl: 'http://localhost:3000',
  secret: 'the secret of the tests, long enough for it',
} as const;

describe.each(databases)('the server on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  function post(payload: string | object, headers: Record<string, string> = {}) {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return api.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  test('says that it lives and that it is ready, and publishes its contract', async () => {
    expect((await api.app.inject('/healthz')).body).toBe('ok');
    const ready = await api.app.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true, missing: [] }]);
    const contract = await api.app.inject('/schema.graphql');
    expect(contract.body).toContain('type Commitment implements Node & Count');
    expect(contract.headers['content-type']).toContain('text/plain');
  });

  test.each([
    ['a field that is none', 400, 'GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
    ['what is no query', 400, 'GRAPHQL_PARSE_FAILED', { query: '{' }],
    [
      'an argument out of bounds',
      200,
      'BAD_USER_INPUT',
      { query: '{ commitments(first: 0) { totalCount } }' },
    ],
    [
      'a variable of the wrong kind',
      400,
      'BAD_USER_INPUT',
      { query: 'query ($n: Int) { commitments(first: $n) { totalCount } }', variables: { n: 'x' } },
    ],
    [
      'a character that no text can hold',
      400,
      'BAD_USER_INPUT',
      { query: 'query ($t: String!) { program(slug: $t) { name } }', variables: { t: 'a\0' } },
    ],
    ['the same in the query', 400, 'BAD_USER_INPUT', { query: '{ program(slug: "\\u0000") { name } }' }],
    [
      'a list without bounds',
      400,
      'BAD_USER_INPUT',
      {
        query: 'query ($s: [String!]) { programs(filter: { slug: $s }) { totalCount } }',
        variables: { s: Array.from({ length: 1001 }, (_, i) => `p-${i}`) },
      },
    ],
    [
      'variables nested past all measure',
      400,
      'BAD_USER_INPUT',
      `{"query":"{ __typename }","variables":{"x":${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}}}`,
    ],
    ['a subscription', 400, 'OPERATION_RESOLUTION_FAILURE', { query: 'subscription { anything }' }],
    ['no query', 400, 'BAD_REQUEST', {}],
    ['what is no JSON', 400, 'BAD_REQUEST', '{"query'],
    ['a body past 1 MB', 413, 'BODY_TOO_LARGE', { query: 'x'.repeat(1024 * 1024) }],
  ])('%s is answered with %i %s and the request id', async (_, status, code, payload) => {
    const reply = await post(payload);
    const { errors } = reply.json();
    expect([reply.statusCode, errors[0].extensions.code]).toEqual([status, code]);
    expect(errors[0].extensions.requestId).toBe(reply.headers['x-request-id']);
    expect(reply.body).not.toMatch(/stacktrace|node_modules|SELECT/);
    expect(api.logs).toEqual([]);
  });

  test('words that only look like a refused character pass', async () => {
    const query = 'query ($t: String!) { program(slug: $t) { name } }';
    expect((await post({ query, variables: { t: 'C:\\u0000' } })).json().data).toEqual({
      program: null,
    });
  });

  test('changes since before all calendars are all changes', async () => {
    const ask = (since: string) => api.read(`{ changes(since: "${since}") { totalCount } }`);
    expect(await ask('0000-01-01T00:00:00Z')).toEqual(await ask('1970-01-01T00:00:00Z'));
  });

  test('a page of another site cannot make a browser ask', async () => {
    const reply = await api.app.inject('/graphql?query=%7B__typename%7D');
    expect(reply.json().errors[0].message).toContain('Cross-Site Request Forgery');
    const allowed = await api.app.inject({
      url: '/graphql?query=%7B__typename%7D',
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(allowed.json().data).toEqual({ __typename: 'Query' });
  });

  test('what goes wrong on our side is masked, and logged once with its request id', async () => {
    const broken = vi
      .spyOn(api.db.prisma.program, 'findMany')
      .mockRejectedValue(new Error('relation "program" does not exist: SELECT'));
    const reply = await post({ query: '{ programs { totalCount } dataset { revision } }' });
    broken.mockRestore();
    const [error] = reply.json().errors;
    expect(error.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: reply.headers['x-request-id'],
    });
    expect(error.path).toEqual(['programs']);
    expect(reply.body).not.toContain('does not exist');
    expect(api.logs).toHaveLength(1);
    expect(JSON.parse(api.logs[0] ?? '')).toMatchObject({
      reqId: reply.headers['x-request-id'],
      err: { message: expect.stringContaining('does not exist') },
    });
    api.logs.length = 0;
  });

  test('is not ready while the database does not answer', async () => {
    const broken = vi.spyOn(api.db, 'query').mockRejectedValue(new Error('gone'));
    const app = await createServer({ db: api.db, settings: { ...SETTINGS, webOrigin: undefined } });
    const reply = await app.inject('/readyz');
    expect([reply.statusCode, reply.json()]).toEqual([
      503,
      { ready: false, missing: [{ what: 'database', why: expect.stringMatching(/^it does not answer/) }] },
    ]);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    await app.close();
    broken.mockRestore();
  });
});

describe('before the dashboard', () => {
  let api: TestApi;
  let web: Server;
  let webOrigin: string;
  beforeAll(async () => {
    api = await startTestApi('pglite');
    web = createHttpServer((request, response) => {
      response.setHeader('x-web', 'yes');
      response.end(JSON.stringify({ url: request.url, method: request.method, headers: request.headers }));
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    webOrigin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    web.close();
    await api.close();
  });

  async function openFront(origin: string, trustProxy: TrustProxy = false) {
    return createServer({ db: api.db, settings: { ...SETTINGS, webOrigin: origin, trustProxy } });
  }

  test('passes pages on with the address that the reader typed', async () => {
    const app = await openFront(webOrigin);
    const reply = await app.inject({ url: '/countries/SLB?at=2024', headers: { host: 'muster.example' } });
    expect(reply.headers['x-web']).toBe('yes');
    expect(reply.json()).toMatchObject({
      url: '/countries/SLB?at=2024',
      headers: { host: 'muster.example', 'x-forwarded-host': 'muster.example', 'x-forwarded-proto': 'http' },
    });
    const form = await app.inject({
      method: 'POST',
      url: '/compare',
      payload: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.json()).toMatchObject({ method: 'POST', url: '/compare' });
    await app.close();
  });

  test.each<[TrustProxy, object]>([
    [false, { 'x-forwarded-host': 'inner', 'x-forwarded-proto': 'http', 'x-forwarded-for': '10.0.0.1' }],
    [
      ['10.0.0.0/8'],
      { 'x-forwarded-host': 'muster.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' },
    ],
    [
      ['10.9.9.9'],
      { 'x-forwarded-host': 'inner', 'x-forwarded-proto': 'http', 'x-forwarded-for': '10.0.0.1' },
    ],
  ])('with trusted balancers %j it tells of the caller %j', async (trusted, told) => {
    const app = await openFront(webOrigin, trusted);
    const reply = await app.inject({
      url: '/',
      remoteAddress: '10.0.0.1',
      headers: {
        host: 'inner',
        'x-forwarded-host': 'muster.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '198.51.100.1, 192.0.2.7',
      },
    });
    expect(reply.json().headers).toMatchObject({ host: 'inner', ...told });
    await app.close();
  });

  test("keeps what is the API's to itself", async () => {
    const app = await openFront(webOrigin);
    for (const [method, url] of [
      ['PUT', '/graphql'],
      ['GET', '/graphql/x'],
      ['DELETE', '/graphql?x'],
      ['GET', '/healthz'],
    ] as const) {
      expect((await app.inject({ method, url })).headers['x-web']).toBeUndefined();
    }
    expect((await app.inject('/graphql-for-beginners')).headers['x-web']).toBe('yes');
    await app.close();
  });

  test('says plainly that the dashboard is not up yet', async () => {
    const app = await openFront('http://127.0.0.1:9');
    const reply = await app.inject('/');
    expect(reply.statusCode).toBe(503);
    expect(reply.body).toContain('not up yet');
    expect(reply.body.length).toBeLessThan(400);
    await app.close();
  });
});
