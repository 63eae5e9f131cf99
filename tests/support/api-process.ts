import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort, root, waitForAnswer } from '../../scripts/processes.ts';
import { cleanEnvironment, createFolder, interrupt, waitForEnd } from './start.ts';

export interface ApiProcess {
  origin: string;
  /** Whether its process still runs. */
  isUp(): boolean;
  /** All that it logged so far. */
  log(): string;
  /** Resolves once it takes requests. Throws where it ends before. */
  waitUntilReady(): Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL: it can do nothing about it. */
  kill(): Promise<void>;
}

export type RunningApi = Omit<ApiProcess, 'waitUntilReady'>;

/** The API alone, as a process of its own over an empty data folder or the database of `DATABASE_URL`. */
export async function startApi(env: Record<string, string> = {}): Promise<RunningApi> {
  const api = await spawnApi(env);
  await api.waitUntilReady();
  return api;
}

/** The same, without waiting until it is ready. */
export async function spawnApi(env: Record<string, string> = {}): Promise<ApiProcess> {
  const port = env.MUSTER_PORT ?? String(await findFreePort());
  const dataDir = env.MUSTER_DATA_DIR ?? createFolder();
  const child = spawn(process.execPath, [join(root, 'apps/api/src/main.ts')], {
    env: { ...cleanEnvironment(), MUSTER_PORT: port, MUSTER_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  const isUp = () => child.exitCode === null && child.signalCode === null;
  const origin = `http://127.0.0.1:${port}`;
  const endWithUs = () => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const clear = () => {
    process.off('exit', endWithUs);
    if (!env.MUSTER_DATA_DIR) rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    origin,
    isUp,
    log: () => log,
    async waitUntilReady() {
      if (!(await waitForAnswer(`${origin}/readyz`, isUp))) throw new Error(`the API did not start:\n${log}`);
    },
    async stop() {
      await interrupt(child);
      clear();
    },
    async kill() {
      await killAtOnce(child);
      clear();
    },
  };
}

async function killAtOnce(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = waitForEnd(child);
  child.kill('SIGKILL');
  await ended;
}
