import { expect, test } from 'vitest';
import { writeCsv } from '@/text/csv.ts';
import {
  describeVerdict,
  formatDate,
  formatDays,
  formatDuration,
  formatNumber,
  formatRange,
  formatRangeOrNone,
  formatRecipients,
  formatWindow,
} from '@/text/index.ts';

test('ranges keep both ends, and print equal ends once', () => {
  expect(formatRange({ low: 5000, high: 9000 })).toBe('5,000–9,000');
  expect(formatRange({ low: 2700, high: 2700 })).toBe('2,700');
  expect(formatRange({ low: 0, high: 0 })).toBe('0');
  expect(formatRange({ low: -200, high: 300 })).toBe('−200 to 300');
  expect(formatRangeOrNone(null)).toBe('—');
  expect(formatNumber(37_500)).toBe('37,500');
});

test('dates are never finer than their precision', () => {
  expect(formatDate({ date: '2024-09-09', precision: 'DAY' })).toBe('9 September 2024');
  expect(formatDate({ date: '2024-09-01', precision: 'MONTH' })).toBe('September 2024');
  expect(formatDate({ date: '2024-01-01', precision: 'YEAR' })).toBe('2024');
});

test.each([
  [{ start: day('2024-09-09'), end: day('2025-09-09') }, 'Sept 2024 – Sept 2025'],
  [{ start: year('2016-01-01'), end: year('2018-01-01') }, '2016–2017'],
  [{ start: year('2016-01-01'), end: year('2017-01-01') }, '2016'],
  [{ start: day('2017-05-03'), end: day('2017-05-15') }, '3–14 May 2017'],
  [{ start: day('2019-11-28'), end: day('2019-11-29') }, '28 Nov 2019'],
  [{ start: month('2024-01-01'), end: month('2024-04-01') }, 'Jan–March 2024'],
  [{ start: day('2024-09-09'), end: null }, 'since 9 Sept 2024'],
  [{ start: null, end: month('2025-10-01') }, 'until Sept 2025'],
  [{ start: null, end: null }, 'no window stated'],
])('windows end on their last day: %#', (window, words) => {
  expect(formatWindow(window)).toBe(words);
});

test('durations use the largest honest word', () => {
  expect(formatDays(1)).toBe('1 day');
  expect(formatDays(1519)).toBe('1,519 days');
  expect(formatDuration(456)).toBe('15 months');
  expect(formatDuration(1519)).toBe('4 years');
});

test('recipients say how far they are named', () => {
  const country = (name: string) => ({ country: { name } });
  expect(formatRecipients({ recipientScope: 'UNSPECIFIED', recipients: [] })).toBe('Not stated');
  expect(formatRecipients({ recipientScope: 'GROUP', recipients: [{ group: { name: 'Africa' } }] })).toBe(
    'Africa, no split',
  );
  expect(
    formatRecipients({
      recipientScope: 'NAMED',
      recipients: ['Kenya', 'Uganda', 'Mali', 'Chad'].map(country),
    }),
  ).toBe('Kenya, Uganda and 2 more');
});

test('CSV quotes what must be quoted, and leaves the missing empty', () => {
  expect(writeCsv([['a,b', 'say "so"', 'two\nlines', null, 0, true]])).toBe(
    '"a,b","say ""so""","two\nlines",,0,true\r\n',
  );
  expect(writeCsv([['=1+1', -5]])).toBe("'=1+1,-5\r\n");
});

function day(date: string) {
  return { date, precision: 'DAY' as const };
}
function month(date: string) {
  return { date, precision: 'MONTH' as const };
}
function year(date: string) {
  return { date, precision: 'YEAR' as const };
}

test('an end that is itself a range shows both ends, and what is left is at most', () => {
  const window = {
    start: { date: '2022-12-09', precision: 'DAY' as const },
    end: { date: '2025-12-09', precision: 'MONTH' as const },
    endLatest: '2027-12-09',
  };
  expect(formatWindow(window)).toBe('Dec 2022 – Dec 2025, or up to Dec 2027');
  const standing = { verdict: 'RUNNING' as const, days: 379, due: null, reported: { low: 0, high: 0 } };
  const judged = { status: 'ANNOUNCED' as const, standing };
  expect(describeVerdict({ ...judged, window }).detail).toBe('at most 379 days left');
  expect(describeVerdict({ ...judged, window: { endLatest: null } }).detail).toBe('379 days left');
});
