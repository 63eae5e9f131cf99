import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createRelease,
  type Database,
  dumpDatabase,
  migrate,
  openDatabase,
  restoreBackup,
  seed,
  writeBackup,
} from '../src/index.ts';
import { listMigrations, MIGRATIONS_FOLDER } from '../src/migrations.ts';
import type { TestDatabase } from '../src/testing.ts';
import { createFolder, kinds, openBlank, openMigrated } from './databases.ts';

const at = new Date('2026-11-26T12:00:00Z');

/** What cannot be had back from anywhere else, with what texts may hold. */
async function fill(database: Database): Promise<void> {
  const { prisma } = database;
  await seed(database);
  await createRelease(database, { day: '2026-11-25', at });
  await prisma.user.create({
    data: {
      id: 'u1',
      name: 'Ana “Ann” O’Neil\n\u2028\\ 中文',
      email: 'ana@example.org',
      role: 'ADMIN',
      accounts: { create: { id: 'a1', accountId: 'u1', providerId: 'credential', password: 'salt:hash' } },
      twoFactor: { create: { id: 't1', secret: 'sealed', backupCodes: 'sealed too' } },
      apiKeys: { create: { id: 'k1', key: 'hash of a key', permissions: '{"a":["b"]}' } },
    },
  });
  await prisma.auditEntry.create({
    data: { action: 'CREATED', entity: 'Account', record: 'ana@example.org' },
  });
  await prisma.importMapping.create({
    data: { header: 'h', mapping: ['slug', null, { b: 1, a: [1.5e-7, ''] }] },
  });
  await prisma.recordComment.create({
    data: { entity: 'Commitment', entityId: 1, version: 1, authorId: 'u1', authorName: 'Ana', text: '' },
  });
}

/** Lines of tables and rows, without those that tell of the backup itself. */
const toLines = (parts: readonly string[]) => parts.slice(1, -1).join('').split('\n');

async function readAll(database: Database): Promise<string[]> {
  return dumpDatabase(database, at, async (parts) => toLines(await collect(parts)));
}

async function collect(parts: AsyncIterable<string>): Promise<string[]> {
  const collected: string[] = [];
  for await (const part of parts) collected.push(part);
  return collected;
}

/** The first line that differs; whole databases make no readable message. */
const findDifference = (one: string[], other: string[]) =>
  one.length === other.length ? other.find((line, n) => line !== one[n]) : `${other.length} lines`;

describe.each(kinds)('a backup of %s', (kind) => {
  let source: TestDatabase;
  let file: string;
  beforeAll(async () => {
    source = await openMigrated(kind);
    await fill(source);
  });
  afterAll(() => source.close());

  const targets = kind === 'pglite' ? kinds : (['postgres'] as const);
  test.each(targets)('restored into %s is the same, row by row, and goes on as it was', async (target) => {
    file = join(await createFolder(), 'backup.gz');
    const { end } = await writeBackup(source, file, at);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const restored = await openBlank(target);
    expect(await restoreBackup(restored, file)).toMatchObject({ end, migrated: [] });
    const [before, after] = [await readAll(source), await readAll(restored)];
    expect(findDifference(before, after)).toBeUndefined();
    expect(after.filter((line) => line.startsWith('[')).length).toBe(end.rows);

    expect(await restored.prisma.account.findFirst()).toMatchObject({ userId: 'u1', password: 'salt:hash' });
    const program = { slug: 'next', name: 'Next' };
    const [mine, theirs] = [source, restored].map(({ prisma }) => prisma.program.create({ data: program }));
    expect((await theirs)?.id).toBe((await mine)?.id);
    await source.prisma.program.delete({ where: { slug: 'next' } });
    const release = restored.atRelease('2026-11-25');
    expect(await release.prisma.count.count()).toBeGreaterThan(50);
    await expect(release.prisma.count.deleteMany()).rejects.toThrow(/a release never changes/);
    await expect(restored.prisma.auditEntry.deleteMany()).rejects.toThrow(/append|only|never/i);
    const orphan = { countId: 1_000_000, providerId: 1, position: 0 };
    await expect(restored.prisma.countProvider.create({ data: orphan })).rejects.toThrow();
    await expect(restoreBackup(restored, file)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
    await expect(writeBackup(source, file, at)).rejects.toMatchObject({ code: 'BACKUP_UNWRITABLE' });
  });

  test.runIf(kind === 'postgres')('holds one moment, whatever is written meanwhile', async () => {
    const before = await readAll(source);
    const parts = await dumpDatabase(source, at, async (it) => {
      const read: string[] = [];
      for await (const part of it) {
        if (read.push(part) === 2) await source.prisma.source.updateMany({ data: { note: 'changed' } });
      }
      return read;
    });
    expect(findDifference(before, toLines(parts))).toBeUndefined();
  });
});

describe('what is not restored', () => {
  let folder: string;
  let text: string;
  let empty: Database;
  beforeAll(async () => {
    empty = await openDatabase();
    const database = await openMigrated('pglite');
    folder = await mkdtemp(join(tmpdir(), 'muster-test-'));
    await writeBackup(database, join(folder, 'good.gz'), at);
    await database.close();
    text = gunzipSync(await readFile(join(folder, 'good.gz'))).toString();
  });
  afterAll(async () => {
    await empty.close();
    await rm(folder, { recursive: true, force: true });
  });

  const seal = (lines: string) => {
    const sha256 = createHash('sha256').update(lines).digest('hex');
    return gzipSync(`${lines}${JSON.stringify({ end: { tables: 0, rows: 0, sha256 } })}\n`);
  };
  const body = () => text.slice(0, text.lastIndexOf('{"end"'));
  const broken: [string, () => Promise<Buffer> | Buffer, string, RegExp][] = [
    [
      'one that is cut short',
      async () => (await readFile(join(folder, 'good.gz'))).subarray(0, 3000),
      'BAD_BACKUP',
      /damaged/,
    ],
    ['one without its end', () => gzipSync(body()), 'BAD_BACKUP', /cut short/],
    [
      'one that was changed',
      () => gzipSync(text.replace('"public"', '"publik"')),
      'BAD_BACKUP',
      /checksum does not hold/,
    ],
    ['something else', () => gzipSync('a,b\n1,2\n'), 'BAD_BACKUP', /no backup of Muster/],
    ['plain text', () => Buffer.from('no backup'), 'BAD_BACKUP', /damaged, or no backup/],
    [
      'one of a newer form',
      () => seal(body().replace('"version":1', '"version":2')),
      'NEWER_BACKUP',
      /update first/,
    ],
    [
      'one with a later migration',
      () => seal(body().replace('"name":"20261126101146', '"name":"20991126101146')),
      'NEWER_BACKUP',
      /has the migration 2099/,
    ],
    [
      'one of another Muster',
      () => seal(body().replace('"checksum":"', '"checksum":"0')),
      'BAD_BACKUP',
      /is not ours/,
    ],
  ];
  test.each(broken)('%s', async (_, make, code, says) => {
    const file = join(await createFolder(), 'broken.gz');
    await writeFile(file, await make());
    await expect(restoreBackup(empty, file)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says),
    });
    expect(await empty.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  });

  test('a database that Muster was never started on', async () => {
    const file = join(await createFolder(), 'none.gz');
    await expect(writeBackup(empty, file, at)).rejects.toMatchObject({
      code: 'NOTHING_TO_BACK_UP',
    });
    await expect(stat(file)).rejects.toThrow();
  });
});

test('an older backup is brought to the newest form of the tables, its releases too', async () => {
  const folder = await createFolder();
  const names = await listMigrations();
  const older = names.slice(0, -1);
  for (const name of older) await cp(join(MIGRATIONS_FOLDER, name), join(folder, name), { recursive: true });
  const database = await openBlank('pglite');
  await migrate(database, { folder });
  const file = join(folder, 'older.gz');
  await writeBackup(database, file, at);
  const restored = await openBlank('pglite');
  expect(await restoreBackup(restored, file)).toMatchObject({ migrated: names.slice(-1) });
  expect(await restored.prisma.recordComment.count()).toBe(0);
});
