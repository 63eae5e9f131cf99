import { createHash } from 'node:crypto';
import {
  type Database,
  type ImportState,
  type ImportVerdict,
  Prisma,
  type TransactionClient,
} from '@muster/db';
import type { Viewer } from '../../../context.ts';

type Db = Pick<Database, 'prisma'>;
/** Rows go past Prisma, which would copy a file through its own memory, and never give that back. */
type Rows = Pick<Database, 'query'>;
export type Job = Prisma.ImportJobGetPayload<object>;
export type StagedRow = Prisma.ImportRowGetPayload<object>;

/** How many jobs of everybody are kept; older ones go with their rows, unless they run. */
const KEPT = 20;

export async function createJob(
  { prisma }: Db,
  viewer: Viewer,
  { fileName, format }: { fileName: string; format: string },
): Promise<Job> {
  return prisma.importJob.create({
    data: { fileName, format, state: 'READING', actorId: viewer.id, actorName: viewer.name },
  });
}

export function findJob({ prisma }: Db, id: number): Promise<Job | null> {
  return prisma.importJob.findUnique({ where: { id } });
}

export function findJobs({ prisma }: Db): Promise<Job[]> {
  return prisma.importJob.findMany({ orderBy: { id: 'desc' }, take: KEPT });
}

export async function dropOldJobs({ prisma }: Db): Promise<void> {
  const last = await prisma.importJob.findMany({ orderBy: { id: 'desc' }, skip: KEPT, select: { id: true } });
  await prisma.importJob.deleteMany({ where: { id: { in: last.map(({ id }) => id) } } });
}

export async function dropJob({ prisma }: Db, id: number): Promise<void> {
  await prisma.importJob.deleteMany({ where: { id } });
}

export interface JobChange {
  state?: ImportState;
  header?: string[];
  mapping?: (string | null)[];
  checkedRole?: Viewer['role'];
  rows?: number;
  done?: number;
  totals?: object;
  message?: string | null;
  cancelRequested?: boolean;
}

/** Changes a job; with `from`, only where it is in one of these states. Whether it did. */
export async function changeJob(
  { prisma }: { prisma: TransactionClient },
  id: number,
  change: JobChange,
  from?: readonly ImportState[],
): Promise<boolean> {
  const { count } = await prisma.importJob.updateMany({
    where: { id, ...(from && { state: { in: [...from] } }) },
    data: { ...change, updatedAt: new Date() },
  });
  return count === 1;
}

export interface Staged {
  position: number;
  entity: string;
  name: string | null;
  given: object;
  problems?: object;
}

export async function stageRows({ query }: Rows, jobId: number, rows: readonly Staged[]): Promise<void> {
  await query(
    `INSERT INTO import_row (job_id, position, entity, name, given, problems)
     SELECT $1::int, r.position, r.entity, r.name, r.given, r.problems
     FROM jsonb_to_recordset($2::jsonb) AS r(position int, entity text, name text, given jsonb, problems jsonb)`,
    [jobId, JSON.stringify(rows)],
  );
}

/** Lets the database know how many rows there are of what, so that it looks them up by position instead of reading all of a job. */
export async function describeRows({ prisma }: { prisma: TransactionClient }): Promise<void> {
  await prisma.$executeRaw`ANALYZE import_row (job_id, position, entity, name, verdict)`;
}

export type Unjudged = Pick<StagedRow, 'position' | 'entity' | 'given' | 'problems'>;

/** Staged rows after a position as they came, of an entity or of all. */
export function findStaged(
  { query }: Rows,
  jobId: number,
  { entity = null, after, take }: { entity?: string | null; after: number; take: number },
): Promise<Unjudged[]> {
  return query<Unjudged>(
    `SELECT position, entity, given, problems FROM import_row
     WHERE job_id = $1::int AND position > $2::int AND ($3::text IS NULL OR entity = $3::text)
     ORDER BY position LIMIT $4::int`,
    [jobId, after, entity, take],
  );
}

/** Rows of a verdict, or of all, after a position. */
export function findJudged(
  { prisma }: Db,
  jobId: number,
  {
    verdict,
    alike,
    entity,
    after,
    take,
  }: { verdict?: ImportVerdict | undefined; alike?: boolean; entity?: string; after: number; take: number },
): Promise<StagedRow[]> {
  return prisma.importRow.findMany({
    where: {
      jobId,
      position: { gt: after },
      ...(verdict && { verdict }),
      ...(entity && { entity }),
      ...(alike && { alike: { not: Prisma.DbNull } }),
    },
    orderBy: { position: 'asc' },
    take,
  });
}

export interface Judged {
  position: number;
  entity: string;
  name: string | null;
  verdict: ImportVerdict;
  record: object | null;
  derived: object | null;
  problems: object | null;
  readings: object | null;
  changes: object | null;
  before: object | null;
  alike: object | null;
  entityId: number | null;
  version: number | null;
}

export async function judgeRows({ query }: Rows, jobId: number, rows: readonly Judged[]): Promise<void> {
  await query(
    `UPDATE import_row s SET entity = r.entity, name = r.name, verdict = r.verdict::"ImportVerdict", record = r.record,
       derived = r.derived, problems = r.problems, readings = r.readings, changes = r.changes, before = r.before,
       alike = r.alike, entity_id = r."entityId", version = r.version
     FROM jsonb_to_recordset($2::jsonb) AS r(position int, entity text, name text, verdict text, record jsonb, derived jsonb,
       problems jsonb, readings jsonb, changes jsonb, before jsonb, alike jsonb, "entityId" int, version int)
     WHERE s.job_id = $1::int AND s.position = r.position`,
    [jobId, JSON.stringify(rows)],
  );
}

/** Refuses rows that were good by themselves, and not with others. */
export async function rejectRows(
  { prisma }: Db,
  jobId: number,
  rows: readonly { position: number; problems: object }[],
): Promise<void> {
  await prisma.$executeRaw`
    UPDATE import_row s SET verdict = 'REJECTED', problems = r.problems
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(position int, problems jsonb)
    WHERE s.job_id = ${jobId}::int AND s.position = r.position`;
}

export interface Totals {
  new: number;
  changed: number;
  same: number;
  rejected: number;
  /** Of the new ones, those that look like another record. */
  alike: number;
}

export async function countVerdicts({ prisma }: Db, jobId: number): Promise<Totals> {
  const [row] = await prisma.$queryRaw<Totals[]>`
    SELECT count(*) FILTER (WHERE verdict = 'NEW')::int AS new,
      count(*) FILTER (WHERE verdict = 'CHANGED')::int AS changed,
      count(*) FILTER (WHERE verdict = 'SAME')::int AS same,
      count(*) FILTER (WHERE verdict = 'REJECTED')::int AS rejected,
      count(*) FILTER (WHERE verdict = 'NEW' AND alike IS NOT NULL)::int AS alike
    FROM import_row WHERE job_id = ${jobId}::int`;
  return row ?? { new: 0, changed: 0, same: 0, rejected: 0, alike: 0 };
}

export async function findMapping({ prisma }: Db, header: readonly string[]): Promise<unknown> {
  return (await prisma.importMapping.findUnique({ where: { header: hash(header) } }))?.mapping ?? null;
}

export async function keepMapping({ prisma }: Db, header: readonly string[], mapping: (string | null)[]) {
  await prisma.importMapping.upsert({
    where: { header: hash(header) },
    create: { header: hash(header), mapping },
    update: { mapping, updatedAt: new Date() },
  });
}

function hash(header: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(header)).digest('hex');
}
