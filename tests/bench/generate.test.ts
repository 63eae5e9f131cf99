import { expect, test } from 'vitest';
import { openTestDatabase } from '../../prisma/src/testing.ts';
import { findDifference } from './compare.ts';
import { generateRows } from './generate.ts';
import { loadCounts, loadPlaces } from './load.ts';
import { loadSetting } from './places.ts';

const COUNTS = 1_200;
const setting = await loadSetting();

test('the same index gives the same rows, in one piece or in several', () => {
  const whole = generateRows(setting, 0, COUNTS);
  const parts = [generateRows(setting, 0, 500), generateRows(setting, 500, COUNTS)];
  for (const table of Object.keys(whole) as (keyof typeof whole)[]) {
    expect(parts.flatMap((part) => part[table])).toEqual(whole[table]);
    expect(whole[table].length).toBeGreaterThan(0);
  }
  expect(new Set(whole.count.map(({ title }) => title)).size).toBe(COUNTS);
});

test('the database takes every row, with all constraints and references', async () => {
  const database = await openTestDatabase('pglite');
  try {
    await loadPlaces(database, setting);
    await loadCounts(database, setting, 0, COUNTS);
    const [found] = await database.query(`
      SELECT (SELECT count(*) FROM "count") AS counts, (SELECT count(*) FROM country) AS countries,
        (SELECT count(*) FROM program) AS programs,
        (SELECT count(*) FROM "count" WHERE stated_on > known_on) AS known_too_early,
        (SELECT count(*) FROM link JOIN "count" f ON f.id = from_id JOIN "count" t ON t.id = to_id
          WHERE f.kind <> t.kind) AS across_kinds,
        (SELECT count(DISTINCT from_id) + count(DISTINCT to_id) FROM link) AS linked`);
    expect(found).toMatchObject({ counts: COUNTS, countries: 200, programs: 50 });
    expect(found).toMatchObject({ known_too_early: 0, across_kinds: 0 });
    expect(found?.linked).toBeGreaterThanOrEqual(2 * (COUNTS / 300));
    expect(found?.linked).toBeLessThanOrEqual(5 * (COUNTS / 300));
  } finally {
    await database.close();
  }
});

test('answers are told apart where they differ, and not by the order of their names', () => {
  expect(findDifference({ a: 1, b: [2] }, { b: [2], a: 1 })).toBeNull();
  expect(findDifference({ a: [{ low: 5 }] }, { a: [{ low: 7 }] }, 1)).toBe('a.0.low: 5, not 7');
  expect(findDifference({ a: [{ low: 5 }] }, { a: [{ low: 6 }] }, 1)).toBeNull();
  expect(findDifference({ a: null }, {})).toBe('a: in one answer only');
  expect(findDifference({ a: [] }, { a: {} })).toBe('a: [], not {}');
  expect(findDifference({ a: null }, { a: 0 }, 1)).toBe('a: null, not 0');
});
