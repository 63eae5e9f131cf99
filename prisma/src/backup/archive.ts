import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DatabaseError } from '../database-error.ts';

/** The first line of a backup. */
export interface BackupHeader {
  format: typeof FORMAT;
  version: number;
  /** ISO moment. */
  madeAt: string;
  /** What it was made of, `PostgreSQL 17.5 (embedded)`. */
  database: string;
  revision: number;
  /** Those that the database had, oldest first. */
  migrations: { name: string; checksum: string }[];
}

/** The last line. */
export interface BackupEnd {
  tables: number;
  rows: number;
  /** Of all lines before, in hex. */
  sha256: string;
}

/**
 * What stands between: `schema` begins one, `table` begins one of it, whose rows follow as arrays of the columns' texts;
 * `sequences` are those of the schema: the last number, and whether it was given out.
 */
export type BackupPart =
  | { schema: string }
  | { table: string; columns: string[] }
  | { sequences: Record<string, [last: string, isCalled: boolean]> };

export const FORMAT = 'muster-backup';
export const VERSION = 1;

/** The lines of a backup file. Throws BAD_BACKUP where it cannot be read as one. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const unzipped = createReadStream(file).on('error', (error) => unzipper.destroy(error));
  const unzipper = createGunzip();
  let begun = '';
  try {
    for await (const chunk of unzipped.pipe(unzipper).setEncoding('utf8')) {
      // Not by node:readline, which ends lines at U+2028 as well.
      const lines = `${begun}${chunk}`.split('\n');
      begun = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw bad(`there is no file ${file}`, error);
    if (code === 'EISDIR') throw bad(`${file} is a folder: name the file`, error);
    throw bad(`${file} is damaged, or no backup of Muster`, error);
  }
  if (begun !== '') throw bad(`${file} is cut short`);
}

/**
 * Reads the whole file and holds it to its checksum. Throws BAD_BACKUP where it is damaged, NEWER_BACKUP where a newer
 * version made it.
 */
export async function checkBackup(file: string): Promise<{ header: BackupHeader; end: BackupEnd }> {
  const hash = createHash('sha256');
  let header: BackupHeader | null = null;
  let end: BackupEnd | null = null;
  for await (const line of readLines(file)) {
    if (end) throw bad(`${file} goes on after its end`);
    if (!header) header = readHeader(line, file);
    else if (line.startsWith('{"end":')) end = (JSON.parse(line) as { end: BackupEnd }).end;
    if (!end) hash.update(line).update('\n');
  }
  if (!header || !end) throw bad(`${file} is cut short`);
  if (end.sha256 !== hash.digest('hex')) throw bad(`${file} is damaged: its checksum does not hold`);
  return { header, end };
}

function readHeader(line: string, file: string): BackupHeader {
  const header = line.startsWith(`{"format":"${FORMAT}"`) ? (JSON.parse(line) as BackupHeader) : null;
  if (!header) throw bad(`${file} is no backup of Muster`);
  if (header.version > VERSION) {
    throw new DatabaseError(
      'NEWER_BACKUP',
      `${file} was made by a newer version of Muster (its form is ${header.version}, this one reads ${VERSION}): update first`,
    );
  }
  return header;
}

export function bad(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('BAD_BACKUP', message, { cause });
}
