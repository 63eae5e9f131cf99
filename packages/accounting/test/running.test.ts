import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalAt, totalsUntil } from '../src/index.ts';
import { days, figure, fullRecords, isClose, LAST_DAY, schedules } from './records.ts';

describe('totals until several days', () => {
  it('are the total of each of them, in the order in which they were asked for', () => {
    const asked = fc.record({ dates: fc.array(days, { minLength: 1, maxLength: 6 }), schedule: schedules });
    fc.assert(
      fc.property(fullRecords, asked, ({ figures, links }, { dates, schedule }) => {
        const from = dates.toSorted()[0] ?? '';
        const options = { from, schedule, knownOn: LAST_DAY };
        const ranges = totalsUntil(figures, links, { ...options, ends: dates });
        expect(ranges).toHaveLength(dates.length);
        for (const [index, at] of dates.entries()) {
          const range = ranges[index];
          expect(range && isClose(range, totalAt(figures, links, { ...options, at }))).toBe(true);
        }
      }),
    );
  });

  it('refuse a day before the first', () => {
    const options = { from: '2024-07-01', schedule: 'EVEN', knownOn: LAST_DAY } as const;
    expect(totalsUntil([figure('a', 10)], [], { ...options, ends: [] })).toEqual([]);
    expect(() => totalsUntil([figure('a', 10)], [], { ...options, ends: ['2024-06-30'] })).toThrow(
      /from is after its end/,
    );
  });
});
