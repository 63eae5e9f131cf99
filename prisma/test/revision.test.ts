import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bumpDataRevision, onRevision, openDatabase, readDataRevision } from '../src/index.ts';
import type { TestDatabase } from '../src/testing.ts';
import { kinds, openMigrated } from './databases.ts';

describe.each(kinds)('the data revision on %s', (kind) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openMigrated(kind);
  });
  afterEach(() => database.close());

  test('is told to listeners once its transaction commits, and never when it does not', async () => {
    const heard: number[] = [];
    const stop = await onRevision(database, (revision) => heard.push(revision));
    const rolledBack = database.prisma.$transaction(async (transaction) => {
      await bumpDataRevision(transaction);
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');

    await database.prisma.$transaction(async (transaction) => {
      expect(await bumpDataRevision(transaction)).toEqual({ revision: 1, publishedAt: expect.any(Date) });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual([1]));
    expect((await readDataRevision(database)).revision).toBe(1);

    await stop();
    await database.prisma.$transaction(bumpDataRevision);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([1]);
  });

  test('counts every one of many bumps at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => database.prisma.$transaction(bumpDataRevision)));
    expect((await readDataRevision(database)).revision).toBe(20);
  });
});

describe.runIf(kinds.includes('postgres'))('between processes on postgres', () => {
  test('another connection hears it, and what was missed while the connection was lost', async () => {
    const writer = await openMigrated('postgres');
    const log: string[] = [];
    const reader = await openDatabase({ databaseUrl: writer.url ?? '', log: (line) => log.push(line) });
    const heard: number[] = [];
    const stop = await onRevision(reader, (revision) => heard.push(revision));
    await writer.prisma.$transaction(bumpDataRevision);
    await vi.waitFor(() => expect(heard).toEqual([1]), { timeout: 2_000 });

    await writer.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
    await writer.prisma.$transaction(bumpDataRevision);
    await vi.waitFor(() => expect(heard).toEqual([1, 2]), { timeout: 5_000 });
    await writer.prisma.$transaction(bumpDataRevision);
    await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]), { timeout: 2_000 });
    expect(log).toContainEqual(expect.stringContaining('reconnecting'));

    await stop();
    await reader.close();
    await writer.close();
  });
});
