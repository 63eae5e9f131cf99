import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

interface Asked {
  method: string;
  url: URL;
  body: string;
}

const TEXT = '{ dataset { revision } }';
const HASH = createHash('sha256').update(TEXT).digest('hex');

const asked: Asked[] = [];
const known = new Set<string>();
// Knows a text by its hash once it was given both, as the API does.
const api = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString();
  const url = new URL(request.url ?? '', 'http://localhost');
  asked.push({ method: request.method ?? '', url, body });
  const extensions =
    JSON.parse(body || '{}').extensions ?? JSON.parse(url.searchParams.get('extensions') ?? '{}');
  if (body) known.add(extensions.persistedQuery.sha256Hash);
  const isKnown = known.has(extensions.persistedQuery.sha256Hash);
  const errors = [{ message: 'not known', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }];
  response.end(JSON.stringify(isKnown ? { data: { dataset: 1 } } : { errors }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('MUSTER_API_ORIGIN', `http://127.0.0.1:${(api.address() as AddressInfo).port}`);
});
beforeEach(() => {
  asked.length = 0;
  known.clear();
});
afterAll(() => {
  vi.unstubAllEnvs();
  api.close();
});

const ask = async (variables: object, release: string | null = null) => {
  const { askApi } = await import('@/api/ask-api.ts');
  return askApi({ release, text: TEXT, variables: JSON.stringify(variables) });
};

test('a question goes by its hash, and by its text once where the hash is not known', async () => {
  expect(await ask({ day: '2025-01-01' }, 'first')).toEqual({ dataset: 1 });
  expect(await ask({ day: '2025-01-02' }, 'first')).toEqual({ dataset: 1 });
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  const [first, second, third] = asked;
  expect(JSON.parse(first?.url.searchParams.get('extensions') ?? '')).toEqual({
    persistedQuery: { version: 1, sha256Hash: HASH },
  });
  expect(JSON.parse(second?.body ?? '')).toMatchObject({ query: TEXT, variables: { day: '2025-01-01' } });
  expect(third?.url.searchParams.get('variables')).toBe('{"day":"2025-01-02"}');
  expect(asked.map(({ url }) => url.searchParams.get('release'))).toEqual(['first', 'first', 'first']);
});

test('what makes too long an address goes by POST alone', async () => {
  expect(await ask({ text: 'é'.repeat(2_000) })).toEqual({ dataset: 1 });
  expect(asked.map(({ method }) => method)).toEqual(['POST']);
  expect(JSON.parse(asked[0]?.body ?? '').variables.text).toHaveLength(2_000);
});
