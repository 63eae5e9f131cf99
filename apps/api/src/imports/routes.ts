import type { Database } from '@muster/db';
import { optionalText } from '@muster/schema/rules';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Viewer } from '../context.ts';
import { RefusalError } from '../errors.ts';
import { hasRole } from '../modules/editing/permissions.ts';
import {
  changeJob,
  findJob,
  findJobs,
  findJudged,
  type Job,
  keepMapping,
} from '../modules/import/queries/jobs.ts';
import { TABLE_FIELDS } from './columns.ts';
import { createEditorCheck, type EditorParts } from './editor.ts';
import { findMappingProblem, type Mapping } from './mapping.ts';
import { FILE_LIMITS, type FileFormat, tooLarge } from './reading/limits.ts';
import { writeRejected } from './rejected.ts';
import { findApplyRefusal, NEW_STATES } from './rights.ts';
import { ImportRunner } from './runner.ts';
import { stageFile } from './stage.ts';

export interface ImportParts extends EditorParts {
  db: Database;
  today: () => string;
}

const ROWS_AT_ONCE = 50;
/** A step that has told nothing for so long has ended with its process. */
const SILENT_MS = 2 * 60_000;
const ONGOING = ['READING', 'CHECKING', 'APPLYING'];

const uploadQuery = z.object({
  format: z.enum(['csv', 'xlsx', 'json'], { error: 'format: must be csv, xlsx or json' }),
  name: z.string({ error: 'name: is required' }).min(1, 'name: is required').max(200, 'name: is too long'),
});
const rowsQuery = z.object({
  verdict: z
    .enum(['NEW', 'CHANGED', 'SAME', 'REJECTED'], { error: 'verdict: use NEW, CHANGED, SAME or REJECTED' })
    .optional(),
  alike: z.literal('true', { error: 'alike: must be true' }).optional(),
  after: z.coerce.number({ error: 'after: must be a number' }).int().min(0).default(0),
});
const mappingBody = z.strictObject({
  mapping: z
    .array(z.string().max(100).nullable(), { error: 'mapping: must be a list' })
    .nullable()
    .default(null),
});
const applyBody = z.strictObject({
  state: z.enum(NEW_STATES, { error: `state: use one of ${NEW_STATES.join(', ')}` }).default('DRAFT'),
  skipAlike: z.boolean({ error: 'skipAlike: must be true or false' }).default(false),
  reason: optionalText(1000),
});

/** /api/admin/import: a file in, its rows checked, and brought in as a whole. For editors. */
export async function importRoutes(
  app: FastifyInstance,
  { db, today, ...parts }: ImportParts,
): Promise<void> {
  const requireEditor = createEditorCheck(parts);
  const runner = new ImportRunner(db, app.log, today);
  app.addHook('onClose', () => runner.stop());

  await app.register(async (upload) => {
    upload.removeAllContentTypeParsers();
    upload.addContentTypeParser('*', (_, payload, done) => done(null, payload));
    upload.post('/api/admin/import', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const viewer = await requireEditor(request, reply);
      const { format, name } = read(uploadQuery, request.query);
      requireSize(request, format);
      const bytes = (request.body ?? []) as AsyncIterable<Uint8Array>;
      const job = await stageFile(db, viewer, { name, format, bytes });
      return reply.code(201).send(tell(job, viewer));
    });
  });

  app.get('/api/admin/import', async (request, reply) => {
    const viewer = await requireEditor(request, reply);
    return { jobs: (await findJobs(db)).map((job) => tell(job, viewer)) };
  });

  app.get('/api/admin/import/:id', async (request, reply) => {
    const viewer = await requireEditor(request, reply);
    return tell(await requireJob(request), viewer);
  });

  app.get('/api/admin/import/:id/rows', async (request, reply) => {
    await requireEditor(request, reply);
    const { id } = await requireJob(request);
    const { verdict, alike, after } = read(rowsQuery, request.query);
    const rows = await findJudged(db, id, { verdict, alike: alike === 'true', after, take: ROWS_AT_ONCE });
    return {
      rows: rows.map(({ jobId: _, derived: __, entityId: ___, version: ____, ...row }) => row),
      next: rows.length < ROWS_AT_ONCE ? null : (rows.at(-1)?.position ?? null),
    };
  });

  app.get('/api/admin/import/:id/rejected.csv', async (request, reply) => {
    await requireEditor(request, reply);
    const job = await requireJob(request);
    reply.type('text/csv; charset=utf-8; header=present').headers({
      'content-disposition': `attachment; filename="rejected-${job.id}.csv"`,
    });
    return reply.send(writeRejected(db, job));
  });

  app.post('/api/admin/import/:id/check', async (request, reply) => {
    const viewer = await requireEditor(request, reply);
    const job = await requireJob(request);
    const { mapping } = read(mappingBody, request.body ?? {});
    const chosen = mapping ?? (job.mapping as Mapping | null);
    const header = job.header as string[] | null;
    if (header !== null) {
      const problem = findMappingProblem(header, chosen);
      if (problem !== null) throw badInput(`mapping: ${problem}`);
      await keepMapping(db, header, chosen as Mapping);
    } else if (mapping !== null) throw badInput('mapping: JSON has no columns; leave it out');
    const change = { state: 'CHECKING' as const, done: 0, message: null, cancelRequested: false };
    const isBegun = await changeJob(db, job.id, { ...change, ...(header && chosen && { mapping: chosen }) }, [
      'READ',
      'CHECKED',
    ]);
    if (!isBegun) throw notNow(job);
    runner.check({ ...job, mapping: chosen }, viewer);
    return reply.code(202).send(tell(await requireJob(request), viewer));
  });

  app.post('/api/admin/import/:id/apply', async (request, reply) => {
    const viewer = await requireEditor(request, reply);
    const job = await requireJob(request);
    const choice = read(applyBody, request.body ?? {});
    const refusal = findApplyRefusal(viewer, choice.state, job);
    if (refusal !== null) throw new RefusalError(403, { code: 'FORBIDDEN', message: refusal });
    const change = { state: 'APPLYING' as const, done: 0, message: null, cancelRequested: false };
    if (!(await changeJob(db, job.id, change, ['CHECKED']))) throw notNow(job);
    runner.apply(job, viewer, choice);
    return reply.code(202).send(tell({ ...job, ...change }, viewer));
  });

  app.post('/api/admin/import/:id/cancel', async (request, reply) => {
    const viewer = await requireEditor(request, reply);
    const { id } = readId(request);
    // First in memory: PGlite answers nobody while a transaction runs.
    runner.cancel(id);
    const job = await requireJob(request);
    if (isSilent(job)) {
      await changeJob(db, id, { state: job.totals === null ? 'READ' : 'CHECKED', message: null }, [
        job.state,
      ]);
    } else await changeJob(db, id, { cancelRequested: true }, ['CHECKING', 'APPLYING']);
    return reply.code(202).send(tell(await requireJob(request), viewer));
  });

  async function requireJob(request: FastifyRequest): Promise<Job> {
    const { id } = readId(request);
    const job = await findJob(db, id);
    if (job === null)
      throw new RefusalError(404, { code: 'NOT_FOUND', message: `There is no import ${id}.` });
    return job;
  }

  function isSilent({ id, state, updatedAt }: Job): boolean {
    return (
      ONGOING.includes(state) &&
      runner.progressOf(id) === null &&
      Date.now() - updatedAt.getTime() > SILENT_MS
    );
  }

  function tell(job: Job, viewer: Viewer) {
    const {
      id,
      fileName,
      format,
      state,
      actorName,
      header,
      mapping,
      rows,
      done,
      totals,
      message,
      createdAt,
    } = job;
    return {
      id,
      fileName,
      format,
      state,
      isSilent: isSilent(job),
      actorName,
      header,
      mapping,
      fields: header && TABLE_FIELDS.map(({ name, label }) => ({ name, label })),
      rows,
      done: runner.progressOf(id) || done,
      totals: state === 'CHECKED' || state === 'APPLYING' || state === 'APPLIED' ? totals : null,
      message,
      createdAt,
      mayStates: hasRole(viewer, 'REVIEWER')
        ? NEW_STATES.filter((it) => findApplyRefusal(viewer, it, job) === null)
        : ['DRAFT'],
    };
  }
}

function readId({ params }: FastifyRequest): { id: number } {
  const id = Number((params as { id: string }).id);
  if (Number.isInteger(id) && id > 0 && id < 2 ** 31) return { id };
  throw new RefusalError(404, { code: 'NOT_FOUND', message: 'There is no such import.' });
}

function read<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badInput(
    issue?.code === 'unrecognized_keys'
      ? `unknown field: ${issue.keys.join(', ')}`
      : (issue?.message ?? 'is not valid'),
  );
}

function badInput(message: string): RefusalError {
  return new RefusalError(400, { code: 'BAD_USER_INPUT', message });
}

function notNow({ state }: Job): RefusalError {
  const message = `The import is ${state}: ${state === 'READ' ? 'check its rows first' : 'wait until that is over, or bring the file again'}.`;
  return new RefusalError(409, { code: 'IMPORT_NOT_READY', message });
}

function requireSize({ headers }: FastifyRequest, format: FileFormat): void {
  if (Number(headers['content-length'] ?? 0) > FILE_LIMITS[format]) {
    throw tooLarge(`The file is larger than ${FILE_LIMITS[format] / 1024 / 1024} MB; bring it in parts.`);
  }
}
