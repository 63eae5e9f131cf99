import { request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import { createServer } from '../src/server.ts';
import { makeInput, writeAs } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom, SECRET } from './support/newsroom.ts';
import { PUBLIC_URL } from './support/people.ts';

// Over real sockets: what tests inject goes to Fastify, behind which nothing of this is.
const LIMIT = 3_000;
const LONG =
  '{ countries(first: 100) { nodes { iso3 name } } dataset { revision size { commitments } } __type(name: "Commitment") { fields { name description } } }';
const PREFLIGHT = { 'apollo-require-preflight': '1' };

interface Heard {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
  /** Whether Fastify was asked. */
  isQuick: boolean;
}

describe.each(databases)('what was answered from memory before, on %s', (kind) => {
  let room: Newsroom;
  let app: FastifyInstance;
  let day = '2026-11-01';
  let asked: Mock;
  let turn = 0;
  let path = '';

  beforeAll(async () => {
    room = await openNewsroom(kind);
    app = await createServer({
      db: room.db,
      settings: {
        ...{ logLevel: 'info', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET },
        ...{ rateLimit: LIMIT, trustProxy: ['127.0.0.1'] },
      },
      today: () => day,
      logTo: { write: (line) => void room.logs.push(line) },
    });
    asked = vi.spyOn(app.fairUse, 'requireCaller') as unknown as Mock;
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await app.close();
    await room.close();
  });
  beforeEach(() => {
    turn += 1;
    path = `/graphql?${new URLSearchParams({ query: `query Q${turn} ${LONG}` })}`;
  });

  async function ask(headers: Record<string, string | string[]> = {}): Promise<Heard> {
    const before = asked.mock.calls.length;
    const { port } = app.server.address() as AddressInfo;
    const given = { host: 'muster', 'x-forwarded-for': `10.9.0.${turn}`, ...PREFLIGHT, ...headers };
    const lines = Object.entries(given).flatMap(([name, values]) =>
      [values].flat().flatMap((it) => [name, it]),
    );
    const heard = await new Promise<Omit<Heard, 'isQuick'>>((resolve, reject) => {
      sendRequest({ host: '127.0.0.1', port, path, headers: lines }, async (response) => {
        const body = Buffer.concat(await response.toArray());
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      })
        .on('error', reject)
        .end();
    });
    return { ...heard, isQuick: asked.mock.calls.length === before };
  }

  /** Asks until the answer comes from memory: executed, kept, and kept compressed, before it can be learned. */
  async function askUntilQuick(headers: Record<string, string | string[]> = {}) {
    const first = await ask(headers);
    let slow = first;
    for (let i = 0; i < 4; i++) {
      const next = await ask(headers);
      if (next.isQuick) return { first, slow, quick: next };
      slow = next;
    }
    throw new Error('never answered quickly');
  }

  const isolate = ({
    headers: { 'x-request-id': _, 'ratelimit-remaining': __, date: ___, ...rest },
  }: Heard) => rest;

  test.each([
    ['as it is', {}, (body: Buffer) => body],
    ['as gzip', { 'accept-encoding': 'gzip' }, gunzipSync],
    ['as Brotli', { 'accept-encoding': 'br, gzip' }, brotliDecompressSync],
  ])('comes to nobody in particular as Fastify sends it, %s', async (_, headers, open) => {
    const { first, slow, quick } = await askUntilQuick(headers);
    expect([slow.isQuick, quick.status]).toEqual([false, 200]);
    expect(isolate(quick)).toEqual(isolate(slow));
    expect(quick.body.equals(slow.body)).toBe(true);
    expect(JSON.parse(open(quick.body).toString()).data).toEqual(
      JSON.parse(open(first.body).toString()).data,
    );
    expect(quick.headers['x-request-id']).not.toBe(slow.headers['x-request-id']);
    // One each, and the first at least what any question takes.
    expect(Number(quick.headers['ratelimit-remaining'])).toBe(
      Number(slow.headers['ratelimit-remaining']) - 1,
    );
  });

  test('is told as not modified to who has it, and sent whole to who has another', async () => {
    const { first } = await askUntilQuick();
    const { slow, quick } = await askUntilQuick({ 'if-none-match': String(first.headers.etag) });
    expect([slow.status, quick.status, quick.body.length]).toEqual([304, 304, 0]);
    expect(isolate(quick)).toEqual(isolate(slow));
    const other = await ask({ 'if-none-match': '"another"' });
    expect([other.status, other.isQuick]).toEqual([200, false]);
  });

  test('is logged and counted like any other', async () => {
    const counted = () => app.metrics.keptAnswers.get();
    const read = async () =>
      (await counted()).values.find(({ labels }) => labels.result === 'hit')?.value ?? 0;
    await askUntilQuick();
    const before = await read();
    room.logs.length = 0;
    const { headers, body } = await ask();
    expect(await read()).toBe(before + 1);
    await vi.waitFor(() => expect(room.logs).toHaveLength(1));
    const line = JSON.parse(room.logs[0] ?? '');
    expect(line).toMatchObject({
      reqId: headers['x-request-id'],
      method: 'GET',
      route: '/graphql',
      path: '/graphql',
      status: 200,
    });
    expect(line.bytes).toBeGreaterThan(body.length);
    expect(await app.metrics.registry.metrics()).toContain('muster_http_requests_in_flight 0');
  });

  test.each([
    ['a cookie', { cookie: 'who=me' }, 200],
    ['a key that does not hold', { authorization: 'Bearer muster_none' }, 401],
    ['the dashboard’s token', { 'x-muster-dashboard': 'a guess' }, 200],
    ['a body', { 'content-length': '0' }, 200],
    ['two hosts', { host: ['one.example', 'other.example'] }, 400],
    ['what no answer is written in', { accept: 'text/html' }, 406],
    ['no sign that a page of another site did not send it', { 'apollo-require-preflight': '' }, 400],
  ] as [string, Record<string, string | string[]>, number][])(
    'is not for who comes with %s',
    async (_, headers, status) => {
      await askUntilQuick();
      const answer = await ask(headers);
      expect(answer.status).toBe(status);
      if (status === 200) expect(answer.isQuick).toBe(false);
      if (headers.cookie) expect(answer.headers['cache-control']).toBe('private, no-store');
    },
  );

  test('is not sent any more once the record has changed, or the day', async () => {
    const size = ({ body }: Heard) => JSON.parse(body.toString()).data.dataset.size.commitments;
    const { quick: before } = await askUntilQuick();
    const { slug } = makeInput();
    await writeAs(room, room.editor).create(makeInput({ slug }));
    await writeAs(room, room.editor).submit(slug, 1);
    expect((await writeAs(room, room.reviewer).publish(slug, 2)).commitment.state).toBe('PUBLISHED');
    // It was published through another process.
    await vi.waitFor(async () => expect(size(await ask())).toBe(size(before) + 1), 2_000);
    const { quick } = await askUntilQuick();
    expect(size(quick)).toBe(size(before) + 1);
    day = '2026-11-02';
    const next = await ask();
    expect([next.isQuick, next.headers.etag === quick.headers.etag]).toEqual([false, false]);
  });

  test('takes from the allowance of the address that the balancer names, to its end', async () => {
    await askUntilQuick();
    const mine = { 'x-forwarded-for': '10.8.0.1' };
    const left = async () => Number((await ask(mine)).headers['ratelimit-remaining']);
    expect([await left(), await left()]).toEqual([LIMIT - 1, LIMIT - 2]);
    await app.fairUse.allowances.take({ tier: 'ANONYMOUS', id: '10.8.0.1' }, LIMIT);
    const refused = await ask(mine);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect((await ask()).status).toBe(200);
  });
});
