import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, graphql, MusterError } from '@muster/schema/client';
import { describe, expect, inject, test } from 'vitest';

const url = `${inject('origin')}/graphql`;

const record = graphql(`
  query Record($slug: String!) {
    commitment(slug: $slug) { slug quantity { low high } statedOn { date } }
  }
`);

const page = graphql(`
  query Page($first: Int!, $after: String, $filter: CountFilter) {
    commitments(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { slug }
    }
  }
`);

/** A client, and the requests that it made. */
function watchClient(options: { release?: string } = {}) {
  const requests: { method: string; address: URL }[] = [];
  const client = createClient({
    url,
    ...options,
    fetch: (address, init) => {
      requests.push({ method: init?.method ?? 'GET', address: new URL(String(address)) });
      return fetch(address, init);
    },
  });
  return { client, requests };
}

test('answers are typed by the question, and its variables by the contract', async () => {
  const { client } = watchClient();
  const { commitment } = await client.ask(record, { slug: 'cn-lianyungang-2024-3000' });
  const low: number | undefined = commitment?.quantity?.low;
  expect([low, commitment?.statedOn?.date]).toEqual([3000, '2024-09-09']);
  // @ts-expect-error: not asked for
  expect(commitment?.title).toBeUndefined();
  // @ts-expect-error: a slug is text
  await expect(client.ask(record, { slug: 3 })).rejects.toThrow('BAD_USER_INPUT');
  // @ts-expect-error: a slug is required
  await expect(client.ask(record)).rejects.toThrow('"$slug" of required type "String!"');
  const refused = { first: 1, filter: { provider: ['nobody'], audience: ['ARMY' as const] } };
  // @ts-expect-error: no audience of that name
  await expect(client.ask(page, refused)).rejects.toThrow('"ARMY"');
});

test('a question goes by GET under its hash; its text is sent once', async () => {
  const { client, requests } = watchClient();
  const own = graphql(`query OfThisTest { dataset { revision } }`);
  await client.ask(own);
  await client.ask(own);
  const told = requests.map(({ method, address }) => [method, address.searchParams.has('query')]);
  expect([told[0], told.at(-1)]).toEqual([
    ['GET', false],
    ['GET', false],
  ]);
  expect(told.filter(([, hasText]) => hasText).length).toBeLessThanOrEqual(1);
});

test('what does not fit into an address goes by POST', async () => {
  const { client, requests } = watchClient();
  const slug = Array.from({ length: 500 }, (_, i) => `no-such-record-${i}`);
  expect((await client.ask(page, { first: 1, filter: { slug } })).commitments.totalCount).toBe(0);
  expect(requests.map(({ method }) => method)).toEqual(['POST']);
});

test('pages are every record once', async () => {
  const { client } = watchClient();
  const slugs: string[] = [];
  const sizes: number[] = [];
  let total = 0;
  for await (const { nodes, totalCount } of client.pages(page, { first: 7 }, (data) => data.commitments)) {
    sizes.push(nodes.length);
    slugs.push(...nodes.map(({ slug }) => slug));
    total = totalCount;
  }
  expect([slugs.length, new Set(slugs).size]).toEqual([total, total]);
  expect(total).toBeGreaterThan(20);
  expect(sizes.slice(0, -1)).toEqual(sizes.slice(1).map(() => 7));
});

test('a refusal is an error with its code, argument, path and request id', async () => {
  const error: unknown = await watchClient()
    .client.ask(page, { first: 0 })
    .catch((it) => it);
  expect(error).toBeInstanceOf(MusterError);
  expect(error).toMatchObject({
    code: 'BAD_USER_INPUT',
    status: 200,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    retryAfter: null,
    problems: [{ argument: 'first', path: ['commitments'], message: expect.stringContaining('1 to 500') }],
  });
});

test('a release is asked by its name', async () => {
  const { client } = watchClient({ release: '1999-01-01' });
  await expect(client.ask(record, { slug: 'x' })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    status: 400,
    problems: [{ argument: 'release' }],
  });
});

describe('a server that asks to wait', () => {
  const tooMany = JSON.stringify({
    errors: [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }],
  });

  /** Refuses so many requests before it answers; tells the keys that it was given. */
  async function withServer(refusals: number, run: (address: string, keys: unknown[]) => Promise<void>) {
    const keys: unknown[] = [];
    const server = createServer((request, response) => {
      keys.push(request.headers.authorization);
      const isRefused = keys.length <= refusals;
      response.writeHead(isRefused ? 429 : 200, { 'content-type': 'application/json', 'retry-after': '0' });
      response.end(isRefused ? tooMany : '{"data":{"commitment":null}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, keys);
    } finally {
      server.close();
    }
  }

  test('is waited for as often as the caller allows', () =>
    withServer(2, async (address, keys) => {
      const client = createClient({ url: address, key: 'muster_x', retries: 2 });
      expect(await client.ask(record, { slug: 'x' })).toEqual({ commitment: null });
      expect(keys).toEqual(Array(3).fill('Bearer muster_x'));
    }));

  test('else it is an error that tells how long', () =>
    withServer(9, async (address, keys) => {
      const ask = createClient({ url: address }).ask(record, { slug: 'x' });
      await expect(ask).rejects.toMatchObject({ code: 'RATE_LIMITED', status: 429, retryAfter: 0 });
      expect(keys).toEqual([undefined]);
    }));
});
