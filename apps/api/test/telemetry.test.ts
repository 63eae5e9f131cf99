import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createServer, type ServerParts } from '../src/server.ts';
import { describeError } from '../src/telemetry/log.ts';
import { databases, openSeeded } from './support/databases.ts';
import { SECRET } from './support/newsroom.ts';
import { createPerson, PASSWORD, PUBLIC_URL, signIn } from './support/people.ts';
import { type SlowWeb, startSlowWeb } from './support/unfinished.ts';

const TOKEN = 'a token of the tests';
const PREFLIGHT = { 'apollo-require-preflight': '1' };

describe.each(databases)('telemetry on %s', (kind) => {
  let db: Awaited<ReturnType<typeof openSeeded>>;
  let web: SlowWeb;
  let app: FastifyInstance;
  const lines: string[] = [];
  const open = (settings: Partial<ServerParts['settings']> = {}) =>
    createServer({
      db,
      settings: {
        logLevel: 'info',
        webOrigin: web.origin,
        publicUrl: PUBLIC_URL,
        secret: SECRET,
        ...settings,
      },
      logTo: { write: (line) => void lines.push(line) },
    });

  beforeAll(async () => {
    db = await openSeeded(kind);
    web = await startSlowWeb();
    app = await open();
  });
  afterAll(async () => {
    await app.close();
    await db.close();
    web.close();
  });

  const ask = (query: string, variables: object = {}) =>
    app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
  const readLog = () => lines.splice(0).map((line) => JSON.parse(line));
  const scrape = async () => (await app.inject('/metrics')).body;
  /** Of the one sample whose name and labels hold all of these. */
  async function readSample(...parts: string[]): Promise<number> {
    const found = (await scrape())
      .split('\n')
      .filter((line) => !line.startsWith('#') && parts.every((part) => line.includes(part)));
    return found.length === 0 ? 0 : Number(found[0]?.split(' ').at(-1));
  }

  test('a request is one line, without what it was asked with', async () => {
    readLog();
    const reply = await ask('query Seek($text: String!) { program(slug: $text) { name } }', {
      text: 'tell-nobody',
    });
    expect(readLog()).toEqual([
      expect.objectContaining({
        reqId: reply.headers['x-request-id'],
        level: 30,
        method: 'POST',
        route: '/graphql',
        path: '/graphql',
        status: 200,
        ms: expect.any(Number),
        bytes: expect.any(Number),
        operation: 'Seek',
        outcome: 'OK',
        cost: expect.any(Number),
      }),
    ]);
    const variables = encodeURIComponent('{"text":"tell-nobody"}');
    await app.inject({
      url: `/graphql?query=query($text:String!){program(slug:$text){name}}&variables=${variables}`,
      headers: { ...PREFLIGHT, cookie: 'muster.session_token=tell-nobody' },
    });
    await app.inject({
      method: 'PUT',
      url: '/graphql/nowhere?tell-nobody',
      payload: { text: 'tell-nobody' },
    });
    const log = JSON.stringify(readLog());
    expect(log).toContain('"operation":"query"');
    expect(log).not.toContain('tell-nobody');
  });

  test('a page has its line too, and the dashboard is passed its id and nobody else’s', async () => {
    readLog();
    const page = app.inject({ url: '/countries/SLB?at=2024', headers: { 'x-request-id': 'mine' } });
    await vi.waitFor(() => expect(web.asked.at(-1)).toBeDefined(), 10_000);
    await vi.waitFor(async () => {
      web.finish();
      expect(readLog()).toEqual([
        expect.objectContaining({ route: '/*', path: '/countries/SLB', status: 200 }),
      ]);
    }, 10_000);
    const id = (await page).headers['x-request-id'];
    expect(web.asked.at(-1)?.['x-request-id']).toBe(id);
    expect(id).not.toBe('mine');
  });

  test('a caller who goes away is told apart, and no longer counted', async () => {
    readLog();
    const server = await open();
    const origin = await server.listen({ host: '127.0.0.1', port: 0 });
    const leaving = new AbortController();
    const page = await fetch(`${origin}/left-early`, { signal: leaving.signal });
    expect(page.status).toBe(200);
    leaving.abort();
    await vi.waitFor(
      () => expect(readLog()).toContainEqual(expect.objectContaining({ path: '/left-early', aborted: true })),
      10_000,
    );
    const { body } = await server.inject('/metrics');
    expect(body).toContain('status="aborted"} 1');
    expect(body).toContain('muster_http_requests_in_flight 1');
    web.finish();
    await server.close();
  });

  test('sign-in leaves neither password nor cookie nor address', async () => {
    const { email } = await createPerson(db, app, 'EDITOR');
    await signIn(app, { email, password: PASSWORD });
    await signIn(app, { email, password: 'not the password at all' });
    await app.inject('/api/auth/reset-password/tell-nobody');
    const log = JSON.stringify(readLog());
    expect(log).toContain('"route":"/api/auth/*"');
    for (const word of [PASSWORD, 'not the password', 'session_token', 'tell-nobody', email])
      expect(log).not.toContain(word);
  });

  test('secrets in an object that is logged are struck out', () => {
    readLog();
    const secrets = { password: 'p-1', authorization: 'a-1', cookie: 'c-1', token: 't-1', key: 'k-1' };
    app.log.warn({ ...secrets, headers: { ...secrets, 'x-api-key': 'x-1' }, body: { user: secrets } });
    const [line] = readLog();
    expect(line.headers.cookie).toBe('[redacted]');
    expect(JSON.stringify(line)).not.toMatch(/[pactkx]-1/);
  });

  test('an error of the database is told without the value', async () => {
    const error = await db.query("SELECT 'tell-nobody'::date").catch((cause) => cause);
    expect(error.message).toContain('tell-nobody');
    const told = describeError(new Error('reading failed', { cause: error }));
    expect(told.cause?.message).toBe('invalid input syntax for type date: "…"');
    expect(JSON.stringify(told)).not.toContain('tell-nobody');
  });

  test('requests, questions, kept answers and statements are counted', async () => {
    const url = '/graphql?query={dataset{revision}}';
    const before = await Promise.all(
      ['miss', 'hit', 'not_modified'].map((it) => readSample('kept_answers_total', it)),
    );
    const first = await app.inject({ url, headers: PREFLIGHT });
    await app.inject({ url, headers: PREFLIGHT });
    await app.inject({ url, headers: { ...PREFLIGHT, 'if-none-match': String(first.headers.etag) } });
    const after = await Promise.all(
      ['miss', 'hit', 'not_modified'].map((it) => readSample('kept_answers_total', it)),
    );
    expect(after).toEqual(before.map((count) => count + 1));

    await ask('{ nothing }');
    await ask('{ commitments(first: 0) { totalCount } }');
    await ask('query AnyNameAtAll { commitments(first: 1) { totalCount } }');
    expect(await readSample('operations_total', 'GRAPHQL_VALIDATION_FAILED')).toBeGreaterThan(0);
    expect(await readSample('operations_total', '"query"', 'BAD_USER_INPUT')).toBeGreaterThan(0);
    expect(await readSample('operations_total', '"query"', 'OK')).toBeGreaterThan(0);
    expect(await readSample('operation_cost_count')).toBeGreaterThan(0);
    expect(await readSample('statement_duration_seconds_count', 'SELECT', '"ok"')).toBeGreaterThan(0);
    expect(await readSample('statement_duration_seconds_count', 'SELECT', '"failed"')).toBe(1);
    expect(await readSample('duration_seconds_count', 'GET', '/graphql', '304')).toBe(1);
    expect(await readSample('muster_data_revision ')).toBe(
      (await db.prisma.dataRevision.findFirstOrThrow()).revision,
    );
    expect(await readSample('database_connections', 'idle')).toBeGreaterThanOrEqual(0);
    expect((await scrape()).includes('muster_database_connections{')).toBe(kind === 'postgres');
    expect(await scrape()).toContain('process_cpu_seconds_total');
    expect(await readSample('requests_in_flight')).toBe(1);
  });

  test('no label is what a caller made up', async () => {
    await app.inject({ method: 'PROPFIND' as 'GET', url: '/made-up' }).catch(() => {});
    await app.inject('/graphql/made-up');
    await ask('query MadeUp { __typename }');
    expect(await scrape()).not.toMatch(/made-?up|PROPFIND/i);
  });

  test('metrics are not for the public', async () => {
    const read = (server: FastifyInstance, headers = {}, remoteAddress = '127.0.0.1') =>
      server.inject({ url: '/metrics', remoteAddress, headers: { host: 'localhost:3000', ...headers } });
    expect((await read(app)).statusCode).toBe(200);
    expect((await read(app, {}, '::1')).statusCode).toBe(200);
    for (const [headers, address] of [
      [{}, '192.0.2.1'],
      [{ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1'],
      [{ forwarded: 'for=127.0.0.1' }, '127.0.0.1'],
      [{ host: 'muster.example' }, '127.0.0.1'],
    ] as const) {
      const refused = await read(app, headers, address);
      expect([refused.statusCode, refused.json().errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
      expect(refused.body).toContain('MUSTER_METRICS_TOKEN');
    }
    for (const settings of [{ publicUrl: 'https://muster.example' }, { trustProxy: ['127.0.0.1'] }]) {
      const behind = await open(settings);
      expect((await read(behind)).statusCode).toBe(403);
      await behind.close();
    }
  });

  test('with a token they are for whoever sends it, from anywhere', async () => {
    const server = await open({ metricsToken: TOKEN, publicUrl: 'https://muster.example' });
    const read = (authorization: string) =>
      server.inject({
        url: '/metrics',
        remoteAddress: '192.0.2.1',
        headers: { host: 'muster.example', authorization },
      });
    expect((await read(`Bearer ${TOKEN}`)).statusCode).toBe(200);
    for (const wrong of ['', TOKEN, `Bearer ${TOKEN}.`, 'Bearer']) {
      const refused = await read(wrong);
      expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([
        401,
        'Bearer realm="metrics"',
      ]);
    }
    expect((await server.inject({ url: '/metrics', headers: { host: 'localhost' } })).statusCode).toBe(401);
    await server.close();
  });

  test('a database that lacks a migration is not ready, and says which', async () => {
    const [last] = await db.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations ORDER BY 1 DESC LIMIT 1',
    );
    await db.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1', [
      last?.migration_name,
    ]);
    readLog();
    const replies = [await app.inject('/readyz'), await app.inject('/readyz')];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([503, 503]);
    expect(replies[0]?.json()).toEqual({
      ready: false,
      missing: [{ what: 'migrations', why: `not applied: ${last?.migration_name}` }],
    });
    expect(readLog().filter(({ level }) => level >= 50)).toHaveLength(1);
    await db.query('UPDATE _prisma_migrations SET rolled_back_at = NULL');
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });
});
