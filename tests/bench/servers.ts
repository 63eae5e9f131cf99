import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, root, waitForAnswer } from '../../scripts/processes.ts';
import type { FloorOrder } from './floor.ts';

export interface RunningServer {
  origin: string;
  /** False once it has ended by itself. */
  isAlive(): boolean;
  /** Megabytes that the process holds, and the most that it ever held; null where the system does not tell. */
  readMemory(): { now: number; most: number } | null;
  /** Milliseconds of processor time that the process has taken; null where the system does not tell. */
  readProcessorTime(): number | null;
  stop(): Promise<void>;
}

/**
 * The product's API as users start it, on PostgreSQL, without the dashboard behind it. `profileTo`: a folder that
 * receives a profile of its processor time once it is stopped.
 */
export async function startApi(databaseUrl: string, profileTo?: string): Promise<RunningServer> {
  const port = await findFreePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const profiling = profileTo ? ['--cpu-prof', `--cpu-prof-dir=${profileTo}`] : [];
  const child = spawn(process.execPath, [...profiling, join(root, 'apps/api/src/main.ts')], {
    cwd: root,
    env: {
      ...cleanEnvironment(),
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      MUSTER_DATA_DIR: dataDir,
      MUSTER_PORT: String(port),
      // One caller asks all there is to ask, and how long an answer takes is what is measured.
      MUSTER_RATE_LIMIT: '0',
      MUSTER_QUERY_SECONDS: '0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000);
  });
  const origin = `http://127.0.0.1:${port}`;
  const isUp = await waitForAnswer(`${origin}/readyz`, () => isRunning(child));
  if (!isUp) throw new Error(`the API did not start:\n${said}`);
  return describeServer(child, origin, () => rmSync(dataDir, { recursive: true, force: true }));
}

export function startFloor(order: FloorOrder): Promise<RunningServer> {
  return forkServer(join(import.meta.dirname, 'floor.ts'), [JSON.stringify(order)]);
}

/** A script that tells its parent the port it listens on. */
export async function forkServer(script: string, given: string[]): Promise<RunningServer> {
  const env = { ...cleanEnvironment(), NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
  const child = fork(script, given, { stdio: 'inherit', env });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', () => reject(new Error(`${script} did not start`)));
  });
  return describeServer(child, `http://127.0.0.1:${port}`, () => {});
}

function describeServer(child: ChildProcess, origin: string, clear: () => void): RunningServer {
  const end = () => {
    child.kill('SIGKILL');
    clear();
  };
  process.once('exit', end);
  return {
    origin,
    isAlive: () => isRunning(child),
    readMemory: () => readMemory(child.pid),
    readProcessorTime: () => readProcessorTime(child.pid),
    async stop() {
      process.off('exit', end);
      if (isRunning(child)) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        // Whoever is deep in a sum does not hear.
        const late = setTimeout(() => child.kill('SIGKILL'), 6_000);
        await ended;
        clearTimeout(late);
      }
      clear();
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function readMemory(pid: number | undefined): { now: number; most: number } | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const status = readFileSync(file, 'utf8');
  const read = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: read('VmRSS'), most: read('VmHWM') };
}

/** By proc(5): user and system time are the 14th and 15th field, in hundredths of a second. */
function readProcessorTime(pid: number | undefined): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // The second field is a name in brackets, which may hold blanks.
  const [user, system] = (readFileSync(file, 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

/** This process's environment without what would steer the product. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const steers = /^(MUSTER_|VITEST|DATABASE_URL$|NODE_ENV$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steers.test(name)));
}
