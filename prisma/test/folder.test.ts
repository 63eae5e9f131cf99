import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/index.ts';
import { EMBEDDED_VERSION } from '../src/pglite.ts';
import { createFolder } from './databases.ts';

const holderScript = join(import.meta.dirname, 'holder.ts');

/** Another process that opens the folder, makes a table with one row and keeps it open. */
async function startHolder(dataDir: string) {
  const holder = spawn(process.execPath, [holderScript, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
}

test('a second process is refused; after a crash the next one takes over and finds everything', async () => {
  const dataDir = await createFolder();
  const holder = await startHolder(dataDir);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    code: 'DATA_DIR_IN_USE',
    message: expect.stringContaining(`is in use by process ${holder.pid} on`),
  });

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lines: string[] = [];
  const database = await openDatabase({ dataDir, log: (line) => lines.push(line) });
  expect(lines).toEqual([expect.stringContaining('took over')]);
  expect(await database.query('SELECT id FROM kept')).toEqual([{ id: 1 }]);

  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
  await database.close();
  expect(existsSync(join(dataDir, 'muster.lock'))).toBe(false);
});

test('the lock of a reused process id, and of another host gone silent, is stale; a beating one is not', async () => {
  const dataDir = await createFolder();
  const file = join(dataDir, 'muster.lock');
  const elsewhere = JSON.stringify({ pid: process.pid, host: 'elsewhere', born: null });
  await writeFile(file, elsewhere);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
  await utimes(file, new Date(0), new Date(0));
  await (await openDatabase({ dataDir })).close();

  await writeFile(file, JSON.stringify({ pid: process.pid, host: hostname(), born: 'another time' }));
  await (await openDatabase({ dataDir })).close();
});

test.skipIf(process.platform !== 'linux')(
  'the lock of a process that ended and was not reaped is stale',
  async () => {
    // The shell becomes a sleep that never asks after its child, which stays a zombie once it has ended.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [chunk] = await once(parent.stdout, 'data');
    const pid = Number(String(chunk));
    const readState = async () =>
      (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? [];
    await expect.poll(async () => (await readState())[0]).toBe('Z');
    const dataDir = await createFolder();
    const lock = { pid, host: hostname(), born: (await readState())[19] };
    await writeFile(join(dataDir, 'muster.lock'), JSON.stringify(lock));
    await (await openDatabase({ dataDir })).close();
  },
);

test('a folder that cannot be written is named', async () => {
  const file = join(await createFolder(), 'file');
  await writeFile(file, '');
  await expect(openDatabase({ dataDir: join(file, 'data') })).rejects.toMatchObject({
    code: 'DATA_DIR_UNWRITABLE',
    message: `cannot write to the data folder ${join(file, 'data')} (ENOTDIR)`,
  });
});

test('a first start that was cut short begins again', async () => {
  const dataDir = await createFolder();
  await mkdir(join(dataDir, 'postgres', 'base'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), `${EMBEDDED_VERSION}\n`);
  await writeFile(join(dataDir, 'unfinished'), '');
  const database = await openDatabase({ dataDir });
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.close();
});

test('damaged files and another version are told apart, and the lock is let go', async () => {
  const dataDir = await createFolder();
  const database = await openDatabase({ dataDir });
  const [row] = await database.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  expect(row?.version.split('.')[0]).toBe(EMBEDDED_VERSION);
  await database.close();

  const versionFile = join(dataDir, 'postgres', 'PG_VERSION');
  expect((await readFile(versionFile, 'utf8')).trim()).toBe(EMBEDDED_VERSION);
  await writeFile(versionFile, '13\n');
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'WRONG_VERSION' });
  await writeFile(versionFile, `${EMBEDDED_VERSION}\n`);

  const control = join(dataDir, 'postgres', 'global', 'pg_control');
  const bytes = await readFile(control);
  await truncate(control, 100);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'CORRUPT' });
  await rm(join(dataDir, 'postgres'), { recursive: true });
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'stray'), bytes);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'CORRUPT' });
  expect(existsSync(join(dataDir, 'muster.lock'))).toBe(false);
});
