import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../src/testing.ts';
import { kinds, openMigrated } from './databases.ts';
import { records } from './records.ts';

describe.each(kinds)('joins on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openMigrated(kind);
    await database.executeScript(records);
  });
  afterAll(() => database.close());

  const findCounts = (strategy: 'join' | 'query') =>
    database.prisma.count.findMany({
      relationLoadStrategy: strategy,
      orderBy: [{ statedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
      take: 50,
      include: {
        program: true,
        providers: { include: { provider: { include: { country: true } } }, orderBy: { position: 'asc' } },
        recipients: { include: { country: { include: { memberships: true } }, group: true } },
        claims: { include: { source: true } },
        linksTo: { include: { from: true } },
        otherFigures: true,
      },
    });

  test('a list with seven relations is one statement, and tells the same as many', async () => {
    const statements: string[] = [];
    const stop = database.onStatement(({ sql }) => statements.push(sql));
    const joined = await findCounts('join');
    expect(statements).toHaveLength(1);

    const queried = await findCounts('query');
    stop();
    expect(statements.length).toBeGreaterThan(7);
    expect(joined).toEqual(queried);
    expect(joined[0]?.providers[0]?.provider.country?.name).toBe('China');
    expect(joined[0]?.linksTo[0]?.from.knownOn).toEqual(new Date('2024-09-09T00:00:00Z'));
    expect(joined[0]?.otherFigures[0]?.value).toBe(9007199254740993n);
  });

  test('a listener that stopped hears nothing more', async () => {
    const statements: string[] = [];
    const stop = database.onStatement(({ sql }) => statements.push(sql));
    await database.query('SELECT 1');
    stop();
    await database.query('SELECT 2');
    expect(statements).toEqual(['SELECT 1']);
  });
});
