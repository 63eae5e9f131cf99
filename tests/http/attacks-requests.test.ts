import { expect, inject, test } from 'vitest';
import { post } from '../support/questions.ts';
import { type RawAnswer, sendRaw } from '../support/raw-request.ts';
import { expectRefusal, expectUp } from '../support/refusals.ts';

const origin = inject('origin');
const { host } = new URL(origin);
const ask = (path: string, ...headers: string[]) =>
  sendRaw(origin, [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers]);

let plain: RawAnswer | undefined;
const question = '{"query":"{ __typename }"}';
const posted = ['POST /graphql HTTP/1.1', `Host: ${host}`, 'Content-Type: application/json'];
const hidden = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

test.each<[string, string[], string]>([
  ['two lengths', [...posted, 'Content-Length: 26', 'Content-Length: 0'], question],
  [
    'a length and chunks',
    [...posted, 'Content-Length: 4', 'Transfer-Encoding: chunked'],
    `0\r\n\r\n${hidden}`,
  ],
  ['chunks in other words', [...posted, 'Transfer-Encoding: xchunked'], `0\r\n\r\n${hidden}`],
  ['chunks twice', [...posted, 'Transfer-Encoding: chunked, identity'], `0\r\n\r\n${hidden}`],
  ['a length with a sign', [...posted, 'Content-Length: +26'], question],
  ['a space before the colon', [...posted, 'Content-Length : 26'], question],
  [
    'a folded header',
    [...posted, 'X-Folded: a', ' Transfer-Encoding: chunked', 'Content-Length: 26'],
    question,
  ],
  ['a chunk that is none', [...posted, 'Transfer-Encoding: chunked'], `1a;${'\n'}x\r\n${question}`],
  ['no host', ['GET / HTTP/1.1'], ''],
  ['two hosts', ['GET / HTTP/1.1', `Host: ${host}`, 'Connection: close', 'Host: evil.example'], ''],
  ['a null byte in a header', ['GET / HTTP/1.1', `Host: ${host}`, 'X-Null: a\0b'], ''],
  ['a lone line feed in a header', ['GET / HTTP/1.1', `Host: ${host}`, 'X-Lone: a\nX-Muster-Release: x'], ''],
])('%s: refused, and nothing hidden behind it is answered', async (_, lines, body) => {
  const { status, answers } = await sendRaw(origin, lines, body);
  expect([status, answers]).toEqual([400, 1]);
  await expectUp(origin);
});

test.each([
  ['X-Muster-Release: 1999-01-01'],
  ['X-Muster-Release-Day: 1999-01-01'],
  ['X-Muster-Client-Address: 10.0.0.1'],
  ['X-Muster-Dashboard: guessed'],
  ['X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https', 'Forwarded: host=evil.example'],
  ['X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy', 'X-Middleware-Rewrite: /admin'],
  ['X-Invoke-Path: /admin', 'X-Matched-Path: /admin', 'X-Original-Url: /admin', 'X-Rewrite-Url: /admin'],
  ['X-Http-Method-Override: DELETE', 'X-Request-Id: chosen'],
])('%s changes nothing of a page', async (...headers) => {
  plain ??= await ask('/methodology');
  const told = await ask('/methodology', ...headers);
  const strip = ({ body, status }: RawAnswer) => [
    status,
    body.replaceAll(/nonce[="':\\]+[\w-]{22}|^[0-9a-f]+$/gm, '').replaceAll(/[\w-]{36}/g, '').length,
  ];
  expect(plain.status).toBe(200);
  expect(strip(told)).toEqual(strip(plain));
  expect(JSON.stringify(told)).not.toMatch(/evil\.example|1999-01-01|chosen/);
});

test('a host that is not ours is on no address that the API gives, nor trusted to write', async () => {
  const evil = (lines: string[], body = '') =>
    sendRaw(origin, [...lines, 'Host: evil.example', 'Connection: close'], body);
  const release = await evil(['GET /data/counts.metadata.json HTTP/1.1']);
  expect([release.status, release.body.includes('evil.example')]).toEqual([200, false]);
  const set = await evil(
    [
      'POST /api/setup HTTP/1.1',
      'Origin: http://evil.example',
      'Content-Type: application/json',
      'Content-Length: 2',
    ],
    '{}',
  );
  expect(set.status).toBe(403);
});

test.each([
  '//evil.example/',
  '//evil.example/%2e%2e',
  '/\\evil.example/',
  '/%5cevil.example/',
  '/%2f%2fevil.example/',
  '/.evil.example/..;/',
  'http://evil.example/',
  '/data/releases//evil.example/',
  '/admin/account?next=https://evil.example/',
  '/?known=//evil.example',
  '/graphql?query={x}&release=//evil.example',
])('%s leads nobody to another site', async (path) => {
  const { status, headers } = await ask(path, 'Accept: text/html');
  expect(status).toBeGreaterThan(0);
  const { location = '/' } = headers;
  expect([location, new URL(location, origin).host]).toEqual([location, host]);
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/admin/../../evil',
  'javascript:alert(1)',
  '/admin\\evil',
])('sign-in leads to %s no more than to any other site', async (next) => {
  const { body } = await ask(`/admin/sign-in?next=${encodeURIComponent(next)}`);
  expect(body).toContain('/admin');
  expect(body).not.toMatch(/"next":"(?!\/admin[a-z/]*")/);
});

const TRICKS = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '..%5c..%5cetc%5cpasswd',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '%2fetc%2fpasswd',
  '....%2f%2fetc%2fpasswd',
  'counts.csv%00.json',
  '..%252f..%252fetc%252fpasswd',
  '%c0%ae%c0%ae%2fetc%2fpasswd',
];
const FOLDERS = [
  '/',
  '/data/',
  '/data/releases/',
  '/data/releases/2026-01-01/',
  '/_next/static/',
  '/embed/',
  '/file/csv/',
  '/api/admin/import/',
  '/commitments/',
];

test.each(FOLDERS)('below %s there is no way out of it', async (folder) => {
  for (const trick of [
    ...TRICKS,
    ...TRICKS.map((it) => `x/${it}`),
    '../../../../etc/passwd',
    '/etc/passwd',
  ]) {
    const { status, body } = await ask(folder + trick);
    expect([folder + trick, status]).toEqual([
      folder + trick,
      expect.toBeOneOf([301, 307, 308, 400, 401, 404]),
    ]);
    expect(body).not.toMatch(/root:x:|"workspaces"|\/apps\/(api|web)\//);
  }
});

test('pictures of elsewhere are not fetched', async () => {
  for (const url of [
    'http://127.0.0.1:1/x.png',
    `${origin}/chart.png`,
    '/chart.png',
    '//evil.example/x.png',
  ]) {
    const { status } = await ask(`/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`);
    expect([url, status]).toEqual([url, expect.toBeOneOf([400, 404])]);
  }
});

test.each([
  '/commitments.csv?provider=x%0d%0aSet-Cookie:%20a=b',
  '/data/counts.csv?provider=%0d%0aSet-Cookie:a=b',
  '/countries/SLB.csv?known=2024-01-01%0d%0aSet-Cookie:a=b',
  '/data/releases/%0d%0aSet-Cookie:a=b/counts.csv',
  '/graphql?query=%0d%0aSet-Cookie:a=b&release=%0d%0aSet-Cookie:a=b',
  '/%0d%0aSet-Cookie:%20a=b',
])('%s puts nothing into headers', async (path) => {
  const { status, headers, answers } = await ask(path, 'Accept: text/html');
  expect([answers, headers['set-cookie'], status < 500]).toEqual([1, undefined, true]);
  expect(headers['content-disposition'] ?? '').not.toMatch(/cookie/i);
});

const types = (depth: number) => `${'fields { type { '.repeat(depth)}name${' } }'.repeat(depth)}`;
const fragments = Array.from(
  { length: 40 },
  (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
).join(' ');

test.each([
  [
    'the contract within the contract',
    `{ __schema { types { ${types(5)} } } }`,
    'GRAPHQL_VALIDATION_FAILED',
    /introspection depth/i,
  ],
  [
    'one field under 60 names',
    `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: dataset { revision }`).join(' ')} }`,
    'TOO_MANY_ALIASES',
    /60 aliases/,
  ],
  [
    'a thousand directives',
    `{ __typename ${'@include(if: true) '.repeat(1_000)} }`,
    'QUERY_TOO_LONG',
    /tokens/,
  ],
  [
    'three thousand unused fragments',
    `{ __typename } ${'fragment X on Query { __typename } '.repeat(3_000)}`,
    'QUERY_TOO_LONG',
    /tokens/,
  ],
  [
    'fragments that double',
    `{ ...F0 } ${fragments} fragment F40 on Query { commitments { nodes { slug } } }`,
    'QUERY_TOO_DEAR',
    /would cost/,
  ],
] as const)('%s: refused before it runs', async (_, query, code, says) => {
  await expectRefusal(await post(origin, { query }), { status: 400, code, says });
});

test('there are no subscriptions, nor a socket to ask them by', async () => {
  const subscription = await post(origin, { query: 'subscription { x }' });
  expect(subscription.status).toBe(400);
  expect(await subscription.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('no subscriptions') }],
  });
  const upgrade = await sendRaw(origin, [
    'GET /graphql HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ]);
  expect(upgrade.status).not.toBe(101);
});
