import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, root } from '../../scripts/processes.ts';

export interface RunningProduct {
  origin: string;
  dataDir: string;
  process: ChildProcess;
  /** All that it printed so far. */
  output(): string;
  /** Ctrl-C, then the exit code once it has ended. */
  stop(): Promise<number | null>;
}

/** A folder of its own below the system's temporary one. */
export function createFolder(): string {
  return mkdtempSync(join(tmpdir(), 'muster-product-'));
}

/** Another like it, with what is in it. */
export function copyFolder(folder: string): string {
  const copy = createFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Runs `npm start`'s script as a user would, with the given environment; it may end at once. */
export function spawnProduct(env: Record<string, string>): { process: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { process: child, output: () => output };
}

/** Starts the product on a free port over an empty data folder and waits for the line with its address. */
export async function startProduct(env: Record<string, string> = {}): Promise<RunningProduct> {
  const port = env.MUSTER_PORT ?? String(await findFreePort());
  const dataDir = env.MUSTER_DATA_DIR ?? createFolder();
  const started = spawnProduct({ MUSTER_PORT: port, MUSTER_DATA_DIR: dataDir, ...env });
  await waitForLine(started, 'Muster is at ');
  return {
    ...started,
    origin: `http://localhost:${port}`,
    dataDir,
    async stop() {
      const code = await interrupt(started.process);
      if (!env.MUSTER_DATA_DIR) rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

/** Sends the process group what Ctrl-C in a terminal would, and waits for the end. */
export async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = waitForEnd(child);
  if (child.pid) process.kill(-child.pid, 'SIGINT');
  return ended;
}

/** The exit code, once the process has ended. */
export function waitForEnd(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('close', resolve));
}

async function waitForLine(
  started: { process: ChildProcess; output: () => string },
  line: string,
): Promise<void> {
  while (!started.output().includes(line)) {
    if (started.process.exitCode !== null) throw new Error(`the product did not start:\n${started.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** This process's environment without what would steer the product or its tests. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const steers =
    /^(MUSTER_|VITEST|DATABASE_URL$|NODE_ENV$|NODE_OPTIONS$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steers.test(name)));
}
