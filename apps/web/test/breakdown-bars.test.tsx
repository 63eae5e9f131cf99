import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  type BreakdownBar,
  BreakdownBars,
  type BreakdownBarsData,
  drawBreakdown,
  frameBreakdown,
  listMarks,
} from '@/charts/breakdown-bars/index.ts';
import { round } from '@/charts/people-axis.tsx';
import { measureText } from '@/charts/text.ts';
import { type Variant, variants } from '@/charts/variant.ts';
import { chartBreakdown, describeBreakdown } from '@/features/breakdown/file.ts';

const words = { title: 'By program', description: 'Promised and reported.' };
const exactly = (people: number) => ({ low: people, high: people });

const rows: BreakdownBar[] = [
  {
    key: 'gsi',
    label: 'Global Security Initiative',
    pledged: exactly(5000),
    reported: null,
    href: '/programs/gsi',
  },
  { key: 'sco', label: 'SCO', pledged: { low: 2000, high: 4000 }, reported: exactly(2000) },
  {
    key: 'pacific',
    label: 'Pacific Regional Policing Initiative',
    pledged: { low: 0, high: 4500 },
    reported: null,
  },
  { key: null, label: 'No program named', pledged: null, reported: { low: 20, high: 34 } },
];
const data: BreakdownBarsData = { rows, isAdditive: false };

function draw(shown: BreakdownBarsData, variant: Variant = 'wide'): string {
  return renderToStaticMarkup(<BreakdownBars id="by" data={shown} words={words} variant={variant} />);
}

function row(svg: string, key: string): string {
  return new RegExp(`<g data-row="${key}".*?(?=<g data-row|</svg>)`).exec(svg)?.[0] ?? '';
}

test.each(variants)('the picture, %s', (variant) => {
  expect(draw(data, variant).replaceAll('><', '>\n<')).toMatchSnapshot();
});

test('bars are solid to the low end and hatched from there to the high end', () => {
  const { x, left } = frameBreakdown(data, 'wide');
  const sco = row(draw(data), 'sco');
  expect(sco).toMatch(new RegExp(`data-end="low" x="${left}"[^>]*width="${round(x(2000) - left)}"`));
  expect(sco).toMatch(new RegExp(`data-end="high" x="${x(2000)}"[^>]*width="${round(x(4000) - x(2000))}"`));
  expect(row(draw(data), 'gsi')).not.toContain('data-end="high"');
  expect(row(draw(data), 'pacific')).not.toContain('data-end="low"');
});

test('what nobody reported or promised has no bar', () => {
  expect(row(draw(data), 'gsi')).not.toContain('data-bar="reported"');
  expect(row(draw(data), '')).not.toContain('data-bar="pledged"');
  expect(row(draw(data), '')).toContain('No program named');
});

test('it tells that rows overlap, and does not where they add up', () => {
  expect(draw(data)).toContain('Rows overlap, so they do not add up.');
  expect(draw({ rows, isAdditive: true })).not.toContain('Rows overlap');
});

test.each(variants)('rows do not overlap and numbers stay in the picture (%s)', (variant) => {
  const frame = frameBreakdown(data, variant);
  for (const [i, { bars }] of frame.rows.entries()) {
    const next = frame.rows[i + 1];
    for (const { y, high } of bars) {
      expect(high).toBeLessThanOrEqual(frame.right);
      expect(y + 9).toBeLessThan(next ? next.top : frame.bottom);
    }
  }
});

test('the key holds the marks that are drawn', () => {
  expect(listMarks(rows).map(({ mark }) => mark)).toEqual(['at-least', 'at-most', 'reported', 'may-report']);
  expect(listMarks(rows.slice(0, 1)).map(({ mark }) => mark)).toEqual(['at-least']);
});

test('stops stand in one line, so that a pointer picks the row that it is level with', () => {
  const { stops } = drawBreakdown({ id: 'by', data, words })('medium');
  expect(new Set(stops.map(({ x }) => x)).size).toBe(1);
  expect(stops[0]).toMatchObject({ id: 'gsi', href: '/programs/gsi' });
  expect(stops[0]?.lines.map(({ text }) => text)).toEqual(['promised 5,000', 'no report with a number']);
});

test('the sentence names the largest, and never the row without a name', () => {
  expect(describeBreakdown(rows, 'program', false)).toBe(
    'Of 3 programs with a number, Global Security Initiative has the largest promise, 5,000 people; SCO the largest report, 2,000. One has both a promise and a report. Rows overlap, so they must not be added.',
  );
  expect(describeBreakdown([], 'program', true)).toBe('No program has a promise or a report with a number.');
});

test('a chart holds the rows with numbers alone, at most fifteen; its notes tell of the rest', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({
    key: `p${i}`,
    label: `Program ${i}`,
    pledged: exactly(i),
    reported: exactly(0),
  }));
  const chart = chartBreakdown({
    id: 'by',
    title: 'By program',
    one: 'program',
    rows: many,
    isAdditive: true,
    hrefOf: (key) => `/programs/${key}`,
  });
  expect(chart.notes).toEqual(['the 15 with the largest numbers; 4 more in the table']);
  expect(chart.draw?.('wide').stops).toHaveLength(15);
  expect(
    chartBreakdown({ ...{ id: 'by', title: '', one: 'program', isAdditive: true }, rows: [], hrefOf: String })
      .draw,
  ).toBeNull();
});

test('numbers of the axis do not touch one another, and the last names the unit', () => {
  const wide = { pledged: { low: 2010, high: 36530 }, reported: null };
  const { ticks, x, font } = frameBreakdown(
    { rows: [{ key: 'a', label: 'A', ...wide }], isAdditive: true },
    'narrow',
  );
  const told = ticks.flatMap(({ people, label }) =>
    label ? [{ at: x(people), half: measureText(label, font) / 2, label }] : [],
  );
  expect(told.at(-1)?.label).toBe('40,000 people');
  for (const [i, { at, half }] of told.entries()) {
    const next = told[i + 1];
    if (i > 0 && next) expect(at + half).toBeLessThan(next.at - next.half);
  }
});
