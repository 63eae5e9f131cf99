import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  drawPairs,
  framePairs,
  listMarks,
  PairedBars,
  type PairedBarsData,
} from '@/charts/paired-bars/index.ts';
import { placeBars, placeLabels } from '@/charts/paired-bars/labels.ts';
import { boxesOverlap } from '@/charts/text.ts';
import { type Variant, variants } from '@/charts/variant.ts';

const words = { title: 'Due and reported', description: 'Year by year.' };
const exactly = (people: number) => ({ low: people, high: people });

const data: PairedBarsData = {
  asOf: '2026-11-23',
  asOfLabel: 'as known today',
  years: [
    { year: 2023, due: exactly(850), reported: exactly(860) },
    { year: 2024, due: { low: 1000, high: 2100 }, reported: { low: 1800, high: 1840 } },
    { year: 2025, due: { low: 1000, high: 3100 }, reported: null },
    { year: 2026, due: exactly(1000), reported: null },
    { year: 2027, due: { low: 0, high: 1000 }, reported: null },
  ],
};

function draw(shown: PairedBarsData, variant: Variant = 'wide'): string {
  return renderToStaticMarkup(<PairedBars id="years" data={shown} words={words} variant={variant} />);
}

function bar(svg: string, side: string, year: number): string {
  return (
    new RegExp(`<g data-bar="${side}" data-year="${year}".*?(?=<g data-bar|<g data-part)`).exec(svg)?.[0] ??
    ''
  );
}

test.each(variants)('the picture, %s', (variant) => {
  expect(draw(data, variant).replaceAll('><', '>\n<')).toMatchSnapshot();
});

test('a bar reaches to the low end, its whisker to the high end', () => {
  const { scale, plot } = framePairs(data, 'wide');
  const due = bar(draw(data), 'due', 2024);
  const height = Math.round((plot.bottom - scale.y(1000)) * 10) / 10;
  expect(due).toContain(`y="${scale.y(1000)}" width="24.8" height="${height}"`);
  expect(due).toContain(`y1="${scale.y(1000)}" y2="${scale.y(2100)}"`);
  expect(bar(draw(data), 'due', 2023)).not.toContain('data-whisker');
});

test('what may be nothing at all is a whisker without a bar', () => {
  const due = bar(draw(data), 'due', 2027);
  expect(due).toContain('data-whisker');
  expect(due).not.toContain('<rect');
});

test('a year without a report has no bar for it', () => {
  const svg = draw(data);
  expect(bar(svg, 'reported', 2024)).toContain('<rect');
  for (const year of [2025, 2026, 2027]) expect(bar(svg, 'reported', year)).toBe('');
});

test('years that are not over are hollow and broken; those that are over are hatched', () => {
  const svg = draw(data);
  expect(bar(svg, 'due', 2025)).toContain('data-when="over"');
  expect(bar(svg, 'due', 2025)).toContain('fill="url(#years-wide-hatch)"');
  expect(bar(svg, 'due', 2026)).toContain('data-when="open"');
  expect(bar(svg, 'due', 2026)).toMatch(/fill="none"[^>]*stroke-dasharray="3 3"/);
});

test.each(variants)('numbers cover neither bars nor one another, and stay in the picture (%s)', (variant) => {
  const many: PairedBarsData = {
    ...data,
    years: Array.from({ length: 40 }, (_, i) => ({
      year: 1990 + i,
      due: { low: 100 * (i % 7), high: 130 * (i % 7) + 10 },
      reported: i % 3 === 0 ? exactly(77 * (i % 5) + 1) : null,
    })),
  };
  const frame = framePairs(many, variant);
  const bars = placeBars(many, frame);
  const labels = placeLabels(bars, frame, []);
  expect(labels.length).toBeGreaterThan(0);
  for (const [i, label] of labels.entries()) {
    expect(label.left).toBeGreaterThanOrEqual(0);
    expect(label.right).toBeLessThanOrEqual(frame.width);
    for (const other of labels.slice(i + 1)) expect(boxesOverlap(label, other)).toBe(false);
    for (const { left, right, high } of bars)
      expect(boxesOverlap(label, { left, right, top: high, bottom: frame.plot.bottom })).toBe(false);
  }
});

test('bars of one year stand beside each other within it', () => {
  for (const variant of variants) {
    const frame = framePairs(data, variant);
    for (const { year, left, right } of placeBars(data, frame)) {
      expect(left).toBeGreaterThanOrEqual(frame.x(year));
      expect(right).toBeLessThanOrEqual(frame.x(year) + frame.slot);
    }
  }
});

test('the key holds the marks that are drawn, and no others', () => {
  expect(listMarks(data).map(({ mark }) => mark)).toEqual(['due', 'reported', 'whisker', 'to-come']);
  const past = { ...data, years: data.years.slice(0, 1) };
  expect(listMarks(past).map(({ mark }) => mark)).toEqual(['due', 'reported']);
});

test('a reader stops at each year that holds something, and hears where nobody reports', () => {
  const silent = { ...data, years: [{ year: 2022, due: null, reported: null }, ...data.years] };
  const { stops } = drawPairs({ id: 'years', data: silent, words, hrefOf: () => '/providers/china' })(
    'narrow',
  );
  expect(stops.map(({ id }) => id)).toEqual(['2023', '2024', '2025', '2026', '2027']);
  expect(stops[2]?.lines.map(({ text }) => text)).toEqual(['due 1,000–3,100', 'nothing reported']);
  expect(stops[3]?.label).toBe('2026, not over');
  expect(stops[3]?.lines[1]?.text).toBe('nothing reported yet');
});
