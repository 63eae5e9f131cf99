import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../src/server.ts';
import { databases, startTestApi, type TestApi } from './support/api.ts';

const PREFLIGHTED = { 'apollo-require-preflight': '1' };
const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';
const COUNTED = '{ dataset { revision size { commitments } } }';

describe.each(databases)('GraphQL over HTTP on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  const address = (parts: Record<string, string>) => `/graphql?${new URLSearchParams(parts)}`;

  function get(parts: string | Record<string, string>, headers: Record<string, string> = {}) {
    const url = address(typeof parts === 'string' ? { query: parts } : parts);
    return api.app.inject({ url, headers: { ...PREFLIGHTED, ...headers } });
  }

  function post(payload: object, headers: Record<string, string> = {}) {
    return api.app.inject({ method: 'POST', url: '/graphql', payload, headers });
  }

  async function countStatements(
    send: () => Promise<LightMyRequestResponse>,
  ): Promise<[number, LightMyRequestResponse]> {
    const statements: string[] = [];
    const stop = api.db.onStatement(({ sql }) => statements.push(sql));
    const reply = await send();
    stop();
    return [statements.length, reply];
  }

  const codeOf = (reply: LightMyRequestResponse) => reply.json().errors[0].extensions.code;

  describe('a public question by GET', () => {
    test('is tagged, and the tag is answered with 304 without a statement', async () => {
      const [first, reply] = await countStatements(() => get(COUNTED));
      expect(first).toBeGreaterThan(0);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers).toMatchObject({
        'cache-control': SHARED,
        etag: expect.stringMatching(/^W\/"[\w-]{27}"$/),
        vary: 'accept, accept-encoding, cookie, authorization',
        'access-control-allow-origin': '*',
      });
      const etag = String(reply.headers.etag);
      for (const known of [etag, etag.slice(2), `"other", ${etag}`]) {
        const [statements, again] = await countStatements(() => get(COUNTED, { 'if-none-match': known }));
        expect([statements, again.statusCode, again.body]).toEqual([0, 304, '']);
        expect(again.headers).toMatchObject({ etag, 'cache-control': SHARED, vary: reply.headers.vary });
      }
      expect((await get(COUNTED, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    });

    test('is answered from memory the second time, alike but for its request id', async () => {
      const query = '{ commitments(first: 3) { nodes { slug title } } }';
      const [first, asked] = await countStatements(() => get(query));
      const [second, kept] = await countStatements(() => get(query));
      expect(first).toBeGreaterThan(0);
      expect(second).toBe(0);
      expect(kept.body).toBe(asked.body);
      expect(kept.json().data.commitments.nodes).toHaveLength(3);
      const { 'x-request-id': one, date: _, ...told } = asked.headers;
      const { 'x-request-id': other, date: __, ...toldAgain } = kept.headers;
      expect(toldAgain).toEqual(told);
      expect(one).not.toBe(other);
    });

    test('has a tag of its own for other variables, another operation and another media type', async () => {
      const query =
        'query A { programs { totalCount } } query B($n: Int) { programs(first: $n) { totalCount } }';
      const replies = [
        await get({ query, operationName: 'A' }),
        await get({ query, operationName: 'B', variables: '{"n":1}' }),
        await get({ query, operationName: 'B', variables: '{"n":2}' }),
        await get(
          { query, operationName: 'B', variables: '{"n":2}' },
          { accept: 'application/graphql-response+json' },
        ),
      ];
      const tags = replies.map(({ statusCode, headers }) => {
        expect(statusCode).toBe(200);
        return headers.etag;
      });
      expect(new Set(tags).size).toBe(4);
      expect(replies[3]?.headers['content-type']).toContain('application/graphql-response+json');
    });

    test.each([
      ['with an error', '{ commitments(first: 0) { totalCount } }', {}],
      ['of who is signed in', '{ viewer { name } }', {}],
      ['of that within a fragment', '{ ...F } fragment F on Query { me: viewer { name } }', {}],
      ['with a cookie', COUNTED, { cookie: 'theme=dark' }],
      ['with a password for the balancer', COUNTED, { authorization: 'Basic dGVzdDp0ZXN0' }],
    ])('%s is not to be kept', async (_, query, headers) => {
      for (const reply of [await get(query, headers), await get(query, headers)]) {
        expect(reply.statusCode).toBe(200);
        expect(reply.headers['cache-control']).toBe('private, no-store');
        expect(reply.headers.etag).toBeUndefined();
      }
    });

    test('is not taken from memory by what another site could send', async () => {
      await get(COUNTED);
      const reply = await api.app.inject(address({ query: COUNTED }));
      expect(reply.statusCode).toBe(400);
      expect(reply.json().errors[0].message).toContain('Cross-Site Request Forgery');
      expect(reply.headers['cache-control']).toBe('private, no-store');
    });

    test('is answered, untagged, where the record does not tell its revision', async () => {
      const app = await createServer({
        db: {
          ...api.db,
          listen: () => Promise.reject(new Error('gone')),
          query: () => Promise.reject(new Error('gone')),
        },
        settings: {
          logLevel: 'silent',
          webOrigin: undefined,
          publicUrl: 'http://localhost:3000',
          secret: null,
        },
      });
      const reply = await app.inject({
        url: address({ query: '{ programs { nodes { slug } } }' }),
        headers: PREFLIGHTED,
      });
      await app.close();
      expect(reply.statusCode).toBe(200);
      expect(reply.json().data.programs.nodes.length).toBeGreaterThan(0);
      expect(reply.headers.etag).toBeUndefined();
    });
  });

  test('by POST nothing is to be kept', async () => {
    const reply = await post({ query: COUNTED });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'access-control-allow-origin': '*',
    });
    expect(reply.headers.etag).toBeUndefined();
  });

  test('a question is known by its hash once it was sent with it', async () => {
    const query = '{ programs(first: 2) { nodes { slug } } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
    const unknown = await get({ extensions });
    expect(unknown.json().errors[0]).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
    expect(unknown.headers['cache-control']).toBe('private, no-store');

    expect((await get({ query, extensions })).statusCode).toBe(200);
    const known = await get({ extensions });
    expect(known.json().data.programs.nodes).toHaveLength(2);
    expect(known.headers['cache-control']).toBe(SHARED);
    const etag = String(known.headers.etag);
    expect((await get({ extensions }, { 'if-none-match': etag })).statusCode).toBe(304);

    const wrong = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } });
    expect((await get({ query, extensions: wrong })).statusCode).toBe(400);
  });

  describe('the specification', () => {
    test.each([
      ['application/graphql-response+json', 'application/graphql-response+json'],
      ['application/json', 'application/json'],
      ['*/*', 'application/json'],
    ])('%s is answered as %s', async (accept, type) => {
      const reply = await post({ query: '{ __typename }' }, { accept });
      expect(reply.headers['content-type']).toContain(type);
      expect(reply.json().data).toEqual({ __typename: 'Query' });
      const refused = await post({ query: '{' }, { accept });
      expect([refused.statusCode, codeOf(refused)]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
      expect(refused.headers['content-type']).toContain(type);
    });

    test('a change by GET, and other methods, are refused with 405 and what is allowed', async () => {
      const change = await get('mutation { createRelease { __typename } }');
      expect([change.statusCode, change.headers.allow]).toEqual([405, 'POST']);
      for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
        const reply = await api.app.inject({ method, url: '/graphql' });
        expect([reply.statusCode, reply.headers.allow, codeOf(reply)]).toEqual([
          405,
          'GET, POST, OPTIONS',
          'METHOD_NOT_ALLOWED',
        ]);
      }
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/graphql'])(
      'a body of type %s is refused with 415',
      async (type) => {
        const reply = await api.app.inject({
          method: 'POST',
          url: '/graphql',
          payload: '{"query":"{ __typename }"}',
          headers: { 'content-type': type, ...PREFLIGHTED },
        });
        expect([reply.statusCode, codeOf(reply)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      },
    );

    test('what takes neither media type is refused with 406 before anything is executed', async () => {
      const [statements, reply] = await countStatements(() =>
        post({ query: COUNTED }, { accept: 'image/png' }),
      );
      expect([statements, reply.statusCode, codeOf(reply)]).toEqual([0, 406, 'NOT_ACCEPTABLE']);
    });

    test('a list of operations is refused, and none of them executed', async () => {
      const [statements, reply] = await countStatements(() => post([{ query: COUNTED }, { query: COUNTED }]));
      expect([statements, reply.statusCode, codeOf(reply)]).toEqual([0, 400, 'BATCHING_NOT_SUPPORTED']);
      expect(reply.json().errors[0].extensions.requestId).toBe(reply.headers['x-request-id']);
    });
  });

  describe('scripts of other sites', () => {
    test('may ask: the preflight says so for a day, and never with cookies', async () => {
      const reply = await api.app.inject({
        method: 'OPTIONS',
        url: '/graphql',
        headers: {
          origin: 'https://elsewhere.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      expect(reply.statusCode).toBe(204);
      expect(reply.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': expect.stringContaining('content-type'),
        'access-control-max-age': '86400',
      });
      expect(reply.headers['access-control-allow-credentials']).toBeUndefined();
    });

    test.each([
      ['a change', { query: 'mutation { createRelease { __typename } }' }, {}],
      ['anything with a cookie', { query: COUNTED }, { cookie: 'theme=dark' }],
    ])('may not read the answer to %s', async (_, payload, headers) => {
      const reply = await post(payload, { origin: 'https://elsewhere.example', ...headers });
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
      expect(reply.headers['cache-control']).toBe('private, no-store');
    });

    test('may not sign in', async () => {
      for (const url of ['/api/auth/get-session', '/api/auth/sign-in/email']) {
        for (const method of ['GET', 'OPTIONS'] as const) {
          const { headers } = await api.app.inject({
            method,
            url,
            headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
          });
          expect(headers['access-control-allow-origin']).toBeUndefined();
        }
      }
    });
  });

  describe('compression', () => {
    const LONG =
      '{ commitments(first: 50) { nodes { slug title note claims { fragment source { title } } } } }';

    test.each([
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ])('%s: the same answer under the same tag, from memory too', async (encoding, open) => {
      const plain = await get(LONG);
      expect(plain.headers['content-encoding']).toBeUndefined();
      for (let times = 0; times < 2; times += 1) {
        const reply = await get(LONG, { 'accept-encoding': encoding });
        expect(reply.headers['content-encoding']).toBe(encoding);
        expect(reply.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
        expect(open(reply.rawPayload).toString()).toBe(plain.body);
        expect([reply.headers.etag, reply.headers.vary]).toEqual([plain.headers.etag, plain.headers.vary]);
      }
      const known = { 'accept-encoding': encoding, 'if-none-match': String(plain.headers.etag) };
      const again = await get(LONG, known);
      expect([again.statusCode, again.body, again.headers['content-encoding']]).toEqual([304, '', undefined]);
    });

    test('by POST too; a short answer is left as it is', async () => {
      const long = await post({ query: LONG }, { 'accept-encoding': 'gzip, br' });
      expect(long.headers['content-encoding']).toBe('br');
      const short = await post({ query: '{ __typename }' }, { 'accept-encoding': 'br' });
      expect(short.headers['content-encoding']).toBeUndefined();
    });
  });

  test('the contract is compressed, tagged and open', async () => {
    const reply = await api.app.inject({ url: '/schema.graphql', headers: { 'accept-encoding': 'br' } });
    expect(reply.headers).toMatchObject({
      'content-encoding': 'br',
      'access-control-allow-origin': '*',
      'cache-control': SHARED,
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(reply.rawPayload).toString()).toContain('type Commitment implements');
    const known = { 'if-none-match': String(reply.headers.etag) };
    const again = await api.app.inject({ url: '/schema.graphql', headers: known });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});
