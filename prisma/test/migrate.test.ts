import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnoseHistory } from '../scripts/schema-engine.ts';
import { type Database, findMissingMigrations, migrate, openDatabase } from '../src/index.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../src/migrations.ts';
import { openPglite } from '../src/pglite.ts';
import { openPostgres } from '../src/postgres.ts';
import { createStatements } from '../src/statements.ts';
import { createBlankPostgres, createFolder, kinds, openBlank } from './databases.ts';

const names = (await readMigrations()).map(({ name }) => name);

describe.each(kinds)('migrations on %s', (kind) => {
  test('apply from nothing, tell their progress, and apply once', async () => {
    const database = await openBlank(kind);
    expect(await findMissingMigrations(database)).toEqual(names);
    const progress: unknown[] = [];
    expect(await migrate(database, { onProgress: (step) => progress.push(step) })).toEqual(names);
    expect(progress).toEqual(names.map((name, done) => ({ name, done, total: names.length })));
    expect(await migrate(database)).toEqual([]);
    expect(await findMissingMigrations(database)).toEqual([]);
    expect(await database.prisma.dataRevision.findMany()).toMatchObject([{ id: 1, revision: 0 }]);
  });

  test('a changed, a missing, an older and a broken migration are named', async () => {
    const database = await openBlank(kind);
    const folder = join(await createFolder(), 'migrations');
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
    await migrate(database, { folder });
    const [initial = '', constraints = ''] = names;

    const file = join(folder, constraints, 'migration.sql');
    const original = await readFile(file, 'utf8');
    await writeFile(file, `${original}\n`);
    await expect(migrate(database, { folder })).rejects.toMatchObject({
      code: 'MIGRATION_CHANGED',
      message: `migration ${constraints} was changed after it was applied to this database`,
    });
    await writeFile(file, original);

    await cp(join(folder, constraints), join(folder, '20200101000000_late'), { recursive: true });
    await expect(migrate(database, { folder })).rejects.toMatchObject({
      code: 'MIGRATION_MISSING',
      message: `migration 20200101000000_late is older than ${initial} but was never applied`,
    });
    await rm(join(folder, '20200101000000_late'), { recursive: true });

    const broken = join(folder, '99990101000000_broken');
    await cp(join(folder, constraints), broken, { recursive: true });
    await writeFile(
      join(broken, 'migration.sql'),
      'CREATE TABLE half (id int); CREATE TABLE count (id int);',
    );
    await expect(migrate(database, { folder })).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: 'migration 99990101000000_broken failed: relation "count" already exists',
    });
    expect(await database.query("SELECT to_regclass('half')::text AS half")).toEqual([{ half: null }]);
    await rm(broken, { recursive: true });
    expect(await migrate(database, { folder })).toEqual([]);

    await rm(join(folder, initial), { recursive: true });
    await expect(migrate(database, { folder })).rejects.toMatchObject({
      code: 'MIGRATION_MISSING',
      message: `migration ${initial} was applied to this database but its file is gone`,
    });
  });

  test('of a newer version are left alone, unless they take away what this one asks for', async () => {
    const database = await openBlank(kind);
    const folder = join(await createFolder(), 'migrations');
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
    const add = async (name: string, sql: string) => {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'migration.sql'), sql);
    };
    await add('99990101000000_expand', 'ALTER TABLE "country" ADD COLUMN "capital" TEXT;');
    await migrate(database, { folder });
    const newer: string[] = [];
    expect(await migrate(database, { onNewer: (them) => newer.push(...them) })).toEqual([]);
    expect(newer).toEqual(['99990101000000_expand']);
    expect(await findMissingMigrations(database)).toEqual([]);

    const contract = '-- contract: 99990101000000_expand\nALTER TABLE "country" DROP COLUMN "iso2";';
    await add('99990102000000_contract', contract);
    expect(await migrate(database, { folder })).toEqual(['99990102000000_contract']);
    await expect(migrate(database)).rejects.toMatchObject({
      code: 'MIGRATION_MISSING',
      message: expect.stringMatching(
        /^migration 99990102000000_contract .* newer version.* has migration 99990101000000_expand$/,
      ),
    });
    // The version in between knows the expansion and can do without the column.
    await rm(join(folder, '99990102000000_contract'), { recursive: true });
    expect(await migrate(database, { folder })).toEqual([]);
  });

  test('leave a history that Prisma reads as its own', async () => {
    const options = { log: () => {}, statements: createStatements() };
    const driver =
      kind === 'pglite'
        ? await openPglite(options)
        : await openPostgres({ ...options, databaseUrl: await createBlankPostgres() });
    try {
      await migrate(driver);
      expect(await diagnoseHistory(driver, await readMigrations())).toEqual({
        history: null,
        hasMigrationsTable: true,
        failedMigrationNames: [],
        editedMigrationNames: [],
      });
    } finally {
      await driver.close();
    }
  });
});

test.runIf(kinds.includes('postgres'))('four processes that start at once take turns', async () => {
  const databaseUrl = await createBlankPostgres();
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ databaseUrl, poolSize: 1 })));
  const applied = await Promise.all(databases.map((database) => migrate(database)));
  expect(applied.flat().sort()).toEqual(names);
  for (const database of databases) await database.close();
});

test.runIf(kinds.includes('postgres'))(
  'one that waits for a table gives way, and is applied later',
  async () => {
    const databaseUrl = await createBlankPostgres();
    const [holder, newer] = await Promise.all([1, 2].map(() => openDatabase({ databaseUrl, poolSize: 2 })));
    if (!holder || !newer) throw new Error('two are needed');
    await migrate(holder);
    const folder = join(await createFolder(), 'migrations');
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
    await mkdir(join(folder, '99990101000000_expand'));
    await writeFile(
      join(folder, '99990101000000_expand/migration.sql'),
      'ALTER TABLE "country" ADD COLUMN "capital" TEXT;',
    );
    let tries = 0;
    const { promise: triedTwice, resolve: free } = Promise.withResolvers<void>();
    const held = holder.transaction(async (connection) => {
      await connection.query('SELECT count(*) FROM country');
      await triedTwice;
    });
    const onProgress = () => {
      tries += 1;
      if (tries === 2) free();
    };
    expect(await migrate(newer, { folder, onProgress })).toEqual(['99990101000000_expand']);
    expect(tries).toBeGreaterThanOrEqual(2);
    await held;
    await Promise.all([holder.close(), newer.close()]);
  },
);

/** All that the migrations made, as the database itself tells it. */
const structure = `
  SELECT 'column' AS what, table_name || '.' || column_name AS name,
    concat_ws(' ', udt_name, character_maximum_length, datetime_precision, is_nullable, column_default) AS definition
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'p')
  UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  ORDER BY what, name`;

test.runIf(kinds.includes('postgres'))('both databases come out the same', async () => {
  const describeStructure = async (database: Database) => {
    await migrate(database);
    return database.query(structure);
  };
  const postgres = await describeStructure(await openBlank('postgres'));
  expect(postgres.length).toBeGreaterThan(300);
  expect(await describeStructure(await openBlank('pglite'))).toEqual(postgres);
});
