// `npm run check:image`: follows the Dockerfile step by step without an engine, each stage in a folder of its own, then
// starts what its image and compose.yaml would start. What an engine alone does (users, layers, networks) is not tried.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fail, findFreePort, root, waitForAnswer } from './processes.ts';

interface Stage {
  /** Stands for the root of its file system. */
  folder: string;
  workdir: string;
  env: Record<string, string>;
  command: string[];
  probe: string[];
}

const folder = mkdtempSync(join(tmpdir(), 'muster-image-'));
const stages = new Map<string, Stage>();
let stage: Stage;
const children: ChildProcess[] = [];

try {
  for (const step of readSteps()) follow(step);
  await serve();
  process.stdout.write('the image builds, answers its health check, serves a page, and ends when told to\n');
} catch (error) {
  fail((error as Error).message);
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

function readSteps(): string[] {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll(/\\\n\s*/g, ' ');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

function follow(step: string): void {
  process.stderr.write(`${step}\n`);
  const [, word = '', rest = ''] = /^(\w+) (.*)$/.exec(step) ?? [];
  switch (word) {
    case 'FROM': {
      const [, name = `${stages.size}`] = / AS (\w+)$/.exec(rest) ?? [];
      stage = { folder: join(folder, name), workdir: '/', env: {}, command: [], probe: [] };
      mkdirSync(stage.folder);
      stages.set(name, stage);
      return;
    }
    case 'WORKDIR':
      stage.workdir = rest;
      mkdirSync(place(rest), { recursive: true });
      return;
    case 'ENV':
      Object.assign(stage.env, Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))));
      return;
    case 'COPY':
      copy(rest.split(' '));
      return;
    case 'RUN':
      runStep(rest);
      return;
    case 'CMD':
      stage.command = JSON.parse(rest);
      return;
    case 'HEALTHCHECK':
      stage.probe = JSON.parse(rest.slice(rest.indexOf('[')));
      return;
    case 'USER':
    case 'VOLUME':
    case 'EXPOSE':
      return;
    default:
      throw new Error(`cannot follow ${word}`);
  }
}

/** Where a path of the stage is here. */
function place(path: string): string {
  return join(stage.folder, path.startsWith('/') ? path : join(stage.workdir, path));
}

function copy(words: string[]): void {
  const from = words[0]?.startsWith('--from=') ? stages.get(words.shift()?.slice(7) ?? '') : null;
  const target = words.pop() ?? '';
  for (const source of words) {
    if (from)
      cpSync(join(from.folder, source), place(target === './' ? basename(source) : target), {
        recursive: true,
        verbatimSymlinks: true,
      });
    else if (source === '.') for (const path of listContext()) copyFile(path, join(place(target), path));
    else copyFile(source, join(place(target), basename(source)));
  }
}

/** What a fresh clone holds, and what is new beside it: .dockerignore leaves out no more than .gitignore does. */
function listContext(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const paths = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  return paths.filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
}

function copyFile(path: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, path), target);
}

function runStep(step: string): void {
  // Nobody is called node here.
  const here = step.replaceAll(/ \/data\b/g, ` ${place('/data')}`).replaceAll(/chown \S+/g, 'ls -d');
  execFileSync('sh', ['-c', here], {
    cwd: place('.'),
    env: environment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Of this process no more than where programs and the registry are. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|npm_config_(registry|cafile)|https?_proxy)$/i.test(name),
  );
  return { ...Object.fromEntries(kept), ...stage.env };
}

async function serve(): Promise<void> {
  const [port, webPort] = [String(await findFreePort()), String(await findFreePort())];
  const token = 'a token of the dashboard, long enough';
  const put = (words: readonly string[]) =>
    words.map((word) =>
      word
        .replaceAll('3000', port)
        .replaceAll('3001', webPort)
        .replaceAll('/app/', `${place('/app')}/`),
    );
  const api = start(put(stage.command), place('.'), {
    MUSTER_HOST: '127.0.0.1',
    MUSTER_PORT: port,
    MUSTER_DATA_DIR: place('/data'),
    MUSTER_WEB_ORIGIN: `http://127.0.0.1:${webPort}`,
    MUSTER_DASHBOARD_TOKEN: token,
  });
  const [, command = ''] =
    /^ {4}command: (\[.*next.*\])$/m.exec(readFileSync(join(root, 'compose.yaml'), 'utf8')) ?? [];
  const web = start(put(JSON.parse(command)), place('/app/apps/web'), {
    MUSTER_API_ORIGIN: `http://127.0.0.1:${port}`,
    MUSTER_DASHBOARD_TOKEN: token,
  });
  const isUp = () => api.exitCode === null && web.exitCode === null;
  if (!(await waitForAnswer(`http://127.0.0.1:${port}/readyz`, isUp)))
    throw new Error('the API did not start');
  const [probe = '', ...args] = put(stage.probe);
  execFileSync(probe, args, { stdio: 'inherit' });
  if (!(await waitForAnswer(`http://127.0.0.1:${webPort}/icon.svg`, isUp)))
    throw new Error('the dashboard did not start');
  const page = await fetch(`http://127.0.0.1:${port}/`);
  if (page.status !== 200 || !(await page.text()).includes('<svg'))
    throw new Error(`the first page is ${page.status}`);
  const ended = new Promise((resolve) => api.once('exit', resolve));
  api.kill('SIGTERM');
  if ((await ended) !== 0) throw new Error('the API did not end well');
}

function start([file = '', ...args]: string[], cwd: string, env: Record<string, string>): ChildProcess {
  const child = spawn(file, args, {
    cwd,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.push(child);
  return child;
}
