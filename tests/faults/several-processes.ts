import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, root, run } from '../../scripts/processes.ts';
import { cleanEnvironment } from '../support/start.ts';

const START_WITHIN_MS = 90_000;

const folders = new Set<string>();
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  removeFolders();
});

/** Of all processes made so far, none of which is started again. */
export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** One process of the product, which can be ended and started anew at the same address. */
export interface Node {
  origin: string;
  /** All that it said on its standard error, of all its lives. */
  said(): string;
  isUp(): boolean;
  pid(): number;
  /** Megabytes of memory it holds. */
  memory(): number;
  start(): Promise<void>;
  /** Its exit code or signal, once it has ended. */
  end(signal?: NodeJS.Signals): Promise<number | string | null>;
}

interface NodeOrder {
  name: string;
  port: number;
  /** The address that answers 200 once it is up. */
  probe: string;
  folder: string;
  args: string[];
  env: Record<string, string>;
}

export interface ApiOrder {
  databaseUrl?: string;
  port?: number;
  env?: Record<string, string>;
  /** Of Node.js. */
  flags?: string[];
  /** Whose sources run; default: these. */
  tree?: string;
}

/** The API as an operator would start it by hand. Not yet started. */
export async function createApi({
  databaseUrl,
  port,
  env,
  flags = [],
  tree = root,
}: ApiOrder): Promise<Node> {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-faults-'));
  folders.add(dataDir);
  const own = port ?? (await findFreePort());
  return createNode({
    name: 'API',
    port: own,
    probe: '/readyz',
    folder: tree,
    args: [...flags, join(tree, 'apps/api/src/main.ts')],
    env: {
      NODE_ENV: 'production',
      MUSTER_DATA_DIR: dataDir,
      MUSTER_PORT: String(own),
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...env,
    },
  });
}

/** The dashboard as `npm start` starts it, from the build. Not yet started. */
export function createWeb(port: number, env: Record<string, string>): Node {
  const next = join(root, 'node_modules/next/dist/bin/next');
  return createNode({
    name: 'dashboard',
    port,
    probe: '/icon.svg',
    folder: join(root, 'apps/web'),
    args: [next, 'start', '-H', '127.0.0.1', '-p', String(port)],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
}

export interface Pair {
  api: Node;
  web: Node;
}

/**
 * Both processes as `npm start` starts them, behind a balancer whose word on who asks is believed. `heap`: megabytes that
 * the objects of each may take.
 */
export async function startPair(
  databaseUrl: string,
  env: Record<string, string> = {},
  heap?: number,
): Promise<Pair> {
  await buildProduct();
  const webPort = await findFreePort();
  const shared = { MUSTER_DASHBOARD_TOKEN: makeSecret() };
  const origins = { MUSTER_WEB_ORIGIN: `http://127.0.0.1:${webPort}`, MUSTER_TRUST_PROXY: '1' };
  const limits: Record<string, string> = heap ? { NODE_OPTIONS: `--max-old-space-size=${heap}` } : {};
  const api = await createApi({ databaseUrl, env: { ...limits, ...shared, ...origins, ...env } });
  const web = createWeb(webPort, { ...limits, ...shared, MUSTER_API_ORIGIN: api.origin });
  await api.start();
  await web.start();
  return { api, web };
}

/** As `npm start` does; nothing where it is built. */
export async function buildProduct(): Promise<void> {
  const env = { ...cleanEnvironment(), TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' };
  const { code, output } = await run(join(root, 'node_modules/.bin/turbo'), ['run', 'build'], env);
  if (code !== 0) throw new Error(`the build failed\n${output}`);
}

export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

function createNode({ name, port, probe, folder, args, env }: NodeOrder): Node {
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let said = '';
  const isUp = () => child !== null && child.exitCode === null && child.signalCode === null;
  return {
    origin,
    said: () => said,
    isUp,
    pid: () => child?.pid ?? 0,
    memory: () => readMemory(child?.pid ?? 0),
    async start() {
      const born = spawn(process.execPath, args, {
        cwd: folder,
        env: { ...cleanEnvironment(), ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = born;
      running.add(born);
      born.once('exit', () => running.delete(born));
      born.stderr?.on('data', (chunk: Buffer) => {
        said = `${said}${chunk}`.slice(-20_000);
      });
      const until = performance.now() + START_WITHIN_MS;
      for (;;) {
        if (await isAnswering(`${origin}${probe}`)) return;
        if (!isUp()) throw new Error(`the ${name} did not start:\n${said}`);
        if (performance.now() > until) throw new Error(`the ${name} is not ready:\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
    async end(signal = 'SIGTERM') {
      const ending = child;
      if (ending === null || !isUp()) return ending?.exitCode ?? ending?.signalCode ?? null;
      const ended = new Promise<number | string | null>((resolve) =>
        ending.once('exit', (code, by) => resolve(code ?? by)),
      );
      ending.kill(signal);
      return ended;
    },
  };
}

async function isAnswering(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}

function readMemory(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}
