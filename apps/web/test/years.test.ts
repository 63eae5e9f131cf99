import { expect, test } from 'vitest';
import { toYearRows } from '@/features/years/chart-data.ts';
import { makeYearsFile } from '@/features/years/file.ts';
import { describeYears } from '@/features/years/sentences.ts';

const range = (low: number, high: number) => ({ low, high });
const nothing = range(0, 0);
const asOf = '2026-11-23';

const points = [
  {
    start: '2023-02-21',
    end: '2024-01-01',
    pledged: range(5000, 5000),
    due: range(850, 850),
    reported: range(860, 860),
  },
  {
    start: '2024-01-01',
    end: '2025-01-01',
    pledged: range(5000, 9000),
    due: range(1000, 2100),
    reported: range(1840, 1840),
  },
  {
    start: '2025-01-01',
    end: '2026-01-01',
    pledged: range(5000, 9000),
    due: range(1000, 3100),
    reported: nothing,
  },
  {
    start: '2026-01-01',
    end: '2027-01-01',
    pledged: range(5000, 9000),
    due: range(1000, 1000),
    reported: nothing,
  },
  {
    start: '2027-01-01',
    end: '2028-01-01',
    pledged: range(5000, 9000),
    due: range(1000, 1000),
    reported: range(5, 5),
  },
];
const years = {
  points,
  contributions: [],
  assumptions: { knownOn: asOf },
};

test('nothing is null, not zero, and what begins after the day cannot have been reported', () => {
  const rows = toYearRows(points, asOf);
  expect(rows.map(({ year, reported }) => [year, reported])).toEqual([
    [2023, range(860, 860)],
    [2024, range(1840, 1840)],
    [2025, null],
    [2026, null],
    [2027, null],
  ]);
});

test('the sentence names the years of most and counts those of silence', () => {
  expect(describeYears(toYearRows(points, asOf), asOf)).toBe(
    'Spread evenly over their windows: most fell due in 2025: 1,000–3,100 people; most is reported for 2024: 1,840. Of the 3 years that are over and had something due, one has no report.',
  );
  const all = points.map((point) => ({ ...point, reported: nothing }));
  expect(describeYears(toYearRows(all, asOf), asOf)).toContain('none has a report');
  expect(describeYears([], asOf)).toBe(
    'Nothing with a number and a closed window is on record, so no year has a bar.',
  );
});

test('a file has one row a year, empty where the record is silent', () => {
  const file = makeYearsFile({ page: '/providers/china', title: 'China', years, notes: [] });
  expect(file.columns.map(({ name }) => name)).toEqual([
    'start',
    'end',
    'due_low',
    'due_high',
    'pledged_low',
    'pledged_high',
    'reported_low',
    'reported_high',
  ]);
  expect(file.rows[1]).toEqual(['2024-01-01', '2025-01-01', 1000, 2100, 5000, 9000, 1840, 1840]);
  expect(file.rows[2]?.slice(-2)).toEqual([null, null]);
  expect(file.draw?.('wide').stops).toHaveLength(5);
});

test('without a bar there is no chart', () => {
  const empty = { ...years, points: [] };
  const file = makeYearsFile({ page: '/programs/x', title: 'X', years: empty, notes: [] });
  expect(file.draw).toBeNull();
  expect(file.key).toEqual([]);
});
