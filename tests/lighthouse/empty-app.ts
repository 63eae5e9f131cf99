import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findFreePort, root, run, waitForAnswer } from '../../scripts/processes.ts';
import { cleanEnvironment, interrupt } from '../support/start.ts';
import { listScripts } from '../support/weight.ts';

const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.js': `export default { typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(root)} } };`,
  'app/layout.jsx': `
    export const metadata = { title: 'Empty', description: 'A page with nothing on it.' };
    export default ({ children }) => <html lang="en"><body>{children}</body></html>;`,
  'app/page.jsx': 'export default () => <main><h1>Empty</h1></main>;',
};
const NEXT = join(root, 'node_modules/next/dist/bin/next');
const ENVIRONMENT = { ...cleanEnvironment(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;

/** An app of this Next.js with nothing on its only page: what no page of ours can be below. */
export interface EmptyApp {
  /** Compressed bytes of script that its page ships. */
  script: number;
  start(): Promise<{ origin: string; stop(): Promise<void> }>;
}

/** Takes some 20 seconds. Nothing is left of it once this process ends. */
export async function buildEmptyApp(): Promise<EmptyApp> {
  const artifacts = join(root, 'tests/artifacts');
  mkdirSync(artifacts, { recursive: true });
  const folder = mkdtempSync(join(artifacts, 'empty-app-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  mkdirSync(join(folder, 'app'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const { code, output } = await run(process.execPath, [NEXT, 'build', folder], ENVIRONMENT);
  if (code !== 0) throw new Error(`the empty app was not built:\n${output}`);
  return { script: weighScripts(folder), start: () => startEmptyApp(folder) };
}

function weighScripts(folder: string): number {
  const html = readFileSync(join(folder, '.next/server/app/index.html'), 'utf8');
  const sizes = listScripts(html).map((address) => {
    const file = join(folder, '.next', address.replace('/_next/', ''));
    return gzipSync(readFileSync(file), { level: 9 }).length;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function startEmptyApp(folder: string) {
  const port = String(await findFreePort());
  const child = spawn(process.execPath, [NEXT, 'start', folder, '--port', port, '--hostname', '127.0.0.1'], {
    stdio: 'ignore',
    env: ENVIRONMENT,
    detached: true,
  });
  process.once('exit', () => child.kill('SIGTERM'));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => void (await interrupt(child));
  if (await waitForAnswer(origin, () => child.exitCode === null)) return { origin, stop };
  await stop();
  throw new Error('the empty app did not start');
}
