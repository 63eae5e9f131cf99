import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdministrator } from '../support/administrator.ts';
import type { Outcome } from './scenario.ts';
import { createApi, type Node } from './several-processes.ts';
import { openDesk } from './several-writing.ts';
import { ask } from './starved-asking.ts';
import type { Setting } from './starved-database.ts';
import { askServer } from './starved-postgres.ts';

const MOST_EDITS = 500;
const QUESTION = '/graphql?query=%7B%20commitments%20%7B%20totalCount%20%7D%20%7D';

interface Disk {
  folder: string;
  remove(): void;
}

/** A disk of that many megabytes, in memory; null where this user may not make one. */
function makeDisk(megabytes: number): Disk | null {
  const folder = mkdtempSync(join(tmpdir(), 'muster-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const remove = () => {
    process.off('exit', remove);
    execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return { folder, remove };
}

const NOT_POSSIBLE = { times: 0, result: 'not tried: only root may make a small disk', isGood: true };

/** PostgreSQL keeps the tables on a disk that fills up; its log has room. */
export async function fillPostgres({ server }: Setting): Promise<Outcome> {
  const what = 'PostgreSQL on a full disk';
  const disk = makeDisk(80);
  if (!disk) return { what, ...NOT_POSSIBLE };
  const databaseUrl = server.url.replace(/postgres$/, 'tight');
  const api = await createApi({ databaseUrl, env: { MUSTER_RATE_LIMIT: '0' } });
  try {
    const place = join(disk.folder, 'tables');
    mkdirSync(place);
    const [row] = await askServer<{ folder: string }>(
      server.url,
      `SELECT current_setting('data_directory') AS folder`,
    );
    const { uid, gid } = statSync(row?.folder ?? '');
    chownSync(place, uid, gid);
    await askServer(server.url, `CREATE TABLESPACE tight LOCATION '${place}'`);
    await askServer(server.url, 'CREATE DATABASE tight TABLESPACE tight');
    await api.start();
    await askServer(databaseUrl, 'CREATE TABLE filler (words text)');
    const fill = async () => {
      for (const rows of [10_000, 1_000, 100, 10, 1]) {
        const insert = `INSERT INTO filler SELECT repeat('x', 1000) FROM generate_series(1, ${rows})`;
        while (
          await askServer(databaseUrl, insert).then(
            () => true,
            () => false,
          )
        );
      }
    };
    const clear = async () => void (await askServer(databaseUrl, 'DROP TABLE filler'));
    return { what, ...(await writeUntilFull(api, fill, clear)) };
  } finally {
    await api.end('SIGKILL');
    await askServer(server.url, 'DROP DATABASE IF EXISTS tight WITH (FORCE)').catch(() => {});
    await askServer(server.url, 'DROP TABLESPACE IF EXISTS tight').catch(() => {});
    disk.remove();
  }
}

/** The embedded database and its log on a disk that fills up. */
export async function fillPglite(): Promise<Outcome> {
  const what = 'the embedded database on a full disk';
  const disk = makeDisk(200);
  if (!disk) return { what, ...NOT_POSSIBLE };
  const api = await createApi({
    env: { MUSTER_RATE_LIMIT: '0', MUSTER_DATA_DIR: join(disk.folder, 'data') },
  });
  try {
    await api.start();
    const filler = join(disk.folder, 'filler');
    const fill = async () => {
      for (const size of [2 ** 20, 2 ** 12]) {
        const block = Buffer.alloc(size, 'x');
        try {
          for (;;) writeFileSync(filler, block, { flag: 'a' });
        } catch {
          // Full.
        }
      }
    };
    return { what, ...(await writeUntilFull(api, fill, async () => rmSync(filler))) };
  } finally {
    await api.end('SIGKILL');
    disk.remove();
  }
}

/** Writes while there is room, and without; then makes room, and looks whether all that was acknowledged is there. */
async function writeUntilFull(
  api: Node,
  fill: () => Promise<void>,
  clear: () => Promise<void>,
): Promise<Pick<Outcome, 'times' | 'result' | 'isGood'>> {
  const desk = openDesk(
    await createAdministrator({ origin: api.origin, output: api.said }),
    api.origin,
    'full',
  );
  const written: string[] = [];
  const write = async () => void written.push(await desk.publish(api.origin, 'Kept'));
  for (let turn = 0; turn < 5; turn++) await write();
  await fill();
  let [refusal, edits] = ['', 0];
  while (refusal === '' && edits++ < MOST_EDITS) {
    await write().catch((error: Error) => {
      refusal = error.message;
    });
  }
  const read = await ask('question', `${api.origin}${QUESTION}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  await clear();
  let recovered = 'went on once there was room';
  await write().catch(() => {
    recovered = '';
  });
  const wasUp = api.isUp();
  // What is there is what a new process finds.
  await api.end();
  await api.start();
  if (recovered === '') {
    await write();
    recovered = wasUp
      ? 'needed a restart once there was room'
      : 'had ended, and was started anew once there was room';
  }
  const found = await Promise.all(
    written.map(
      async (slug) => (await desk.ask(api.origin, `{ commitment(slug: "${slug}") { title } }`)).commitment,
    ),
  );
  const lost = found.filter((it) => it === null).length;
  const told =
    /answered (\d+): .*"code":\s*"(\w+)"/.exec(refusal)?.slice(1).join(' ') ?? refusal.slice(0, 200);
  return {
    times: written.length,
    result: `changes refused with ${told || 'nothing'}; reading meanwhile ${read.status}; ${recovered}; ${lost} acknowledged changes lost`,
    isGood: told === '503 STORAGE_FULL' && recovered.startsWith('went on') && lost === 0,
  };
}
