import { readFileSync, rmSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseError } from './database-error.ts';

interface Holder {
  pid: number;
  host: string;
  /** Tells a process from a later one with the same id; null where the system does not say. */
  born: string | null;
}

const HEARTBEAT_MS = 5_000;
const SILENT_AFTER_MS = 30_000;
const ATTEMPTS = 10;

/**
 * PGlite has no lock of its own, and two processes on one folder destroy it. The lock names its holder;
 * one whose process is dead (or, on another host, silent for 30 s) is taken over. Returns how to unlock.
 */
export async function lockFolder(
  folder: string,
  log: (message: string) => void,
): Promise<() => Promise<void>> {
  const file = join(folder, 'muster.lock');
  await acquireLock(folder, file, log);

  const heartbeat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS);
  heartbeat.unref();
  const removeAtExit = () => rmSync(file, { force: true });
  process.once('exit', removeAtExit);
  return async () => {
    clearInterval(heartbeat);
    process.off('exit', removeAtExit);
    await rm(file, { force: true });
  };
}

async function acquireLock(folder: string, file: string, log: (message: string) => void) {
  const self: Holder = { pid: process.pid, host: hostname(), born: findBirth(process.pid) };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await tryWrite(folder, file, JSON.stringify(self))) return;
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const holder = parseHolder(text);
    if (await isHeld(file, holder)) throw inUse(folder, file, holder);
    await removeStale(file, text);
    log(`took over ${file} from a process that is gone (${holder?.pid ?? 'unknown'})`);
  }
  throw inUse(folder, file, null);
}

async function tryWrite(folder: string, file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    const message = `cannot write to the data folder ${folder} (${(error as NodeJS.ErrnoException).code})`;
    throw new DatabaseError('DATA_DIR_UNWRITABLE', message, { cause: error });
  }
}

async function isHeld(file: string, holder: Holder | null): Promise<boolean> {
  if (holder?.host === hostname()) return isAlive(holder.pid) && findBirth(holder.pid) === holder.born;
  // A process of another host, or one that is just writing its lock: only its heartbeat can tell.
  const age = Date.now() - (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
  return age < SILENT_AFTER_MS;
}

/** Moves the lock aside before deleting it, so that one freshly written by another process is put back. */
async function removeStale(file: string, expected: string) {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== expected) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
}

function findBirth(pid: number): string | null {
  try {
    // Field 22 of proc_pid_stat(5), start time; the second field is a name in brackets that may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    // A zombie answers signals and holds nothing any more.
    return fields?.[0] === 'Z' ? null : (fields?.[19] ?? null);
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, host, born } = JSON.parse(text);
    return Number.isInteger(pid) && typeof host === 'string' ? { pid, host, born: born ?? null } : null;
  } catch {
    return null;
  }
}

function inUse(folder: string, file: string, holder: Holder | null) {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new DatabaseError(
    'DATA_DIR_IN_USE',
    `the data folder ${folder} is in use by ${who}; stop it first (or, if that is not Muster, delete ${file})`,
  );
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
