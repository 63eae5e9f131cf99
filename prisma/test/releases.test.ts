import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bumpDataRevision,
  createRelease,
  type Database,
  listReleases,
  migrate,
  type ReleaseDatabase,
  seed,
} from '../src/index.ts';
import { readMigrations } from '../src/migrations.ts';
import type { TestDatabase } from '../src/testing.ts';
import { createFolder, kinds, openBlank, openMigrated } from './databases.ts';

const day = '2026-11-25';
const at = new Date('2026-11-25T09:30:00.123Z');

const bump = (database: Database) => database.prisma.$transaction(bumpDataRevision);

async function readFiles({ prisma }: Pick<ReleaseDatabase, 'prisma'>) {
  const files = await prisma.releaseFile.findMany({
    include: { parts: { orderBy: { position: 'asc' } } },
    orderBy: { position: 'asc' },
  });
  return files.map(({ parts, ...file }) => ({
    ...file,
    content: parts.map(({ content }) => content).join(''),
  }));
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe.each(kinds)('releases on %s', (kind) => {
  describe('of the starter dataset', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await openMigrated(kind);
      await seed(database);
      await hideRecords(database);
      await createRelease(database, { day, at });
    });
    afterAll(() => database.close());

    test('hold what readers can see: no draft, no account, nothing that is not known yet', async () => {
      const { prisma } = database.atRelease(day);
      const slugs = new Set((await prisma.count.findMany()).map(({ slug }) => slug));
      expect(slugs.has('cn-gsi-2023-5000')).toBe(true);
      expect(slugs.has('cn-lianyungang-2024-3000')).toBe(false);
      expect(slugs.has('cn-focac-2024-police-1000')).toBe(false);
      expect(slugs.size).toBe((await database.prisma.count.count()) - 2);
      expect(await prisma.event.count()).toBe((await database.prisma.event.count()) - 1);
      expect(await prisma.claim.count({ where: { count: { state: { not: 'PUBLISHED' } } } })).toBe(0);
      expect(await prisma.revision.findMany({ where: { slug: 'cn-lianyungang-2024-3000' } })).toEqual([]);
      expect(await prisma.revision.count({ where: { actorId: { not: null } } })).toBe(0);
      expect(await database.prisma.user.count()).toBe(1);
      expect(await prisma.user.count()).toBe(0);
      const files = await readFiles({ prisma });
      expect(files.map(({ content }) => content).join('')).not.toMatch(
        /cn-lianyungang-2024-3000|cn-focac-2024-police-1000/,
      );
    });

    test('keep the address and the reason of what was taken back, and not its claims', async () => {
      const { prisma } = database.atRelease(day);
      const where = { slug: 'cn-sco-2018-2000' };
      expect(await prisma.count.findUnique({ where, include: { claims: true } })).toMatchObject({
        state: 'RETRACTED',
        retractedReason: 'wrong',
        claims: [],
      });
      const files = await readFiles({ prisma });
      expect(files.find(({ name }) => name === 'retracted.csv')?.content).toBe(
        'kind,slug,reason\r\nCOMMITMENT,cn-sco-2018-2000,wrong\r\n',
      );
      expect(files.find(({ name }) => name === 'commitments.csv')?.content).not.toContain('cn-sco-2018-2000');
    });

    test('refuse every change, and say so', async () => {
      const release = database.atRelease(day);
      const { prisma } = release;
      const refused = /a release never changes/;
      await expect(prisma.count.updateMany({ data: { title: 'Changed' } })).rejects.toThrow(refused);
      await expect(prisma.program.create({ data: { slug: 'new', name: 'New' } })).rejects.toThrow(refused);
      await expect(prisma.claim.deleteMany({ where: { id: -1 } })).rejects.toThrow(refused);
      await expect(release.query('UPDATE release_file_part SET content = $1', [''])).rejects.toThrow(refused);
      await expect(release.executeScript('TRUNCATE "count" CASCADE')).rejects.toThrow(refused);
      await expect(database.query('DELETE FROM release_2026_11_25.release_file_part')).rejects.toThrow(
        refused,
      );
      expect(await prisma.count.count({ where: { title: 'Changed' } })).toBe(0);
    });

    test('have files whose checksums hold, down to the one of the release', async () => {
      const files = await readFiles(database.atRelease(day));
      const names = files.map(({ name }) => name);
      expect(names.slice(0, 2)).toEqual(['commitments.csv', 'reported-totals.csv']);
      expect(names.slice(-2)).toEqual(['datapackage.json', 'sha256sums.txt']);
      for (const { name, content, sha256, bytes } of files) {
        expect([name, hash(content), Buffer.byteLength(content)]).toEqual([name, sha256, bytes]);
      }
      const sums = files.at(-1)?.content;
      expect(sums).toBe(
        files
          .slice(0, -1)
          .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
          .join(''),
      );
      const [release] = await listReleases(database);
      expect(release).toEqual({
        name: day,
        revision: 1,
        checksum: hash(sums ?? ''),
        knownOn: day,
        releasedAt: at,
      });
      // The same within the release: it names itself.
      expect(await listReleases(database.atRelease(day))).toEqual([release]);
    });

    test('describe each file: its columns, their types, what they point to, its hash', async () => {
      const files = await readFiles(database.atRelease(day));
      const described = JSON.parse(files.find(({ name }) => name === 'datapackage.json')?.content ?? '');
      expect(described).toMatchObject({
        version: day,
        known_on: day,
        revision: 1,
        created: at.toISOString(),
      });
      expect(described.licenses).toEqual([expect.objectContaining({ name: 'CC-BY-4.0' })]);
      for (const resource of described.resources) {
        const file = files.find(({ name }) => name === resource.path);
        expect(resource).toMatchObject({ bytes: file?.bytes, hash: `sha256:${file?.sha256}` });
        const header = file?.content.split('\r\n')[0];
        expect(resource.schema.fields.map(({ name }: { name: string }) => name).join(',')).toBe(header);
        for (const { description } of resource.schema.fields) expect(description).toMatch(/\.$/);
        for (const { fields, reference } of resource.schema.foreignKeys) {
          const target = described.resources.find(
            ({ name }: { name: string }) => name === reference.resource,
          );
          expect(target.schema.primaryKey ?? []).toContain(
            target.name === 'providers' ? 'code' : reference.fields[0],
          );
          expect(header?.split(',')).toContain(fields[0]);
        }
      }
      const rows = files.find(({ name }) => name === 'commitments.csv')?.rows;
      expect(rows).toBe(
        await database.prisma.count.count({
          where: { kind: 'COMMITMENT', state: 'PUBLISHED', knownOn: { lte: at } },
        }),
      );
    });

    test('are not made twice of the same revision, and stay as they are when the records change', async () => {
      expect(await createRelease(database, { day: '2026-12-01', at: new Date('2026-12-01') })).toMatchObject({
        isNew: false,
        release: { name: day },
      });
      const before = await readFiles(database.atRelease(day));
      await database.prisma.count.update({
        where: { slug: 'cn-gsi-2023-5000' },
        data: { title: 'Changed' },
      });
      await bump(database);
      const second = await createRelease(database, { day, at: new Date('2026-11-25T18:00:00Z') });
      expect(second).toMatchObject({ isNew: true, release: { name: '2026-11-25-2', revision: 2 } });
      expect(await readFiles(database.atRelease(day))).toEqual(before);
      const where = { slug: 'cn-gsi-2023-5000' };
      const titles = await Promise.all(
        [day, '2026-11-25-2'].map((name) =>
          database.atRelease(name).prisma.count.findUniqueOrThrow({ where }),
        ),
      );
      expect(titles.map(({ title }) => title === 'Changed')).toEqual([false, true]);
      expect((await listReleases(database.atRelease(day))).map(({ name }) => name)).toEqual([day]);
      expect((await listReleases(database)).map(({ name }) => name)).toEqual(['2026-11-25-2', day]);
    });

    test('are of another name where asked, if it can be one and is free', async () => {
      await bump(database);
      await expect(createRelease(database, { name: 'Final!', day, at })).rejects.toMatchObject({
        code: 'BAD_RELEASE_NAME',
        message: expect.stringContaining('“Final!”'),
      });
      await expect(createRelease(database, { name: day, day, at })).rejects.toThrow(/already/);
      expect((await listReleases(database)).length).toBe(2);
      expect((await createRelease(database, { name: 'first-edition', day, at })).release.name).toBe(
        'first-edition',
      );
      expect(await database.atRelease('first-edition').prisma.country.count()).toBeGreaterThan(200);
      // What follows finds the live records again.
      expect(await database.prisma.user.count()).toBe(1);
      expect(await database.query('SELECT id FROM "user"')).toHaveLength(1);
    });
  });

  test('two at once make one', async () => {
    const database = await openMigrated(kind);
    await bump(database);
    const made = await Promise.all([
      createRelease(database, { day, at }),
      createRelease(database, { day, at }),
    ]);
    expect(made.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    await database.close();
  });

  test('a later migration takes them along, and they refuse changes as before', async () => {
    const database = await openBlank(kind);
    const folder = await createFolder();
    for (const { name, sql } of await readMigrations()) await writeMigration(folder, name, sql);
    await migrate(database, { folder });
    await database.prisma.program.create({ data: { slug: 'gsi', name: 'GSI' } });
    await createRelease(database, { day, at });
    // Somebody else's.
    await database.executeScript('CREATE SCHEMA release_notes');
    await writeMigration(
      folder,
      '29991231000000_motto',
      `ALTER TABLE "program" ADD COLUMN "motto" TEXT; UPDATE "program" SET "motto" = 'none';
       CREATE TABLE "song" ("id" INTEGER NOT NULL PRIMARY KEY);`,
    );
    expect(await migrate(database, { folder })).toEqual(['29991231000000_motto']);
    for (const from of [database, database.atRelease(day)]) {
      expect(await from.query('SELECT slug, motto FROM program')).toEqual([{ slug: 'gsi', motto: 'none' }]);
    }
    for (const sql of ["UPDATE program SET motto = 'new'", 'INSERT INTO song VALUES (1)']) {
      await expect(database.atRelease(day).query(sql)).rejects.toThrow(/a release never changes/);
      await database.query(sql);
    }
  });
});

test('the same records have the same files on every database', async () => {
  const sums: string[][] = [];
  for (const kind of kinds) {
    const database = await openMigrated(kind);
    await seed(database);
    await createRelease(database, { day, at });
    const files = await readFiles(database.atRelease(day));
    // The changes hold the instant at which the records arrived.
    sums.push(
      files
        .filter(({ name }) => /^(?!changes|commitments|reported-totals|events\.).*\.csv$/.test(name))
        .map(({ name, sha256 }) => `${sha256} ${name}`),
    );
    await database.close();
  }
  for (const other of sums) expect(other).toEqual(sums[0]);
  expect(sums[0]?.length).toBeGreaterThan(10);
});

test('migrations name no schema: they are run in each release as well', async () => {
  for (const { name, sql } of await readMigrations())
    expect(`${name}: ${/\bpublic\./.test(sql)}`).toBe(`${name}: false`);
});

async function writeMigration(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

/** Makes a draft, a retracted, a not yet known record and an account of what the dataset holds. */
async function hideRecords({ prisma }: Database): Promise<void> {
  const update = (slug: string, data: object) => prisma.count.update({ where: { slug }, data });
  await update('cn-lianyungang-2024-3000', { state: 'DRAFT' });
  await update('cn-focac-2024-police-1000', { knownOn: new Date('2026-11-26') });
  await update('cn-sco-2018-2000', { state: 'RETRACTED', retractedReason: 'wrong' });
  const event = await prisma.event.findFirstOrThrow({ orderBy: { slug: 'asc' } });
  await prisma.event.update({ where: { id: event.id }, data: { state: 'IN_REVIEW' } });
  await prisma.user.create({ data: { id: 'u', name: 'U', email: 'u@example.org' } });
  await prisma.revision.updateMany({ data: { actorId: 'u' } });
}
