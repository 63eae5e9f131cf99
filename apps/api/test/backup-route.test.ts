import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BACKUP_HEADER, BACKUP_PATH, writeBackupProof } from '../src/backup-route.ts';
import { databases } from './support/databases.ts';
import { openServer, SECRET } from './support/newsroom.ts';
import { createPerson, type Person } from './support/people.ts';

describe.each(databases)('a backup asked of the process on %s', (kind) => {
  let server: Awaited<ReturnType<typeof openServer>>;
  let admin: Person;
  beforeAll(async () => {
    server = await openServer(kind);
    admin = await createPerson(server.db, server.app, 'ADMIN');
  });
  afterAll(() => server?.close());
  const ask = (proof: string | null) =>
    server.app.inject({
      url: BACKUP_PATH,
      headers: { cookie: admin.cookie, ...(proof !== null && { [BACKUP_HEADER]: proof }) },
    });

  test('is refused to whoever does not show that they hold its secret, whatever their role', async () => {
    const proofs = [null, '', writeBackupProof('another secret'), `${writeBackupProof(SECRET)} `];
    for (const proof of proofs) {
      const { statusCode, headers } = await ask(proof);
      expect([statusCode, headers['content-type']]).toEqual([
        kind === 'pglite' ? 403 : 404,
        expect.stringContaining('json'),
      ]);
    }
  });

  test.runIf(kind === 'pglite')('is given to whoever does, and the log says so', async () => {
    const { statusCode, rawPayload } = await ask(writeBackupProof(SECRET));
    expect(statusCode).toBe(200);
    const folder = await mkdtemp(join(tmpdir(), 'muster-api-'));
    await writeFile(join(folder, 'backup.gz'), rawPayload);
    expect((await checkBackup(join(folder, 'backup.gz'))).end.tables).toBeGreaterThan(30);
    await rm(folder, { recursive: true });
    const entry = { entity: 'Export', record: 'the whole database, as a backup', actorId: null };
    expect(await server.db.prisma.auditEntry.count({ where: entry })).toBe(1);
  });

  test.runIf(kind === 'postgres')('is not to be had: the database itself is asked', async () => {
    expect((await ask(writeBackupProof(SECRET))).statusCode).toBe(404);
  });
});
