import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

export interface ApiProcess {
  child: ChildProcess;
  /** What it wrote to its standard error. */
  errors(): string;
  /** Lines of its log. */
  logs(): string[];
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** `node src/main.ts` as it is run, with nothing of this environment that would steer it. */
export function runMain(env: Record<string, string>): ApiProcess {
  const rest = Object.entries(process.env).filter(([name]) => !/^(MUSTER_|OTEL_|DATABASE_URL$)/.test(name));
  const child = spawn(process.execPath, [MAIN], {
    env: { ...Object.fromEntries(rest), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return {
    child,
    errors: () => errors,
    logs: () => output.split('\n').filter(Boolean),
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
}

/** Waits until it says that it is ready; throws where it ends before. */
export async function waitUntilReady({ child, errors }: ApiProcess, origin: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended: ${errors()}`);
    if (
      await fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A port of the loopback that nobody holds now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
