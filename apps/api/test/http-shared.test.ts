import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createServer } from '../src/server.ts';
import { makeInput, writeAs } from './support/commitments.ts';
import { databases, openEmpty } from './support/databases.ts';
import { type Newsroom, openNewsroom, SECRET } from './support/newsroom.ts';
import { PUBLIC_URL } from './support/people.ts';

const COUNTED = `/graphql?query=${encodeURIComponent('{ dataset { revision size { commitments } } }')}`;

describe.each(databases)('kept answers and changes on %s', (kind) => {
  let room: Newsroom;
  /** Another process of the same database. */
  let other: FastifyInstance;
  let day = new Date().toISOString().slice(0, 10);
  beforeAll(async () => {
    room = await openNewsroom(kind);
    other = await createServer({
      db: room.db,
      settings: { logLevel: 'silent', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET },
      today: () => day,
    });
  });
  afterAll(async () => {
    await other.close();
    await room.close();
  });

  const ask = (app: FastifyInstance, etag = '') =>
    app.inject({ url: COUNTED, headers: { 'apollo-require-preflight': '1', 'if-none-match': etag } });

  async function publish() {
    const { slug } = makeInput();
    await writeAs(room, room.editor).create(makeInput({ slug }));
    await writeAs(room, room.editor).submit(slug, 1);
    const result = await writeAs(room, room.reviewer).publish(slug, 2);
    expect(result.commitment.state).toBe('PUBLISHED');
  }

  test('what is published is seen at once here, and within two seconds elsewhere', async () => {
    const before = await ask(room.app);
    await ask(other);
    const etag = String(before.headers.etag);
    expect((await ask(room.app, etag)).statusCode).toBe(304);
    expect((await ask(other, etag)).statusCode).toBe(304);

    await publish();
    const after = await ask(room.app, etag);
    expect(after.statusCode).toBe(200);
    const { revision, size } = before.json().data.dataset;
    expect(after.json().data.dataset).toEqual({
      revision: revision + 1,
      size: { commitments: size.commitments + 1 },
    });
    expect(after.headers.etag).not.toBe(etag);
    await vi.waitFor(
      async () => expect((await ask(other, etag)).json().data).toEqual(after.json().data),
      2_000,
    );
  });

  test('processes agree on the tag, and another day has another', async () => {
    const here = String((await ask(room.app)).headers.etag);
    await vi.waitFor(async () => expect((await ask(other)).headers.etag).toBe(here), 2_000);
    day = '2031-01-01';
    expect((await ask(other, here)).statusCode).toBe(200);
  });
});

describe('pages behind the API', () => {
  const PAGE = '<p>Officers trained.</p>'.repeat(200);
  let web: Server;
  let app: FastifyInstance;
  let origin: string;
  let finish: (() => void) | undefined;
  let close: () => Promise<void>;

  const routes: Record<string, (response: ServerResponse) => void> = {
    '/page': (response) => response.setHeader('etag', '"strong"').end(PAGE),
    '/squeezed': (response) => response.setHeader('content-encoding', 'gzip').end(PAGE),
    '/picture': (response) => response.setHeader('content-type', 'image/png').end(PAGE),
    '/slow': (response) => {
      response.write(PAGE);
      finish = () => response.end('the end');
    },
  };

  beforeAll(async () => {
    web = createHttpServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('vary', 'rsc');
      routes[request.url ?? '']?.(response);
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const db = await openEmpty('pglite');
    const webOrigin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    app = await createServer({
      db,
      settings: { logLevel: 'silent', webOrigin, publicUrl: PUBLIC_URL, secret: SECRET },
    });
    origin = await app.listen({ host: '127.0.0.1', port: 0 });
    close = async () => {
      await app.close();
      await db.close();
      web.close();
    };
  });
  afterAll(() => close());

  const open = (url: string) => app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } });

  test('are compressed, under a weak tag, and say so to caches', async () => {
    const page = await open('/page');
    expect(page.headers).toMatchObject({ 'content-encoding': 'br', etag: 'W/"strong"' });
    expect(page.headers.vary).toBe('rsc, accept-encoding');
    expect(brotliDecompressSync(page.rawPayload).toString()).toBe(PAGE);
    const plain = await app.inject('/page');
    expect(plain.headers).toMatchObject({ etag: '"strong"', vary: 'rsc, accept-encoding' });
    expect(plain.body).toBe(PAGE);
  });

  test('are not compressed twice, nor pictures at all', async () => {
    const squeezed = await open('/squeezed');
    expect([squeezed.headers['content-encoding'], squeezed.body]).toEqual(['gzip', PAGE]);
    const picture = await open('/picture');
    expect([picture.headers['content-encoding'], picture.body]).toEqual([undefined, PAGE]);
  });

  test.each(['br', 'gzip'])('reach the reader piece by piece under %s', async (encoding) => {
    const reply = await fetch(`${origin}/slow`, { headers: { 'accept-encoding': encoding } });
    expect(reply.headers.get('content-encoding')).toBe(encoding);
    const pieces = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
    let read = '';
    while (read.length < PAGE.length) read += (await pieces?.read())?.value ?? '';
    expect(read).toBe(PAGE);
    finish?.();
    for (let next = await pieces?.read(); next && !next.done; next = await pieces?.read()) read += next.value;
    expect(read).toBe(`${PAGE}the end`);
  });
});
