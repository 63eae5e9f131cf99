import type { Database } from '@muster/db';
import type { Viewer } from '../context.ts';
import { type Entity, nameOf } from '../modules/import/entities.ts';
import {
  changeJob,
  createJob,
  dropJob,
  dropOldJobs,
  findMapping,
  type Job,
  type Staged,
  stageRows,
} from '../modules/import/queries/jobs.ts';
import { findMappingProblem, type Mapping, proposeMapping } from './mapping.ts';
import { readCsv } from './reading/csv.ts';
import { readJson } from './reading/json.ts';
import { FILE_LIMITS, type FileFormat, tooLarge, unreadable } from './reading/limits.ts';
import { readXlsx } from './reading/xlsx.ts';
import { REJECTED_COLUMNS } from './rejected.ts';

const ROWS_AT_ONCE = 1_000;
const DEEPEST = 8;

export interface GivenFile {
  name: string;
  format: FileFormat;
  bytes: AsyncIterable<Uint8Array>;
}

/** Reads a file to its end and stages its rows as a new job. Throws RefusalError, and keeps nothing, for one that cannot be read. */
export async function stageFile(
  db: Database,
  viewer: Viewer,
  file: GivenFile,
  limits = FILE_LIMITS,
): Promise<Job> {
  await dropOldJobs(db);
  const job = await createJob(db, viewer, { fileName: file.name, format: file.format });
  try {
    const read =
      file.format === 'json'
        ? await stageJson(db, job.id, file, limits)
        : await stageTable(db, job.id, file, limits);
    if (read.rows === 0) throw unreadable('The file holds no row below its header.');
    await changeJob(db, job.id, { state: 'READ', ...read });
    return { ...job, state: 'READ', mapping: null, header: null, ...read };
  } catch (error) {
    await dropJob(db, job.id);
    throw error;
  }
}

async function stageTable(
  db: Database,
  jobId: number,
  { format, bytes }: GivenFile,
  limits: typeof FILE_LIMITS,
) {
  const read = format === 'csv' ? readCsv(bytes, limits) : readXlsx(bytes, limits);
  const first = await read.next();
  if (first.done) throw unreadable('The file is empty.');
  const header = first.value.cells.map((cell) => clean(cell.trim().slice(0, 200)).value as string);
  const rows = await stageAll(db, jobId, toRows(read), limits);
  return { header, mapping: await findBestMapping(db, header), rows };
}

/** The mapping that was chosen for such a file before, or for the one whose refused rows these are; else by the columns' names. */
async function findBestMapping(db: Database, header: readonly string[]): Promise<Mapping> {
  const kept = await findMapping(db, header);
  if (findMappingProblem(header, kept) === null) return kept as Mapping;
  if (!REJECTED_COLUMNS.every((name, index) => header[index] === name)) return proposeMapping(header);
  const rest = header.slice(REJECTED_COLUMNS.length);
  return [...REJECTED_COLUMNS.map(() => null), ...(await findBestMapping(db, rest))];
}

async function* toRows(
  read: AsyncIterable<{ line: number; cells: string[] }>,
): AsyncGenerator<Omit<Staged, 'position'> & { line?: number }> {
  for await (const { line, cells } of read)
    yield { entity: 'Commitment', name: null, line, ...toGiven(cells) };
}

async function stageJson(db: Database, jobId: number, { bytes }: GivenFile, limits: typeof FILE_LIMITS) {
  return { rows: await stageAll(db, jobId, toRecords(readJson(bytes, limits)), limits) };
}

async function* toRecords(
  read: AsyncIterable<{ entity: Entity; record: unknown }>,
): AsyncGenerator<Omit<Staged, 'position'>> {
  for await (const { entity, record } of read) {
    const given = toGiven(record);
    yield { entity, name: nameOf(entity, given.given), ...given };
  }
}

async function stageAll(
  db: Database,
  jobId: number,
  rows: AsyncIterable<Omit<Staged, 'position'> & { line?: number }>,
  limits: typeof FILE_LIMITS,
): Promise<number> {
  let batch: Staged[] = [];
  let count = 0;
  for await (const { line, ...row } of rows) {
    count++;
    if (count > limits.rows) throw tooLarge(`The file has more than ${limits.rows} rows; bring it in parts.`);
    batch.push({ ...row, position: line ?? count });
    if (batch.length < ROWS_AT_ONCE) continue;
    await stageRows(db, jobId, batch);
    batch = [];
  }
  if (batch.length > 0) await stageRows(db, jobId, batch);
  return count;
}

/** What the database can keep of it, and what it cannot. */
function toGiven(value: unknown): Pick<Staged, 'given' | 'problems'> {
  const { value: given, problem } = clean(value);
  const record = typeof given === 'object' && given !== null ? given : { value: given };
  return { given: record, ...(problem && { problems: [{ field: '', message: problem }] }) };
}

/** JSON without NUL and lone surrogates, which PostgreSQL refuses, and no deeper than records are. */
function clean(value: unknown, depth = 0): { value: unknown; problem: string | null } {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return { value, problem: null };
    return {
      value: value.toWellFormed().replaceAll('\0', '\ufffd'),
      problem: 'holds NUL or broken characters; write the text again',
    };
  }
  if (typeof value !== 'object' || value === null) return { value, problem: null };
  if (depth >= DEEPEST) return { value: null, problem: 'nests more deeply than a record does' };
  let problem: string | null = null;
  const walk = (part: unknown) => {
    const cleaned = clean(part, depth + 1);
    problem ??= cleaned.problem;
    return cleaned.value;
  };
  if (Array.isArray(value)) return { value: value.map(walk), problem };
  const entries = Object.entries(value).map(([key, part]) => [walk(key) as string, walk(part)]);
  return { value: Object.fromEntries(entries), problem };
}
