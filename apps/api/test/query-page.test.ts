import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from '../src/server.ts';
import { startTestApi, type TestApi } from './support/api.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let api: TestApi;
let app: FastifyInstance;

beforeAll(async () => {
  api = await startTestApi('pglite');
  app = await createServer({
    db: api.db,
    settings: {
      logLevel: 'silent',
      webOrigin: 'http://127.0.0.1:9',
      publicUrl: 'http://localhost:3000',
      secret: 'the secret of the tests, long enough for it',
    },
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

test.each([
  ['/graphql', '/developers/query'],
  ['/graphql/', '/developers/query'],
  ['/graphql?', '/developers/query'],
  ['/graphql?release=2026-11-25', '/developers/query?release=2026-11-25'],
  ['/graphql?query={dataset{revision}}&x=1', '/developers/query?query=%7Bdataset%7Brevision%7D%7D'],
  ['/graphql?release=a&release=b', '/developers/query'],
])('a browser at %s is sent to %s', async (url, address) => {
  const reply = await app.inject({ url, headers: browser });
  expect([reply.statusCode, reply.headers.location]).toEqual([302, address]);
});

test('a program is answered by GraphQL, even one that takes HTML, too', async () => {
  const url = '/graphql?query={dataset{revision}}';
  for (const headers of [
    { 'apollo-require-preflight': '1' },
    { 'apollo-require-preflight': '1', ...browser },
    { 'content-type': 'application/json', ...browser },
  ]) {
    expect((await app.inject({ url, headers })).json()).toMatchObject({ data: { dataset: { revision: 1 } } });
  }
  const payload = { query: '{ dataset { revision } }' };
  const posted = await app.inject({ method: 'POST', url: '/graphql', payload, headers: browser });
  expect(posted.statusCode).toBe(200);
  expect((await app.inject({ url: '/graphql', headers: { accept: '*/*' } })).statusCode).toBe(400);
});

test('without a dashboard there is no page to be sent to, and none of a foreign host', async () => {
  const reply = await api.app.inject({ url: '/graphql', headers: browser });
  expect(reply.statusCode).toBe(400);
  expect(reply.headers['content-type']).toContain('application/json');
});
