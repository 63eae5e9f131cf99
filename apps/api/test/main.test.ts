import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findFreePort, runMain, waitUntilReady } from './support/process.ts';
import { beginQuestion, PAGE_BEGINS, PAGE_ENDS, startSlowWeb } from './support/unfinished.ts';

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}

let folder: string;
let taken: Server;
let takenPort: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-main-'));
  taken = await occupy(0);
  takenPort = (taken.address() as { port: number }).port;
});
afterAll(async () => {
  taken.close();
  await rm(folder, { recursive: true, force: true });
});

test('boots on an empty folder, tells its progress, answers, and stops once what is in flight has ended', async () => {
  const web = await startSlowWeb();
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const api = runMain({
    MUSTER_DATA_DIR: join(folder, 'data'),
    MUSTER_PORT: String(port),
    MUSTER_WEB_ORIGIN: web.origin,
  });
  await waitUntilReady(api, origin);
  expect(api.errors()).toMatch(/^muster: migration 1 of \d+: /);
  expect(api.errors()).toMatch(/muster: starter dataset: .*98 records/);

  const slow = beginQuestion(origin, '{ commitments { totalCount } }');
  const page = await fetch(`${origin}/streamed`);
  api.child.kill('SIGTERM');
  const readiness = () => fetch(`${origin}/readyz`);
  await vi.waitFor(async () => expect((await readiness()).status).toBe(503), 10_000);
  expect(await (await readiness()).json()).toEqual({
    ready: false,
    missing: [{ what: 'process', why: 'it is shutting down' }],
  });
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);

  const { status, body } = await slow.finish();
  expect([status, JSON.parse(body).data.commitments.totalCount]).toEqual([200, expect.any(Number)]);
  expect(api.child.exitCode).toBeNull();
  web.finish();
  expect(await page.text()).toBe(PAGE_BEGINS + PAGE_ENDS);
  // fetch keeps its connections open; that must not hold the process.
  expect(await api.ended).toBe(0);
  web.close();
}, 120_000);

test('a port that is taken is one clear line', async () => {
  const { errors, ended } = runMain({
    MUSTER_DATA_DIR: join(folder, 'data'),
    MUSTER_PORT: String(takenPort),
  });
  expect(await ended).toBe(1);
  expect(errors()).toBe(`muster: port ${takenPort} is taken; set MUSTER_PORT to another\n`);
});

test.each([
  [{ MUSTER_PORT: 'x' }, 'muster: MUSTER_PORT must be a port number\n'],
  [
    { DATABASE_URL: 'mysql://x' },
    'muster: DATABASE_URL: the database address is not one of PostgreSQL; expected postgres://user:password@host:port/database\n',
  ],
  [
    { DATABASE_URL: 'postgres://u:secret@127.0.0.1:9/x' },
    'muster: DATABASE_URL: cannot use PostgreSQL at 127.0.0.1:9/x: nothing listens there\n',
  ],
  [{ MUSTER_DATA_DIR: '/dev/null/x' }, 'muster: cannot write to the data folder /dev/null/x (ENOTDIR)\n'],
])('%o is one clear line', async (env, line) => {
  const { errors, ended } = runMain({ MUSTER_DATA_DIR: join(folder, 'other'), ...env });
  expect(await ended).toBe(1);
  expect(errors()).toBe(line);
});
