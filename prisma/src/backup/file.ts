import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database } from '../database.ts';
import { DatabaseError } from '../database-error.ts';
import { type BackupEnd, type BackupHeader, checkBackup } from './archive.ts';
import { dumpDatabase } from './dump.ts';

/** Writes a backup in parts of text into a new file, which only its owner reads, and reads it through once more. */
export async function keepBackup(
  file: string,
  parts: AsyncIterable<string | Uint8Array>,
  { isZipped = false } = {},
): Promise<void> {
  const draft = `${file}.${process.pid}.part`;
  try {
    const to = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
    if (isZipped) await pipeline(Readable.from(parts), to);
    else await pipeline(Readable.from(parts), createGzip(), to);
    // A link never replaces a file.
    await link(draft, file);
  } catch (error) {
    throw explain(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Backs the database up into a new file, and holds that to its checksum. Throws BACKUP_UNWRITABLE, NOTHING_TO_BACK_UP. */
export async function writeBackup(
  database: Pick<Database, 'kind' | 'transaction'>,
  file: string,
  at: Date,
): Promise<{ header: BackupHeader; end: BackupEnd }> {
  await dumpDatabase(database, at, (parts) => keepBackup(file, parts));
  return checkBackup(file);
}

function explain(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!code || !/^E[A-Z]+$/.test(code)) return error;
  const message = code === 'EEXIST' ? `there is a file ${file} already` : `cannot write ${file} (${code})`;
  return new DatabaseError('BACKUP_UNWRITABLE', message, { cause: error });
}
