import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Prints one clear line and ends with a non-zero code. */
export function fail(message: string): never {
  process.stderr.write(`muster: ${message}\n`);
  process.exit(1);
}

/** A port of the loopback that nobody holds now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()));
    });
  });
}

/** Whether `port` can be listened on at `host`; the reason it cannot, otherwise null. */
export function findPortTrouble(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

/** Runs a command to its end, keeping what it prints; resolves with its exit code and output. */
export function run(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Whoever presses Ctrl-C waits at the terminal. */
const INTERRUPTED_MS = 8_000;

/**
 * Watches over long-running children: when one ends by itself all end, and a signal to this process ends
 * them all, one after the other, and waits for them, so that no process is left; longer after SIGTERM, if so told.
 */
export function superviseChildren(
  children: Record<string, ChildProcess>,
  { terminatedMs = INTERRUPTED_MS }: { terminatedMs?: number } = {},
): void {
  let isStopping = false;
  const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;
  const stop = async (exitCode: number, killAfterMs = INTERRUPTED_MS) => {
    if (isStopping) return;
    isStopping = true;
    const living = Object.values(children).filter(isAlive);
    const late = setTimeout(() => {
      for (const child of living.filter(isAlive)) child.kill('SIGKILL');
    }, killAfterMs);
    // In this order: who stands in front drains while those behind still answer.
    for (const child of living.filter(isAlive)) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    clearTimeout(late);
    process.exit(exitCode);
  };
  for (const [name, child] of Object.entries(children)) {
    child.once('exit', (code) => {
      if (isStopping) return;
      if (code !== 1) process.stderr.write(`muster: the ${name} process ended (code ${code}); stopping.\n`);
      void stop(code || 1);
    });
  }
  // Ctrl-C reaches the children too; they are told again in case only this process got the signal.
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0, terminatedMs));
}

/** Waits until `url` answers below 500, or `isAlive` turns false. */
export async function waitForAnswer(url: string, isAlive: () => boolean): Promise<boolean> {
  while (isAlive()) {
    const status = await fetch(url, { redirect: 'manual' }).then(
      (response) => response.status,
      () => 0,
    );
    if (status >= 200 && status < 500) return true;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return false;
}
