import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '../src/index.ts';
import type { TestDatabase } from '../src/testing.ts';
import { createBlankPostgres, kinds, openMigrated } from './databases.ts';
import { records } from './records.ts';

const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Asia/Kathmandu'];
const days = ['1969-12-31', '2024-02-29', '2024-03-31', '2011-12-30', '2026-01-01'];

describe.each(kinds)('days on %s', (kind) => {
  let database: TestDatabase;
  const zone = process.env.TZ;
  beforeAll(async () => {
    database = await openMigrated(kind);
    await database.executeScript(records);
  });
  afterAll(async () => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    await database.close();
  });

  test.each(zones)('never shift where the clock is %s', async (tz) => {
    process.env.TZ = tz;
    for (const day of days) {
      const written = new Date(`${day}T00:00:00Z`);
      await database.prisma.count.update({ where: { id: 1 }, data: { knownOn: written } });
      expect((await database.prisma.count.findUniqueOrThrow({ where: { id: 1 } })).knownOn).toEqual(written);
      expect(await database.prisma.count.count({ where: { knownOn: written } })).toBe(1);
      expect(await database.query('SELECT known_on AS day FROM count WHERE id = 1')).toEqual([{ day }]);
      expect(await database.prisma.$queryRaw`SELECT known_on AS day FROM count WHERE id = 1`).toEqual([
        { day: written },
      ]);
    }
  });

  test.each(zones)('moments keep their millisecond where the clock is %s', async (tz) => {
    process.env.TZ = tz;
    const at = new Date('2024-03-31T01:30:00.123Z');
    await database.prisma.count.update({ where: { id: 1 }, data: { updatedAt: at } });
    expect((await database.prisma.count.findUniqueOrThrow({ where: { id: 1 } })).updatedAt).toEqual(at);
    expect(await database.query('SELECT updated_at AS at FROM count WHERE id = 1')).toEqual([{ at }]);
  });

  test('values read past Prisma are alike on both databases', async () => {
    const [row] =
      await database.query(`SELECT 12::bigint AS whole, 1.50::numeric AS exact, '{"a":[1]}'::jsonb AS json,
      DATE '2024-02-29' AS day, TIMESTAMPTZ '2024-02-29 12:00:00+02' AS at, 0.5::float8 AS share, NULL::int AS none`);
    const at = new Date('2024-02-29T10:00:00Z');
    expect(row).toEqual({
      whole: 12,
      exact: '1.50',
      json: { a: [1] },
      day: '2024-02-29',
      at,
      share: 0.5,
      none: null,
    });
    await expect(database.query('SELECT 9007199254740993::bigint')).rejects.toThrow('bigint past 2^53');
  });
});

test.runIf(kinds.includes('postgres'))('a server of another time zone changes nothing', async () => {
  const databaseUrl = await createBlankPostgres();
  const first = await openDatabase({ databaseUrl });
  await migrate(first);
  await first.executeScript(`${records}; DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET TimeZone = %L',
    current_database(), 'Asia/Kolkata'); END $$`);
  await first.close();

  const database = await openDatabase({ databaseUrl });
  const at = new Date('2024-03-31T23:30:00.000Z');
  await database.prisma.count.update({ where: { id: 1 }, data: { updatedAt: at } });
  expect((await database.prisma.count.findUniqueOrThrow({ where: { id: 1 } })).updatedAt).toEqual(at);
  await database.close();
});
