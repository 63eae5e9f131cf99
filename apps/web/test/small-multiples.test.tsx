import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  drawMultiples,
  framePanels,
  type Panel,
  SmallMultiples,
  type SmallMultiplesData,
} from '@/charts/small-multiples/index.ts';
import { type Variant, variants } from '@/charts/variant.ts';

const words = { title: 'Side by side', description: 'Two providers.' };
const nobody = { low: 0, high: 0 };
const exactly = (people: number) => ({ low: people, high: people });
const asOf = '2026-11-23';

const promising: Panel = {
  id: 'china',
  label: 'China',
  href: '/providers/china',
  lastReport: '2024-09-09',
  points: [
    { on: '2023-01-01', pledged: nobody, due: nobody, reported: nobody },
    {
      on: '2024-01-01',
      pledgedOn: '2023-02-21',
      pledged: exactly(5000),
      due: exactly(850),
      reported: exactly(860),
    },
    {
      on: '2025-01-01',
      pledged: { low: 5000, high: 9000 },
      due: { low: 1850, high: 2950 },
      reported: exactly(2700),
    },
    { on: asOf, pledged: { low: 5000, high: 9000 }, due: { low: 3760, high: 7500 }, reported: exactly(2700) },
    {
      on: '2028-03-01',
      pledged: { low: 5000, high: 9000 },
      due: { low: 5000, high: 9000 },
      reported: exactly(2700),
    },
  ],
};
const reporting: Panel = {
  id: 'united-states',
  label: 'United States',
  lastReport: null,
  points: [
    { on: '2024-01-01', pledged: nobody, due: nobody, reported: nobody },
    { on: asOf, pledged: nobody, due: nobody, reported: nobody },
  ],
};
const data: SmallMultiplesData = {
  panels: [promising, reporting],
  from: '2023-01-01',
  to: '2029-01-01',
  asOf,
  asOfLabel: 'as known today',
};

function draw(shown: SmallMultiplesData, variant: Variant = 'wide'): string {
  return renderToStaticMarkup(<SmallMultiples id="compared" data={shown} words={words} variant={variant} />);
}

function panel(svg: string, id: string): string {
  return new RegExp(`<g data-panel="${id}".*?(?=<g data-panel|</svg>)`).exec(svg)?.[0] ?? '';
}

test.each(variants)('the picture, %s', (variant) => {
  expect(draw(data, variant).replaceAll('><', '>\n<')).toMatchSnapshot();
});

test('all panels have one scale of people, and one line of time', () => {
  const [first, second] = framePanels(data, 'wide').panels;
  if (!first || !second) throw new Error('a panel is missing');
  expect(second.scale.max).toBe(first.scale.max);
  expect(first.scale.max).toBeGreaterThanOrEqual(9000);
  expect(second.x(asOf) - second.plot.left).toBeCloseTo(first.x(asOf) - first.plot.left, 0);
});

test('what nobody promised or reported is not drawn, and said in words', () => {
  const empty = panel(draw(data), 'united-states');
  for (const part of ['pledged', 'due', 'reported']) expect(empty).not.toContain(`data-part="${part}"`);
  expect(empty).toContain('nothing due with a number');
  expect(empty).toContain('no report with a number');
});

test('the band covers low to high, broken after the day; the line ends with the last report', () => {
  const [first] = framePanels(data, 'wide').panels;
  if (!first) throw new Error('a panel is missing');
  const drawn = panel(draw(data), 'china');
  const at = first.x(asOf);
  const bands = drawn.match(/data-band="" d="([^"]+)"/g) ?? [];
  for (const band of bands.slice(0, 2)) {
    expect(band).toContain(`${at} ${first.scale.y(3760)}`);
    expect(band).toContain(`${at} ${first.scale.y(7500)}`);
  }
  expect(drawn).toMatch(/data-when="future" stroke-dasharray="3 3"/);
  const y = first.scale.y(2700);
  expect(drawn).toContain(`data-silence="" d="M${first.x('2024-09-09')} ${y}L${at} ${y}"`);
});

test('a promise steps up on the day it is made', () => {
  const [first] = framePanels(data, 'wide').panels;
  if (!first) throw new Error('a panel is missing');
  const x = first.x('2023-02-21');
  expect(panel(draw(data), 'china')).toContain(`L${x} ${first.scale.y(0)}L${x} ${first.scale.y(5000)}`);
});

test.each(variants)('six panels neither touch nor leave the picture (%s)', (variant) => {
  const panels = Array.from({ length: 6 }, (_, i) => ({
    ...promising,
    id: `p${i}`,
    label: `A program whose name is as long as that of the academy number ${i}`,
  }));
  const frame = framePanels({ ...data, panels }, variant);
  for (const [i, a] of frame.panels.entries()) {
    expect(a.plot.right).toBeLessThanOrEqual(frame.width + 0.1);
    expect(a.plot.bottom).toBeLessThan(frame.height);
    for (const b of frame.panels.slice(i + 1)) {
      const isApart = a.plot.right < b.plot.left || a.plot.bottom + 20 < b.top;
      expect(isApart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
});

test('stops go panel by panel, few enough to travel, each to its page', () => {
  const long = {
    ...promising,
    points: Array.from({ length: 60 }, (_, i) => ({
      ...(promising.points[0] ?? { pledged: nobody, due: nobody, reported: nobody }),
      on: `${1970 + i}-01-01`,
    })),
  };
  const { stops } = drawMultiples({ id: 'compared', data: { ...data, panels: [long, reporting] }, words })(
    'wide',
  );
  expect(stops.filter(({ id }) => id.startsWith('china')).length).toBeLessThanOrEqual(13);
  expect(stops[0]?.href).toBe('/providers/china');
  expect(stops.at(-1)).toMatchObject({ label: 'United States, 23 November 2026' });
  expect(stops.at(-1)?.lines.map(({ text }) => text)).toEqual([
    'nothing due',
    'nothing reported',
    'nothing promised',
  ]);
});

test('names of panels are links on pages, and not in files', () => {
  expect(draw(data)).not.toContain('<a ');
  const page = draw({ ...data, hasLinks: true });
  expect(page).toContain('<a href="/providers/china"><text');
  expect(page).toContain('role="group"');
});
