import { Readable } from 'node:stream';
import type { Database } from '@muster/db';
import { listIssues } from '@muster/schema/rules';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Auth } from '../../auth/auth.ts';
import { findViewer } from '../../auth/viewer.ts';
import { RefusalError } from '../../errors.ts';
import type { Cell, ColumnWords } from '../../exports/column.ts';
import { csv } from '../../exports/formats/csv.ts';
import { isDay } from '../../scalars.ts';
import { hasRole } from '../editing/permissions.ts';
import { AREAS, type AuditRow, readEveryEntry, recordExport } from './queries.ts';

const words = z.string('must be given once').max(200, 'is too long: at most 200 characters');
const day = z.string('must be given once').refine(isDay, 'must be a day, YYYY-MM-DD');
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(item).max(20));

const filterInput = z
  .strictObject({
    actor: words.optional(),
    record: words.optional(),
    areas: several(z.enum(AREAS, `must be one of ${AREAS.join(', ')}`)).optional(),
    actions: several(words).optional(),
    from: day.optional(),
    until: day.optional(),
  })
  .refine(({ from, until }) => !from || !until || from < until, {
    path: ['until'],
    message: 'must be a day after from',
  });

const COLUMNS: [name: string, cell: (row: AuditRow) => Cell][] = [
  ['at', ({ at }) => at.toISOString()],
  ['action', ({ action }) => action],
  ['actor', ({ actorName }) => actorName],
  ['entity', ({ entity }) => entity],
  ['record', ({ record }) => record],
  ['detail', ({ detail }) => detail],
  ['address', ({ address }) => address],
];

interface CsvParts {
  db: Database;
  auth: Auth;
}

/** GET /api/admin/audit.csv: the audit log, or what a filter takes of it, newest first. For administrators; itself audited. */
export async function auditCsvRoute(app: FastifyInstance, { db, auth }: CsvParts): Promise<void> {
  app.get('/api/admin/audit.csv', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const viewer = await findViewer(auth, request);
    if (!hasRole(viewer, 'ADMIN')) {
      const message = 'The audit log needs the role ADMIN: sign in as an administrator.';
      throw viewer
        ? new RefusalError(403, { code: 'FORBIDDEN', message })
        : new RefusalError(401, { code: 'UNAUTHENTICATED', message });
    }
    // An empty field of a form asks for nothing.
    const given = Object.entries(request.query as object).filter(([, value]) => value !== '');
    const read = filterInput.safeParse(Object.fromEntries(given));
    if (!read.success) {
      const problems = listIssues(read.error).map(({ field, message }) => `${field} ${message}`.trim());
      throw new RefusalError(400, { code: 'BAD_USER_INPUT', message: `${problems.join('; ')}.` });
    }
    await recordExport(db, viewer, 'audit.csv', request.url.split('?')[1] || null);
    reply.header('content-disposition', 'attachment; filename="audit.csv"');
    reply.type(csv.mediaType);
    return reply.send(Readable.from(write(db, read.data), { objectMode: false }));
  });
}

async function* write(
  db: Database,
  filter: z.infer<typeof filterInput>,
): AsyncGenerator<string | Uint8Array> {
  const columns = COLUMNS.map(([name]) => ({ name })) as ColumnWords[];
  async function* batches() {
    for await (const rows of readEveryEntry(db, filter)) {
      yield rows.map((row) => COLUMNS.map(([, cell]) => cell(row)));
    }
  }
  yield* csv.write(columns, batches(), NOTHING);
}

// A CSV file has no place for what a file tells of itself.
const NOTHING = {} as Parameters<typeof csv.write>[2];
