import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, writeBackup } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { RefusalError } from './errors.ts';
import { recordExport } from './modules/audit/queries.ts';

export const BACKUP_PATH = '/api/backup';
export const BACKUP_HEADER = 'x-muster-backup';

/** What shows that whoever asks for a backup holds the server's secret, and so could read its folder. */
export function writeBackupProof(secret: string): string {
  return createHmac('sha256', secret).update('backup of the embedded database').digest('base64url');
}

/**
 * GET /api/backup: the embedded database as a backup file, for `npm run backup` on this machine while the process holds the
 * folder. On PostgreSQL there is no such address: a backup asks the database itself.
 */
export async function backupRoute(
  app: FastifyInstance,
  { db, secret }: { db: Database; secret: string | null },
): Promise<void> {
  if (db.kind !== 'pglite' || secret === null) return;
  const expected = Buffer.from(writeBackupProof(secret));

  app.get(BACKUP_PATH, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const given = Buffer.from(String(request.headers[BACKUP_HEADER] ?? ''));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      const message = 'Backups are made by `npm run backup` on the machine that holds the data folder.';
      throw new RefusalError(403, { code: 'FORBIDDEN', message });
    }
    await recordExport(db, null, 'the whole database, as a backup', null);
    // Into a file first: the database answers nobody meanwhile, and whoever reads it may be slow.
    const folder = await mkdtemp(join(tmpdir(), 'muster-backup-'));
    const forget = () => rm(folder, { recursive: true, force: true });
    try {
      const file = join(folder, 'backup');
      await writeBackup(db, file, new Date());
      const content = createReadStream(file);
      content.once('close', forget);
      return await reply.type('application/gzip').send(content);
    } catch (error) {
      await forget();
      throw error;
    }
  });
}
