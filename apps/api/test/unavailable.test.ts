import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Database, openDatabase } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findUnavailable } from '../src/http/unavailable.ts';
import { createServer as createApi } from '../src/server.ts';
import { databases, openEmpty } from './support/databases.ts';
import { SECRET } from './support/newsroom.ts';
import { createPerson, type Person, PUBLIC_URL } from './support/people.ts';

const settings = { logLevel: 'silent', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET } as const;

/** Between the API and its database, so that the database can go away from this one alone. */
async function startRelay(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    const other = connect(Number(target.port), target.hostname);
    for (const it of [socket, other])
      sockets.add(it.on('error', () => {}).on('close', () => sockets.delete(it)));
    socket.pipe(other).pipe(socket);
  });
  const listen = (port: number) => once(server.listen(port, '127.0.0.1'), 'listening');
  await listen(0);
  const { port } = server.address() as { port: number };
  const relayed = new URL(url);
  relayed.host = `127.0.0.1:${port}`;
  return {
    url: relayed.href,
    cut: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(port),
  };
}

describe.skipIf(!databases.includes('postgres'))('while the database is away', () => {
  let origin: Awaited<ReturnType<typeof openEmpty>>;
  let relay: Awaited<ReturnType<typeof startRelay>>;
  let db: Database;
  let app: FastifyInstance;
  let editor: Person;
  let last = 0;

  beforeAll(async () => {
    origin = await openEmpty('postgres');
    relay = await startRelay(origin.url ?? '');
    db = await openDatabase({ databaseUrl: relay.url, poolSize: 2 });
    app = await createApi({ db, settings: { ...settings, queryMs: 5_000 } });
    editor = await createPerson(db, app, 'EDITOR');
  });
  afterAll(async () => {
    await app.close();
    await db.close();
    await origin.close();
  });

  const post = (query: string, cookie?: string) =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query },
      headers: { origin: PUBLIC_URL, ...(cookie && { cookie }) },
    });
  const submit = 'mutation { submitCommitment(slug: "none", version: 1) { __typename } }';
  const asking: [string, () => ReturnType<typeof post>][] = [
    ['a question by POST', () => post('{ programs { totalCount } }')],
    [
      'a question by GET',
      () =>
        app.inject({
          url: '/graphql',
          // Never asked before: what is kept is answered from memory.
          query: { query: `{ n${++last}: countries { totalCount } }` },
          headers: { 'apollo-require-preflight': '1' },
        }),
    ],
    ['somebody who is signed in', () => post('{ viewer { email } }', editor.cookie)],
    ['a change', () => post(submit, editor.cookie)],
    [
      'a sign-in',
      () =>
        app.inject({
          method: 'POST',
          url: '/api/auth/sign-in/email',
          payload: { email: editor.email, password: 'wrong' },
        }),
    ],
    ['a file', () => app.inject({ url: '/data/programs.csv' })],
  ];

  test.each(asking)('%s is told so with 503, and answered again once it is back', async (_, ask) => {
    const { statusCode: before } = await ask();
    await relay.cut();
    const answer = await ask();
    await relay.mend();
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.json().errors[0]).toMatchObject({
      message: expect.stringMatching(/^The database cannot be reached\. Ask again in 5 s/),
      extensions: { code: 'DATABASE_UNAVAILABLE', requestId: answer.headers['x-request-id'] },
    });
    expect(answer.body).not.toMatch(/prisma|ECONN|127\.0\.0\.1|node_modules/i);
    await vi.waitFor(async () => expect((await ask()).statusCode).toBe(before), 10_000);
  });
});

test('what has no room is told as that, and what is neither is left alone', () => {
  const fail = (code: string, cause?: unknown) => Object.assign(new Error('failed', { cause }), { code });
  const codeOf = (error: unknown) => findUnavailable(error)?.extensions.code ?? null;
  expect([fail('53100'), fail('P2010', fail('ENOSPC')), fail('ECONNRESET')].map(codeOf)).toEqual([
    'STORAGE_FULL',
    'STORAGE_FULL',
    'DATABASE_UNAVAILABLE',
  ]);
  expect([fail('23505'), fail('P2002'), fail('57014'), new Error('failed'), null].map(codeOf)).toEqual(
    Array(5).fill(null),
  );
});

describe('a body that does not come to its end', () => {
  let app: FastifyInstance;
  let db: Awaited<ReturnType<typeof openEmpty>>;
  let port: number;

  beforeAll(async () => {
    db = await openEmpty('pglite');
    app = await createApi({ db, settings, bodyMs: 200 });
    await app.listen({ host: '127.0.0.1', port: 0 });
    port = (app.server.address() as { port: number }).port;
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });
  test('is cut off with 408, and one that does is answered', async () => {
    const begin = (rest: string) =>
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${rest}`;
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(begin('Content-Length: 1000\r\n\r\n{"query":'));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');

    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ programs { totalCount } }"}',
    });
    expect(response.status).toBe(200);
  });
});
