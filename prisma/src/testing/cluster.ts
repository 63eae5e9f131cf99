import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, chown, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PREFIX = 'muster-postgres-';

export interface Cluster {
  /** Of the database `postgres`, as a superuser, without a password. */
  url: string;
  /** Ends the server at once and as it stands, as a crash would. */
  crash: () => Promise<void>;
  /** Starts it again, at the same address. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

// What was told to be written may be lost with the server; tests that do not end it need no more.
const FORGETFUL = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';

/**
 * A throw-away PostgreSQL on 127.0.0.1; null (and one loud line) where the machine has none. `isDurable`: it keeps what it
 * was told, as a server in operation does.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<Cluster | null> {
  const bin = findBinaries();
  if (!bin) {
    console.warn('skipped: no PostgreSQL binaries found (initdb)');
    return null;
  }
  removeOrphans(bin);
  const owner = findOwner();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  await writeFile(join(folder, 'owner'), String(process.pid));
  await chmod(folder, 0o755);
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(folder, owner.uid, owner.gid);

  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  const removeSync = () => removeCluster(bin, folder);
  process.once('exit', removeSync);
  try {
    const locale = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
    await run(join(bin, 'initdb'), ['--pgdata', data, '--no-sync', '--no-instructions', ...locale], options);
    const port = await findFreePort();
    const settings =
      `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories= -c max_connections=60
      ${isDurable ? '' : FORGETFUL}`.replaceAll(/\s+/g, ' ');
    const control = (...given: string[]) => run(join(bin, 'pg_ctl'), [...given, '--pgdata', data], options);
    const start = () =>
      control('start', '--wait', '--log', join(folder, 'log'), '--options', settings).then(() => {});
    const crash = () => control('stop', '--mode=immediate').then(() => {});
    await start();
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      crash,
      restart: start,
      stop: async () => {
        process.off('exit', removeSync);
        await crash().catch(() => {});
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    process.off('exit', removeSync);
    removeSync();
    throw error;
  }
}

/** Whether this machine has what `startPostgres` needs. */
export function hasPostgres(): boolean {
  return findBinaries() !== null;
}

function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
  );
}

// initdb and the server refuse to run as root.
function findOwner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  if (!line) throw new Error('PostgreSQL does not run as root, and this machine has no user named postgres');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

// A test run that was killed leaves its server running: the next one clears it away.
function removeOrphans(bin: string) {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const file = join(folder, 'owner');
    if (existsSync(file) && !isAlive(Number(readFileSync(file, 'utf8')))) removeCluster(bin, folder);
  }
}

function removeCluster(bin: string, folder: string) {
  try {
    const arguments_ = ['stop', '--mode=immediate', '--pgdata', join(folder, 'data')];
    execFileSync(join(bin, 'pg_ctl'), arguments_, { ...findOwner(), cwd: folder, stdio: 'ignore' });
  } catch {
    // It was not running.
  }
  rmSync(folder, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
