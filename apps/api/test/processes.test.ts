import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createServer } from '../src/server.ts';
import { type Collector, startCollector } from './support/collector.ts';
import { makeClaim, makeInput, writeAs } from './support/commitments.ts';
import { databases, openSeeded } from './support/databases.ts';
import { type Answer, SECRET } from './support/newsroom.ts';
import { createPerson, type Person, PUBLIC_URL } from './support/people.ts';
import { type ApiProcess, findFreePort, runMain, waitUntilReady } from './support/process.ts';
import { PAGE_BEGINS, PAGE_ENDS, type SlowWeb, startSlowWeb } from './support/unfinished.ts';

// Two seconds are promised; starved test machines are given some more.
const SOON = { timeout: 4_000, interval: 50 };
const COUNTED = `/graphql?query=${encodeURIComponent('{ dataset { revision size { commitments } } }')}`;

describe.skipIf(!databases.includes('postgres'))('two processes on one PostgreSQL', () => {
  let db: Awaited<ReturnType<typeof openSeeded>>;
  let app: FastifyInstance;
  let editor: Person;
  let reviewer: Person;
  let web: SlowWeb;
  let collector: Collector;
  let processes: ApiProcess[];
  let origins: string[];

  beforeAll(async () => {
    db = await openSeeded('postgres');
    app = await createServer({
      db,
      settings: { logLevel: 'silent', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET },
    });
    editor = await createPerson(db, app, 'EDITOR');
    reviewer = await createPerson(db, app, 'REVIEWER');
    web = await startSlowWeb();
    collector = await startCollector();
    const ports = [await findFreePort(), await findFreePort()];
    origins = ports.map((port) => `http://127.0.0.1:${port}`);
    processes = ports.map((port) =>
      runMain({
        DATABASE_URL: db.url ?? '',
        MUSTER_PORT: String(port),
        MUSTER_PUBLIC_URL: PUBLIC_URL,
        MUSTER_SECRET: SECRET,
        MUSTER_WEB_ORIGIN: web.origin,
        MUSTER_LOG_LEVEL: 'info',
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      }),
    );
    await Promise.all(processes.map((process, index) => waitUntilReady(process, origins[index] ?? '')));
  });
  afterAll(async () => {
    for (const { child } of processes ?? []) child.kill('SIGKILL');
    web.close();
    collector.close();
    await app.close();
    await db.close();
  });

  const read = (origin: string, etag = '') =>
    fetch(`${origin}${COUNTED}`, { headers: { 'apollo-require-preflight': '1', 'if-none-match': etag } });

  const readDataset = async (response: Response) => ((await response.json()) as Answer).data.dataset;

  async function post(origin: string, person: Person | null, query: string, variables = {}) {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: PUBLIC_URL,
        ...(person && { cookie: person.cookie }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { status: response.status, data, errors };
  }

  /** A commitment written, submitted and published through that process. */
  async function publish(origin: string) {
    const source = await db.prisma.source.findFirstOrThrow();
    const input = makeInput({
      recipients: [{ country: 'KEN', group: null, shareLow: 10, shareHigh: 20 }],
      claims: [makeClaim({ source: source.slug })],
    });
    const ask = (person: Person | null, query: string, variables = {}) =>
      post(origin, person, query, variables);
    await writeAs({ ask }, editor).create(input);
    await writeAs({ ask }, editor).submit(input.slug, 1);
    const result = await writeAs({ ask }, reviewer).publish(input.slug, 2);
    expect(result.commitment.state).toBe('PUBLISHED');
  }

  /** Both answer 304 to what they told before; after a change through one, both tell the new number. */
  async function expectNewsOnBoth(change: () => Promise<void>) {
    const before = await Promise.all(origins.map((origin) => read(origin)));
    const [etag, other] = before.map(({ headers }) => headers.get('etag') ?? '');
    expect([before.map(({ status }) => status), other]).toEqual([[200, 200], etag]);
    const again = await Promise.all(origins.map((origin) => read(origin, etag)));
    expect(again.map(({ status }) => status)).toEqual([304, 304]);
    const [{ revision, size }] = await Promise.all(before.map(readDataset));

    await change();
    await Promise.all(
      origins.map((origin) =>
        vi.waitFor(async () => {
          const after = await read(origin, etag);
          expect(after.status).toBe(200);
          expect(after.headers.get('etag')).not.toBe(etag);
          expect(await readDataset(after)).toEqual({
            revision: revision + 1,
            size: { commitments: size.commitments + 1 },
          });
        }, SOON),
      ),
    );
  }

  const readListeners = () =>
    db.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );

  test('what is published through one is told by both', async () => {
    await expectNewsOnBoth(() => publish(origins[0] ?? ''));
    await expectNewsOnBoth(() => publish(origins[1] ?? ''));
  });

  test('also while, and after, the connections that listen are lost', async () => {
    const listening = await readListeners();
    expect(listening).toHaveLength(2);
    const cut = () =>
      db.query(`SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid`, [
        listening.map(({ pid }) => pid),
      ]);
    await expectNewsOnBoth(async () => {
      await cut();
      await publish(origins[0] ?? '');
    });
    const isBack = async () => {
      const now = await readListeners();
      expect(now).toHaveLength(2);
      expect(now.map(({ pid }) => pid)).not.toContain(listening[0]?.pid);
    };
    await vi.waitFor(isBack, 20_000);
    await expectNewsOnBoth(() => publish(origins[1] ?? ''));
  });

  test('one that is told to end finishes what waits for the database and what streams, and sends its traces', async () => {
    const [origin = ''] = origins;
    const [api] = processes;
    if (!api) throw new Error('no process');
    let release = () => {};
    const held = db.transaction(async (connection) => {
      await connection.executeScript('LOCK TABLE "count" IN ACCESS EXCLUSIVE MODE');
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    const slow = post(origin, null, 'query Waits { commitments { totalCount } }');
    const page = await fetch(`${origin}/streamed`);
    await vi.waitFor(async () => {
      const waiting = await db.query(
        "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'count'::regclass",
      );
      expect(waiting.length).toBeGreaterThan(0);
    }, 20_000);

    api.child.kill('SIGTERM');
    await vi.waitFor(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(503), 20_000);
    expect((await fetch(`${origin}/healthz`)).headers.get('connection')).toBe('close');
    // The other one is there for whoever asks meanwhile.
    expect((await fetch(`${origins[1]}/readyz`)).status).toBe(200);
    release();
    await held;
    expect(await slow).toMatchObject({
      status: 200,
      data: { commitments: { totalCount: expect.any(Number) } },
    });
    expect(api.child.exitCode).toBeNull();
    web.finish();
    expect(await page.text()).toBe(PAGE_BEGINS + PAGE_ENDS);
    expect(await api.ended).toBe(0);

    expect(api.errors()).not.toMatch(/traces cannot be sent|could not stop/);
    const line = api
      .logs()
      .map((text) => JSON.parse(text))
      .find(({ operation }) => operation === 'Waits');
    expect(line).toMatchObject({ msg: 'request', status: 200, outcome: 'OK', route: '/graphql' });
    const names = collector.spans.filter(({ traceId }) => traceId === line.traceId).map(({ name }) => name);
    expect([...new Set(names)].sort()).toEqual(['POST /graphql', 'Query.commitments', 'SELECT', 'query']);
    expect([...collector.services]).toEqual(['muster']);
  });
});
