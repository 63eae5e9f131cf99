import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../../prisma/src/testing.ts';

const run = promisify(execFile);

/** A throw-away PostgreSQL that can be taken away and given back. */
export interface Server {
  url: string;
  stop(): Promise<void>;
  /** As it ran before; with settings of its own, such as `max_connections=12`. */
  start(...settings: string[]): Promise<void>;
  /** Every process of it stands still: connections are taken, nothing is answered. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** Unlike other throw-away servers it keeps what it acknowledged when it is stopped at once. */
const KEEPING = ['synchronous_commit=on', 'full_page_writes=on'];

/** Null where the machine has no PostgreSQL. */
export async function startServer(): Promise<Server | null> {
  const cluster = await startPostgres();
  if (!cluster) return null;
  const [row] = await askServer<{ folder: string }>(
    cluster.url,
    `SELECT current_setting('data_directory') AS folder`,
  );
  const folder = row?.folder ?? '';
  // The first line of the server's own note of how it was started: the program and its arguments, each in quotes.
  const options = readFileSync(join(folder, 'postmaster.opts'), 'utf8');
  const [program = '', ...args] = [...options.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare,
  );
  const { uid, gid } = statSync(folder);
  const owner = process.getuid?.() === 0 ? { uid, gid, cwd: folder } : { cwd: folder };
  const control = (...words: string[]) =>
    run(join(program, '../pg_ctl'), [...words, '--pgdata', folder], owner);
  async function start(...settings: string[]): Promise<void> {
    const given = [
      ...withoutFolder(args),
      ...[...KEEPING, ...settings].flatMap((setting) => ['-c', setting]),
    ];
    await control('start', '--wait', '--log', join(folder, '../log'), '--options', given.join(' '));
  }
  await control('stop', '--mode=fast');
  await start();
  return {
    url: cluster.url,
    stop: async () => void (await control('stop', '--mode=immediate')),
    start,
    freeze: () => signalAll(folder, 'SIGSTOP'),
    thaw: () => signalAll(folder, 'SIGCONT'),
    close: async () => {
      signalAll(folder, 'SIGCONT');
      await cluster.stop();
    },
  };
}

/** One statement over a connection of its own. */
export async function askServer<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows as Row[];
  } finally {
    await client.end();
  }
}

function withoutFolder(args: (string | undefined)[]): string[] {
  const at = args.indexOf('-D');
  return args.filter(
    (arg, index): arg is string => arg !== undefined && (at < 0 || (index !== at && index !== at + 1)),
  );
}

function signalAll(folder: string, signal: NodeJS.Signals): void {
  try {
    const postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
    for (const pid of [postmaster, ...listChildren(postmaster)]) process.kill(pid, signal);
  } catch {
    // It does not run.
  }
}

/** By proc(5): the parent is the second field after the name in brackets. */
function listChildren(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return (
          pid > 0 &&
          Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]) === parent
        );
      } catch {
        return false;
      }
    });
}
