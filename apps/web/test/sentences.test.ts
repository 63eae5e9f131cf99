import { expect, test } from 'vitest';
import { describeChart, describeGap, describeVoices, writeHeadline } from '@/features/overview/sentences.ts';
import { defaultView, type View } from '@/features/overview/view.ts';

const nobody = { low: 0, high: 0 };
const names = { provider: 'China', recipients: null, program: null };
const totals = { pledged: { low: 27_000, high: 37_500 }, reported: { low: 9500, high: 9500 } };

function headline(
  change: Partial<View> = {},
  input: Partial<Parameters<typeof writeHeadline>[0]> = {},
): string {
  const pieces = writeHeadline({ view: { ...defaultView, ...change }, names, totals, since: 2016, ...input });
  return pieces.map(({ text }) => text).join('');
}

test('the headline of the default view', () => {
  expect(headline()).toBe(
    'China has promised to train 27,000–37,500 foreign police since 2016. 9,500 are reported since 2015.',
  );
});

test('other filters change its words', () => {
  expect(headline({ provider: null }, { names: { ...names, provider: null } })).toMatch(
    /^Providers on record have promised to train /,
  );
  expect(headline({ audience: 'military' })).toContain('foreign soldiers since 2016');
  expect(
    headline(
      { recipients: 'SLB', program: 'x' },
      { names: { ...names, recipients: 'Solomon Islands', program: 'FOCAC' } },
    ),
  ).toContain('police from Solomon Islands under FOCAC since');
  expect(headline({ known: '2024-09-09' })).toBe(
    'By 9 September 2024 China had promised to train 27,000–37,500 foreign police since 2016. 9,500 were reported since 2015.',
  );
  expect(headline({ known: '2024-09-09', provider: null }, { names: { ...names, provider: null } })).toMatch(
    /^By 9 September 2024 providers on record had promised/,
  );
});

test('points, possible amounts, single people and nothing', () => {
  const point = { low: 3000, high: 3000 };
  expect(headline({}, { totals: { pledged: point, reported: { low: 1, high: 1 } } })).toContain(
    'train 3,000 foreign police since 2016. 1 is reported since 2015.',
  );
  expect(
    headline({}, { totals: { pledged: { low: 0, high: 28_000 }, reported: { low: 0, high: 400 } } }),
  ).toBe(
    'China has promised to train up to 28,000 foreign police since 2016. Up to 400 are reported since 2015.',
  );
  expect(headline({}, { totals: { pledged: nobody, reported: nobody }, since: null })).toBe(
    'China has made no promise with a number to train foreign police. No report with a number and a window is on record.',
  );
  expect(headline({}, { totals: { pledged: nobody, reported: point }, since: null })).toMatch(
    /foreign police\. 3,000 are reported since 2015\.$/,
  );
});

test('the chart in words', () => {
  const asOf = '2026-11-23';
  const due = { low: 26_100, high: 35_500 };
  const reported = { low: 9500, high: 9500 };
  expect(
    describeChart({
      asOf,
      pledged: due,
      due,
      reported,
      gap: { low: 16_600, high: 26_000 },
      daysSinceLastReport: 805,
    }),
  ).toBe(
    'Up to 23 November 2026, between 26,100 and 35,500 people were due to be trained. Reports account for 9,500; ' +
      'the last that counts here was given on 9 September 2024, 805 days before. ' +
      '16,600–26,000 are not accounted for, which is not the same as not trained.',
  );
  const empty = {
    asOf,
    pledged: nobody,
    due: nobody,
    reported: nobody,
    gap: nobody,
    daysSinceLastReport: null,
  };
  expect(describeChart(empty)).toContain('nothing fell due and nothing is reported');
  expect(describeChart({ ...empty, due, gap: due })).toContain(
    'No report with a number and a window accounts for any of them.',
  );
  expect(describeChart({ ...empty, due: { low: 1, high: 1 }, gap: { low: 1, high: 1 } })).toContain(
    '1 person was due',
  );
});

test('gaps and voices blame nobody', () => {
  expect(describeGap({ low: -20, high: 0 })).toBe('Reports cover all that was due.');
  expect(describeGap({ low: -20, high: 50 })).toContain('may cover all that was due, or be 50 short');
  expect(describeVoices([])).toContain('no total');
  expect(describeVoices([{ voice: 'PROVIDER' }, { voice: 'RECIPIENT' }])).toBe(
    '2 totals, 1 of them told by the provider itself',
  );
});
