import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../src/testing.ts';
import { kinds, openMigrated } from './databases.ts';

describe.each(kinds)('transactions on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openMigrated(kind);
  });
  afterAll(() => database.close());

  const countPrograms = () => database.prisma.program.count();

  test('a refused write takes the whole transaction with it, and the next one works', async () => {
    const failed = database.prisma.$transaction(async ({ program }) => {
      await program.create({ data: { slug: 'kept', name: 'Kept' } });
      await program.create({ data: { slug: 'Not Kept', name: 'Not kept' } });
    });
    await expect(failed).rejects.toThrow('program_slug_form');
    expect(await countPrograms()).toBe(0);

    const statements: string[] = [];
    const stop = database.onStatement(({ sql }) => statements.push(sql.split(' ')[0] ?? ''));
    await database.prisma.$transaction(({ program }) => program.create({ data: { slug: 'a', name: 'A' } }));
    stop();
    expect(statements).toEqual(['BEGIN', 'INSERT', 'COMMIT']);
    expect(await countPrograms()).toBe(1);
  });

  test('a watcher is told as a statement is sent, where its sender stands, and again of its end', async () => {
    const sender = new AsyncLocalStorage<string>();
    const told: unknown[] = [];
    const stop = database.watchStatements((sql) => {
      told.push(['sent', sql.split(' ')[0], sender.getStore()]);
      return ({ failed }) => told.push(['ended', failed]);
    });
    // Prisma sends what is awaited, when it is awaited.
    await sender.run('prisma', async () => await countPrograms());
    await sender.run('ours', () => database.query('SELECT none').catch(() => {}));
    stop();
    await countPrograms();
    expect(told).toEqual([
      ['sent', 'SELECT', 'prisma'],
      ['ended', false],
      ['sent', 'SELECT', 'ours'],
      ['ended', true],
    ]);
  });

  test('a refused commit is an error, not a success', async () => {
    await database.executeScript(`CREATE TABLE late (id int PRIMARY KEY);
      CREATE TABLE later (id int REFERENCES late DEFERRABLE INITIALLY DEFERRED)`);
    const refused = database.prisma.$transaction(
      (transaction) => transaction.$executeRaw`INSERT INTO later VALUES (1)`,
    );
    await expect(refused).rejects.toThrow();
    expect(await database.query('SELECT * FROM later')).toEqual([]);
  });

  test('the driver commits what is done and rolls back what throws', async () => {
    const before = await countPrograms();
    const insert = (slug: string) => `INSERT INTO program (slug, name) VALUES ('${slug}', 'x')`;
    await database.transaction((connection) => connection.query(insert('driver')));
    const failed = database.transaction(async (connection) => {
      await connection.query(insert('gone'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await countPrograms()).toBe(before + 1);
  });

  test('many at once neither mix nor starve', async () => {
    const before = await countPrograms();
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        database.prisma.$transaction(async ({ program }) => {
          const { id } = await program.create({ data: { slug: `many-${index}`, name: 'x' } });
          await program.update({ where: { id }, data: { name: 'y' } });
        }),
      ),
    );
    expect(await countPrograms()).toBe(before + 30);
  });

  test.runIf(kind === 'postgres')('a connection lost in a transaction is an error, not the end', async () => {
    const pidSql = 'SELECT pg_backend_pid() AS pid';
    type Query = () => Promise<{ pid: number }[]>;
    const loseConnection = async (query: Query) => {
      const [self] = await query();
      await database.query('SELECT pg_terminate_backend($1)', [self?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await query();
    };
    const ours = database.transaction((connection) => loseConnection(() => connection.query(pidSql)));
    await expect(ours).rejects.toThrow();
    const prismas = database.prisma.$transaction((transaction) =>
      loseConnection(() => transaction.$queryRawUnsafe(pidSql)),
    );
    await expect(prismas).rejects.toThrow();
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('closing twice is closing once', async () => {
    const other = await openMigrated(kind);
    await Promise.all([other.close(), other.close()]);
  });
});
