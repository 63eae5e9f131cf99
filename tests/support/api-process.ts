import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort, root, waitForAnswer } from '../../scripts/processes.ts';
import { cleanEnvironment, createFolder, interrupt } from './start.ts';

export interface RunningApi {
  origin: string;
  /** Whether its process still runs. */
  isUp(): boolean;
  /** All that it logged so far. */
  log(): string;
  stop(): Promise<void>;
}

/** The API alone, as a process of its own over an empty data folder or the database of `DATABASE_URL`. */
export async function startApi(env: Record<string, string> = {}): Promise<RunningApi> {
  const port = String(await findFreePort());
  const dataDir = createFolder();
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
  if (!(await waitForAnswer(`${origin}/readyz`, isUp))) throw new Error(`the API did not start:\n${log}`);
  return {
    origin,
    isUp,
    log: () => log,
    async stop() {
      await interrupt(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
