import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, isStatementTimeout } from '../src/index.ts';
import { kinds, openMigrated } from './databases.ts';

const LIMIT_MS = 150;

describe.runIf(kinds.includes('postgres'))('readers of PostgreSQL', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openMigrated('postgres');
  });
  afterAll(() => db.close());

  const catchError = (work: PromiseLike<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error,
    );

  test('have a statement that takes too long cancelled, and the connection goes on', async () => {
    const readers = db.limitTime(LIMIT_MS);
    expect(db.limitTime(LIMIT_MS)).toBe(readers);
    for (const slow of [
      () => readers.query('SELECT pg_sleep(20)'),
      () => readers.transaction((connection) => connection.query('SELECT pg_sleep(20)')),
      () => readers.prisma.$queryRaw`SELECT pg_sleep(20)::text`,
    ]) {
      expect(isStatementTimeout(await catchError(slow()))).toBe(true);
    }
    expect(await readers.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await readers.prisma.country.findMany()).toEqual([]);
    expect(isStatementTimeout(await catchError(readers.query('SELECT nothing')))).toBe(false);
    expect(isStatementTimeout(new Error('timeout'))).toBe(false);
  });

  test('do not wait for a lock longer than that; whoever writes has no limit', async () => {
    const readers = db.limitTime(LIMIT_MS);
    await db.transaction(async (connection) => {
      await connection.executeScript('LOCK TABLE country IN ACCESS EXCLUSIVE MODE');
      const error = await catchError(readers.prisma.country.findMany());
      expect(isStatementTimeout(error)).toBe(true);
      await connection.query(`SELECT pg_sleep(${(2 * LIMIT_MS) / 1000})`);
    });
    expect(await readers.prisma.country.findMany()).toEqual([]);
  });
});

test('the embedded database is read without a limit, over the same connection', async () => {
  const db = await openMigrated('pglite');
  expect(await db.limitTime(LIMIT_MS).query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(db.limitTime(LIMIT_MS).prisma).toBe(db.prisma);
  await db.close();
});
