import { expect, test } from 'vitest';
import { writeWindow } from '@/features/count/window-words.ts';

type Dated = Parameters<typeof writeWindow>[0];
type Window = Dated['window'];
const on = (date: string, precision: 'DAY' | 'MONTH' | 'YEAR' = 'DAY') => ({ date, precision });
const make = (window: Partial<Window>, statedOn: Dated['statedOn'] = null, isPromise = true): Dated => ({
  __typename: isPromise ? 'Commitment' : 'ReportedTotal',
  statedOn,
  window: { start: null, end: null, endLatest: null, stated: null, ...window },
});

test('the words stand beside the days, each day with how far it is known', () => {
  const lianyungang = make(
    { start: on('2024-09-09', 'MONTH'), end: on('2025-09-09', 'MONTH'), stated: 'next 12 months' },
    on('2024-09-09'),
  );
  expect(writeWindow(lianyungang)).toEqual({
    stated: '“next 12 months”',
    computed: '9 September 2024 to 9 September 2025, that day not included; both known to the month only',
    assumed: ['that it counts from the day on which it was said'],
  });
});

test('an end that is itself a range is told with its latest day, and neither end is assumed', () => {
  const arab = make({
    start: on('2022-12-09'),
    end: on('2025-12-09', 'MONTH'),
    endLatest: '2027-12-09',
    stated: '"next 3 to 5 years" for the eight joint actions',
  });
  expect(writeWindow(arab)).toEqual({
    stated: '"next 3 to 5 years" for the eight joint actions',
    computed:
      '9 December 2022 (known to the day) to 9 December 2025, that day not included (known to the month only); the end may be as late as 9 December 2027',
    assumed: ['neither end: what is due is computed for both, and totals span the two'],
  });
});

test('a month or a year begins on its first day', () => {
  const asean = make({ start: on('2016-01-01', 'YEAR'), end: on('2021-01-01', 'YEAR') });
  expect(writeWindow(asean).stated).toBe('in no words on record');
  expect(writeWindow(asean).assumed).toEqual(['that 2016 begins on its first day']);
  expect(writeWindow(make({ start: on('2016-09-01', 'MONTH'), end: on('2021-09-01') })).assumed).toEqual([
    'that September 2016 begins on its first day',
  ]);
});

test('a missing day is named, never filled in; what follows differs for promises and reports', () => {
  const open = { start: on('2023-05-19') };
  expect(writeWindow(make(open)).computed).toBe(
    '19 May 2023 (known to the day) to no end, as none is stated',
  );
  expect(writeWindow(make(open)).assumed).toEqual([
    'nothing for the missing day, so nothing falls due by a day',
  ]);
  const byAugust = { end: on('2025-08-01', 'YEAR') };
  expect(writeWindow(make(byAugust, null, false))).toMatchObject({
    computed: 'no start to 1 August 2025, that day not included (known to the year only)',
    assumed: ['nothing for the missing day, so totals leave it out'],
  });
  expect(writeWindow(make({})).computed).toBe('no days: the record gives no dates');
  expect(writeWindow(make({})).assumed).toEqual([]);
});
