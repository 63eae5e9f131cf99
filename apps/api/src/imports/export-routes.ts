import type { Database } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { streamRows } from '../exports/stream.ts';
import { recordExport } from '../modules/audit/queries.ts';
import { openReading } from '../modules/export/queries/reading.ts';
import { createEditorCheck, type EditorParts } from './editor.ts';
import { EXPORT_FORMATS, MEDIA_TYPES, writeExport } from './export.ts';

export interface FullExportParts extends EditorParts {
  db: Database;
  today: () => string;
}

/** GET /api/admin/export.json, .csv, .xlsx: every record in its input shape, for editors. */
export async function fullExportRoutes(
  app: FastifyInstance,
  { db, today, ...parts }: FullExportParts,
): Promise<void> {
  const requireEditor = createEditorCheck(parts);
  for (const format of EXPORT_FORMATS) {
    app.get(`/api/admin/export.${format}`, async (request, reply) => {
      const viewer = await requireEditor(request, reply);
      const reading = await openReading({ db, live: db, release: null });
      await recordExport(db, viewer, `every record, as ${format}`, null);
      reply.type(MEDIA_TYPES[format]).headers({
        'content-disposition': `attachment; filename="muster-export-${today()}.${format}"`,
      });
      return reply.send(streamRows(writeExport(format, reading), reply, reading.close));
    });
  }
}
