import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../src/main.ts');

interface Run {
  child: ChildProcess;
  errors: () => string;
  ended: Promise<number | null>;
}

function runMain(env: Record<string, string>): Run {
  const { DATABASE_URL: _, ...rest } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  return { child, errors: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}

let folder: string;
let taken: Server;
let takenPort: number;
let freePort: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-main-'));
  taken = await occupy(0);
  takenPort = (taken.address() as { port: number }).port;
  const probe = await occupy(0);
  freePort = (probe.address() as { port: number }).port;
  await new Promise((resolve) => probe.close(resolve));
});
afterAll(async () => {
  taken.close();
  await rm(folder, { recursive: true, force: true });
});

test('boots on an empty folder, tells its progress, answers, and stops within seconds of being asked', async () => {
  const { child, errors, ended } = runMain({
    MUSTER_DATA_DIR: join(folder, 'data'),
    MUSTER_PORT: String(freePort),
  });
  const address = `http://127.0.0.1:${freePort}`;
  for (let ready = false; !ready; ) {
    expect(child.exitCode).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100));
    ready = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
  expect(errors()).toMatch(/^muster: migration 1 of \d+: /);
  expect(errors()).toMatch(/muster: starter dataset: .*98 records/);
  // fetch keeps its connection open; that must not hold the process.
  const asked = Date.now();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(5_000);
});

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
