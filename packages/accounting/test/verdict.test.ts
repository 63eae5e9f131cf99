import { describe, expect, it } from 'vitest';
import { gapOf, verdictOf } from '../src/index.ts';

const due = { low: 100, high: 200 };

it('the gap runs from the least due less the most reported to the most due less the least reported', () => {
  expect(gapOf(due, { low: 30, high: 120 })).toEqual({ low: -20, high: 170 });
});

describe('with a report', () => {
  const judge = (low: number, high: number) =>
    verdictOf({ due, reported: { low, high }, hasReport: true, windowEnd: '2025-01-01', at: '2024-06-01' });

  it.each([
    [200, 200, 'MET'],
    [199, 300, 'INDETERMINATE'],
    [0, 100, 'INDETERMINATE'],
    [0, 99, 'BEHIND'],
  ])('%d–%d of 100–200 is %s', (low, high, verdict) => {
    expect(judge(low, high)).toEqual({ verdict, days: null });
  });
});

describe('without a report', () => {
  const judge = (at: string) =>
    verdictOf({ due, reported: { low: 0, high: 0 }, hasReport: false, windowEnd: '2025-01-01', at });

  it('a window that runs accuses nobody', () => {
    expect(judge('2024-12-31')).toEqual({ verdict: 'RUNNING', days: 1 });
    expect(judge('2024-01-01')).toEqual({ verdict: 'RUNNING', days: 366 });
  });

  it('a window that closed counts the days of silence', () => {
    expect(judge('2025-01-01')).toEqual({ verdict: 'UNREPORTED', days: 0 });
    expect(judge('2025-03-01')).toEqual({ verdict: 'UNREPORTED', days: 59 });
  });
});

it.each([true, false])('an open window runs (reported: %s)', (hasReport) => {
  const reported = { low: 5, high: 5 };
  expect(verdictOf({ due, reported, hasReport, windowEnd: null, at: '2025-01-01' })).toEqual({
    verdict: 'RUNNING',
    days: null,
  });
});
