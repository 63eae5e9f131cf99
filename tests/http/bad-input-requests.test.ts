import { connect } from 'node:net';
import { describe, expect, inject, test } from 'vitest';
import { expectRefusal, expectUp } from '../support/refusals.ts';

const origin = inject('origin');
const asJson = { 'content-type': 'application/json' };
const preflighted = { 'apollo-require-preflight': '1' };
const noHash = '0'.repeat(64);

const post = (body: string, headers: Record<string, string> = asJson) => ({ method: 'POST', headers, body });
const address = (parts: Record<string, string>) => `/graphql?${new URLSearchParams(parts)}`;
const persisted = (it: unknown, more: Record<string, string> = {}) =>
  address({ ...more, extensions: JSON.stringify({ persistedQuery: it }) });

type Case = [name: string, path: string, init: RequestInit, status: number, code: string, says: RegExp];

const bodies: Case[] = [
  ['empty', '/graphql', post(''), 400, 'BAD_REQUEST', /body is empty/],
  ['broken JSON', '/graphql', post('{"query'), 400, 'BAD_REQUEST', /not valid JSON/],
  ['JSON that is no object', '/graphql', post('3'), 400, 'BAD_REQUEST', /JSON object/],
  ['null', '/graphql', post('null'), 400, 'BAD_REQUEST', /JSON object/],
  ['without a query', '/graphql', post('{"variables":{}}'), 400, 'BAD_REQUEST', /non-empty `query`/],
  ['a query that is no text', '/graphql', post('{"query":3}'), 400, 'BAD_REQUEST', /must be strings/],
  [
    'variables as text',
    '/graphql',
    post('{"query":"{ __typename }","variables":"{}"}'),
    400,
    'BAD_REQUEST',
    /`variables`.*object/,
  ],
  [
    'variables as a list',
    '/graphql',
    post('{"query":"{ __typename }","variables":[]}'),
    400,
    'BAD_REQUEST',
    /`variables`.*object/,
  ],
  [
    'a key __proto__',
    '/graphql',
    post('{"query":"{ __typename }","__proto__":{"x":1}}'),
    400,
    'BAD_REQUEST',
    /key `__proto__`/,
  ],
  [
    'a key __proto__ in a variable',
    '/graphql',
    post('{"query":"{ __typename }","variables":{"__proto__":{"x":1}}}'),
    400,
    'BAD_REQUEST',
    /key `__proto__`/,
  ],
  [
    'the same key twice, of which the last counts',
    '/graphql',
    post('{"query":"{ __typename }","query":"{ nothing }"}'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /"nothing"/,
  ],
  [
    'text',
    '/graphql',
    post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /as application\/json/,
  ],
  [
    'a form',
    '/graphql',
    post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /as application\/json/,
  ],
  [
    'a list of operations',
    '/graphql',
    post('[{"query":"{ __typename }"}]'),
    400,
    'BATCHING_NOT_SUPPORTED',
    /one operation a request/,
  ],
  [
    'a query of 1 MB',
    '/graphql',
    post(JSON.stringify({ query: `{ __typename ${' '.repeat(1024 * 1024)}}` })),
    413,
    'BODY_TOO_LARGE',
    /larger than 1 MB/,
  ],
  [
    'a query of nearly 1 MB',
    '/graphql',
    post(JSON.stringify({ query: `{ ${'__typename '.repeat(90_000)}}` })),
    400,
    'QUERY_TOO_LONG',
    /90002 tokens.*limit is 5000/,
  ],
  [
    'variables nested past all measure',
    '/graphql',
    post(
      `{"query":"{ __typename }","variables":{"x":${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}}}`,
    ),
    400,
    'BAD_USER_INPUT',
    /U\+0000/,
  ],
];

const addresses: Case[] = [
  ['no question', '/graphql', { headers: preflighted }, 400, 'BAD_REQUEST', /non-empty `query`/],
  [
    'no header against forgery',
    '/graphql?query={__typename}',
    {},
    400,
    'BAD_REQUEST',
    /apollo-require-preflight/,
  ],
  [
    'two questions',
    '/graphql?query={a}&query={b}',
    { headers: preflighted },
    400,
    'BAD_REQUEST',
    /'query'.*only be specified once/,
  ],
  [
    'broken variables',
    address({ query: '{ __typename }', variables: '{' }),
    { headers: preflighted },
    400,
    'BAD_REQUEST',
    /variables.*invalid JSON/,
  ],
  [
    'a key __proto__ in a variable',
    address({
      query: 'query ($f: CountFilter) { commitments(filter: $f) { totalCount } }',
      variables: '{"f":{"__proto__":{"slug":["x"]}}}',
    }),
    { headers: preflighted },
    400,
    'BAD_USER_INPUT',
    /"__proto__" is not defined/,
  ],
  [
    'U+0000 in the question',
    '/graphql?query=%00',
    { headers: preflighted },
    400,
    'GRAPHQL_PARSE_FAILED',
    /U\+0000/,
  ],
  [
    'U+0000 in the path',
    '/graphql%00',
    { headers: preflighted },
    404,
    'NOT_FOUND',
    /GraphQL is at \/graphql/,
  ],
  ['a broken path', '/%zz', {}, 400, 'BAD_REQUEST', /write % as %25/],
  ['a path below', '/graphql/x', { headers: preflighted }, 404, 'NOT_FOUND', /GraphQL is at \/graphql/],
  [
    '16 kB and more',
    `/graphql?query=${'x'.repeat(20_000)}`,
    { headers: preflighted },
    431,
    'ADDRESS_TOO_LONG',
    /send the question by POST/,
  ],
  [
    'a change',
    address({ query: 'mutation { createRelease { __typename } }' }),
    { headers: preflighted },
    405,
    'METHOD_NOT_ALLOWED',
    /only support query/,
  ],
  [
    'an accept header without JSON',
    address({ query: '{ __typename }' }),
    { headers: { ...preflighted, accept: 'image/png' } },
    406,
    'NOT_ACCEPTABLE',
    /accept one of them/,
  ],
  [
    'an unknown release',
    address({ query: '{ __typename }', release: '1999-01-01' }),
    { headers: preflighted },
    400,
    'BAD_USER_INPUT',
    /^release: no release “1999-01-01”; none has been made/,
  ],
  [
    'an unknown release, by POST',
    '/graphql?release=nope',
    post('{"query":"{ __typename }"}'),
    400,
    'BAD_USER_INPUT',
    /^release: no release “nope”/,
  ],
  [
    'two releases',
    '/graphql?query={__typename}&release=a&release=b',
    { headers: preflighted },
    400,
    'BAD_USER_INPUT',
    /^release: give it once/,
  ],
  [
    'U+0000 in the release',
    '/graphql?query={__typename}&release=%00',
    { headers: preflighted },
    400,
    'BAD_USER_INPUT',
    /^release: no release/,
  ],
];

const hashes: Case[] = [
  // The message is the protocol's own: clients send the text when they read it.
  [
    'an unknown hash',
    persisted({ version: 1, sha256Hash: noHash }),
    { headers: preflighted },
    200,
    'PERSISTED_QUERY_NOT_FOUND',
    /^PersistedQueryNotFound$/,
  ],
  [
    'the hash of another text',
    persisted({ version: 1, sha256Hash: noHash }, { query: '{ __typename }' }),
    { headers: preflighted },
    400,
    'BAD_USER_INPUT',
    /sha256Hash: is not the SHA-256 of `query`, which is [0-9a-f]{64}/,
  ],
  [
    'a hash that is none',
    persisted({ version: 1, sha256Hash: 3 }),
    { headers: preflighted },
    400,
    'BAD_USER_INPUT',
    /sha256Hash: .*64 hexadecimal digits/,
  ],
  [
    'another version',
    persisted({ version: 2, sha256Hash: noHash }),
    { headers: preflighted },
    400,
    'BAD_USER_INPUT',
    /version: give 1/,
  ],
  [
    'what is no hash at all, by POST',
    '/graphql',
    post('{"query":"{ __typename }","extensions":{"persistedQuery":3}}'),
    400,
    'BAD_USER_INPUT',
    /version: give 1/,
  ],
  [
    'extensions that are no JSON',
    address({ query: '{ __typename }', extensions: '{' }),
    { headers: preflighted },
    400,
    'BAD_REQUEST',
    /extensions.*invalid JSON/,
  ],
];

const methods: Case[] = ['PUT', 'PATCH', 'DELETE'].map((method) => [
  method,
  '/graphql',
  { method },
  405,
  'METHOD_NOT_ALLOWED',
  /Ask by GET or POST/,
]);

describe.each([
  ['a body', bodies],
  ['an address', addresses],
  ['a persisted query', hashes],
  ['a method', methods],
])('%s is refused:', (_, cases) => {
  test.each(cases)('%s', async (...[, path, init, status, code, says]) => {
    await expectRefusal(await fetch(origin + path, init), { status, code, says });
    await expectUp(origin);
  });
});

// No client sends these: they are written to the socket.
test.each([
  ['U+0000 in a header', 'GET /graphql HTTP/1.1\r\nhost: localhost\r\nx-a: b\0c\r\n\r\n'],
  ['no HTTP at all', 'HELLO\r\n\r\n'],
  ['a length that is none', 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: x\r\n\r\n'],
])('%s is refused', async (_, bytes) => {
  await expectRefusal(await sendBytes(bytes), {
    status: 400,
    code: 'BAD_REQUEST',
    says: /not a request by HTTP/,
  });
  await expectUp(origin);
});

test('junk in the headers of a sign-in is that of nobody', async () => {
  for (const headers of [
    { cookie: 'better-auth.session_token=%00%zz' },
    { cookie: `better-auth.session_token=${'x'.repeat(5_000)}` },
  ]) {
    const response = await fetch(
      `${origin}/graphql`,
      post('{"query":"{ viewer { name } }"}', { ...asJson, ...headers }),
    );
    expect(await response.json()).toMatchObject({ data: { viewer: null } });
  }
});

function sendBytes(bytes: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), 'localhost', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body] = text.split('\r\n\r\n');
      const [line = '', ...lines] = head.split('\r\n');
      const headers = lines.map((it) => it.split(': ', 2) as [string, string]);
      resolve(new Response(body, { status: Number(line.split(' ')[1]), headers }));
    });
  });
}
