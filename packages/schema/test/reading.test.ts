import { expect, test } from 'vitest';
import { readDate, readNumber, writeDate } from '../src/rules/index.ts';

test.each([
  ['38.212', 38212, 38212, null],
  ['38,212', 38212, 38212, null],
  ['2 700', 2700, 2700, null],
  ['2\u202f700', 2700, 2700, null],
  ["1'234'567", 1234567, 1234567, null],
  ['over 2,000', 2000, 2000, 'OVER'],
  ['More than 2000', 2000, 2000, 'OVER'],
  ['about 1,500', 1500, 1500, 'ABOUT'],
  ['~1500', 1500, 1500, 'ABOUT'],
  ['nearly 900', 900, 900, 'NEARLY'],
  ['up to 900', 0, 900, 'UP_TO'],
  ['at least 40', 40, 40, 'AT_LEAST'],
  ['400+', 400, 400, 'AT_LEAST'],
  ['exactly 32', 32, 32, 'EXACT'],
  ['1.5 million', 1500000, 1500000, null],
  ['over 2 thousand', 2000, 2000, 'OVER'],
  ['1,000–1,500', 1000, 1500, null],
  ['between 32 and 34', 32, 34, null],
  ['about 10 to 20', 10, 20, 'ABOUT'],
  ['0', 0, 0, null],
])('%s is read', (text, low, high, qualifier) => {
  expect(readNumber(text)).toEqual({ number: { low, high, qualifier } });
});

test.each([
  ['', /is empty/],
  ['1.5', /separators/],
  ['1,234.567', /separators/],
  ['12.34.567', /separators/],
  ['0.123', /separators/],
  ['1.2345 thousand', /separators/],
  ['1.0001 million', /separators/],
  ['several hundred', /no number/],
  ['-5', /no number/],
  ['2.7k', /no number/],
  ['=1+1', /no number/],
  ['20-10', /backwards/],
  ['1-2-3', /no number/],
  ['3 million million', /no number/],
  ['5 000 000 000', /too large/],
])('%s is refused', (text, reason) => {
  expect(readNumber(text)).toEqual({ problem: expect.stringMatching(reason) });
});

test.each([
  ['2024', '2024-01-01', 'YEAR'],
  ['2024-09', '2024-09-01', 'MONTH'],
  ['March 2024', '2024-03-01', 'MONTH'],
  ['Sept. 2024', '2024-09-01', 'MONTH'],
  ['9 September 2024', '2024-09-09', 'DAY'],
  ['September 9, 2024', '2024-09-09', 'DAY'],
  ['2024-09-09', '2024-09-09', 'DAY'],
  ['2024-09-09T00:00:00.000Z', '2024-09-09', 'DAY'],
  ['2024-09-09 (month)', '2024-09-09', 'MONTH'],
  ['13/04/2024', '2024-04-13', 'DAY'],
  ['04/13/2024', '2024-04-13', 'DAY'],
  ['03/03/2024', '2024-03-03', 'DAY'],
])('%s is read as a date', (text, date, precision) => {
  expect(readDate(text)).toEqual({ date: { date, precision } });
});

test.each([
  ['03/04/2024', /2024-04-03 or 2024-03-04/],
  ['2024-02-30', /no such day/],
  ['31/04/2024', /no such day/],
  ['09/09/24', /no date/],
  ['next year', /no date/],
  ['1776', /between 1900/],
])('%s is refused as a date', (text, reason) => {
  expect(readDate(text)).toEqual({ problem: expect.stringMatching(reason) });
});

test('what is written of a date is read back', () => {
  for (const precision of ['DAY', 'MONTH', 'YEAR'] as const) {
    for (const date of ['2024-01-01', '2024-09-01', '2024-09-09']) {
      expect(readDate(writeDate({ date, precision }))).toEqual({ date: { date, precision } });
    }
  }
});
