import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, series, totalAt } from '../src/index.ts';
import {
  dayAfter,
  days,
  figure,
  figureLists,
  fullRecords,
  isClose,
  LAST_DAY,
  schedules,
  sumRanges,
} from './records.ts';

const bucketsOf = (from: string, to: string, interval: Interval) =>
  series([], [], { from, to, interval, schedule: 'EVEN', knownOn: from }).map(({ start, end }) => [
    start,
    end,
  ]);

describe('buckets', () => {
  it('run to the next boundary, then by whole intervals, and are cut at the end', () => {
    expect(bucketsOf('2023-11-15', '2024-03-10', 'MONTH')).toEqual([
      ['2023-11-15', '2023-12-01'],
      ['2023-12-01', '2024-01-01'],
      ['2024-01-01', '2024-02-01'],
      ['2024-02-01', '2024-03-01'],
      ['2024-03-01', '2024-03-10'],
    ]);
    expect(bucketsOf('2023-11-15', '2024-04-01', 'QUARTER')).toEqual([
      ['2023-11-15', '2024-01-01'],
      ['2024-01-01', '2024-04-01'],
    ]);
    expect(bucketsOf('2024-01-01', '2025-06-01', 'YEAR')).toEqual([
      ['2024-01-01', '2025-01-01'],
      ['2025-01-01', '2025-06-01'],
    ]);
  });

  it('are one when no boundary lies between, and none over no days', () => {
    expect(bucketsOf('2024-02-02', '2024-02-28', 'MONTH')).toEqual([['2024-02-02', '2024-02-28']]);
    expect(bucketsOf('2024-02-02', '2024-02-02', 'YEAR')).toEqual([]);
  });
});

const spans = fc
  .record({
    one: days,
    other: days,
    interval: fc.constantFrom<Interval>('YEAR', 'QUARTER'),
    schedule: schedules,
  })
  .map(({ one, other, ...rest }) => ({
    ...rest,
    from: one < other ? one : other,
    to: one < other ? other : one,
    knownOn: LAST_DAY,
  }));

it('each bucket is its own total, and cumulative the total since the start of the series', () => {
  fc.assert(
    fc.property(fullRecords, spans, ({ figures, links }, { from, to, interval, schedule, knownOn }) => {
      for (const point of series(figures, links, { from, to, interval, schedule, knownOn })) {
        const { start, end, range, cumulative } = point;
        const own = totalAt(figures, links, { from: start, at: end, schedule, knownOn });
        expect(isClose(range, own)).toBe(true);
        expect(isClose(cumulative, totalAt(figures, links, { from, at: end, schedule, knownOn }))).toBe(true);
      }
    }),
  );
});

it('cumulative never falls', () => {
  fc.assert(
    fc.property(fullRecords, spans, ({ figures, links }, options) => {
      let before = { low: 0, high: 0 };
      for (const { cumulative } of series(figures, links, options)) {
        expect(cumulative.low).toBeGreaterThanOrEqual(before.low - 1e-9);
        expect(cumulative.high).toBeGreaterThanOrEqual(before.high - 1e-9);
        before = cumulative;
      }
    }),
  );
});

it('without links, buckets add up to the cumulative', () => {
  fc.assert(
    fc.property(figureLists(), spans, (figures, options) => {
      const points = series(figures, [], options);
      for (const [index, { cumulative }] of points.entries()) {
        const sum = sumRanges(points.slice(0, index + 1).map(({ range }) => range));
        expect(isClose(sum, cumulative)).toBe(true);
      }
    }),
  );
});

it('leaves out what fell due before the series began', () => {
  const options = { from: '2024-07-01', to: '2025-01-01', interval: 'YEAR', schedule: 'EVEN' } as const;
  const [point] = series([figure('a', 366)], [], { ...options, knownOn: '2024-01-01' });
  expect(point?.cumulative.low).toBeCloseTo(184, 9);
});

it('adds a hundred thousand shares up to whole people', () => {
  const calendar = Array.from({ length: 1_800 }, (_, day) => dayAfter(day));
  const figures = Array.from({ length: 100_000 }, (_, index) => {
    const [start = '', end = ''] = [calendar[index % 1_000], calendar[(index % 1_000) + 3 + (index % 701)]];
    return figure(`f${index}`, 20_000 + (index % 7_919), undefined, { window: { start, end } });
  });
  const whole = figures.reduce((sum, { quantity }) => sum + quantity.low, 0);
  const span = { from: dayAfter(0), to: dayAfter(1_800), interval: 'MONTH' } as const;
  const last = series(figures, [], { ...span, schedule: 'EVEN', knownOn: LAST_DAY }).at(-1);
  expect(Math.abs((last?.cumulative.low ?? 0) - whole)).toBeLessThan(1e-6);
});
