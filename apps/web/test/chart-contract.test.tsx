import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { drawGraph } from '@/charts/box-graph/index.ts';
import { drawBreakdown } from '@/charts/breakdown-bars/index.ts';
import type { DrawChart } from '@/charts/drawing.ts';
import { buildLineage } from '@/charts/lineage/index.ts';
import { drawPairs } from '@/charts/paired-bars/index.ts';
import { drawMultiples } from '@/charts/small-multiples/index.ts';
import { drawTimeline } from '@/charts/step-timeline/index.ts';
import { variants, variantWidths } from '@/charts/variant.ts';
import { fixRoles } from '@/files/colours.ts';

const words = { title: 'A chart', description: 'In a sentence.' };
const asOf = '2026-11-23';
const range = (low: number, high: number) => ({ low, high });
const point = (on: string, people: number) => ({
  on,
  pledged: range(people, 2 * people),
  due: range(people, people + 5),
  reported: range(people / 2, people),
});
const box = (id: string) => ({ id, figure: null, words: id, href: `/sources/${id}`, tone: 'plain' as const });
const window = { start: { date: '2024-09-09', precision: 'DAY' as const }, end: null };
const lane = {
  figure: '9 people',
  words: 'A lane',
  href: '/',
  window,
  when: null,
  size: 9,
  statedOn: '2024-09-09',
};

const charts: [string, DrawChart][] = [
  [
    'paired bars',
    drawPairs({
      id: 'pairs',
      data: {
        asOf,
        asOfLabel: 'as known today',
        years: [{ year: 2024, due: range(5, 9), reported: range(1, 2) }],
      },
      words,
      hrefOf: () => undefined,
    }),
  ],
  [
    'breakdown bars',
    drawBreakdown({
      id: 'rows',
      data: {
        isAdditive: false,
        rows: [{ key: 'a', label: 'A', pledged: range(5, 9), reported: range(1, 2) }],
      },
      words,
    }),
  ],
  [
    'small multiples',
    drawMultiples({
      id: 'panels',
      data: {
        panels: ['a', 'b'].map((id) => ({
          id,
          label: id,
          lastReport: '2025-01-01',
          points: [point('2024-01-01', 0), point('2025-01-01', 20), point(asOf, 40), point('2028-01-01', 60)],
        })),
        from: '2024-01-01',
        to: '2028-01-01',
        asOf,
        asOfLabel: 'as known today',
      },
      words,
    }),
  ],
  [
    'timeline',
    drawTimeline({
      id: 'lanes',
      data: {
        at: asOf,
        atLabel: 'as known today',
        lanes: (['commitment', 'report', 'event'] as const).map((kind) => ({ ...lane, id: kind, kind })),
      },
      words,
    }),
  ],
  [
    'lineage',
    drawGraph({
      id: 'boxes',
      graph: buildLineage({ source: { ...box('a'), href: null }, origin: box('b'), derivatives: [box('c')] }),
      words,
    }),
  ],
];

describe.each(charts)('%s', (_, draw) => {
  test.each(variants)('stands alone in a file and on a page (%s)', (variant) => {
    const { svg, width, height, stops } = draw(variant);
    const drawn = renderToStaticMarkup(svg);
    expect(drawn).not.toMatch(/ style=|color-mix|foreignObject|NaN|undefined|Infinity/);
    expect([...drawn.matchAll(/class="([^"]*)"/g)].map(([, name]) => name)).toEqual(['chart']);
    expect(fixRoles(drawn, 'light')).not.toContain('var(--');
    expect(drawn).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(width).toBeLessThanOrEqual(variantWidths[variant]);
    expect(drawn).toMatch(/<title id="[^"]+">A chart<\/title><desc id="[^"]+">In a sentence\.<\/desc>/);
    for (const [, used] of drawn.matchAll(/url\(#([^)]+)\)/g)) expect(drawn).toContain(`id="${used}"`);
    expect(stops.length).toBeGreaterThan(0);
    for (const { x, y } of stops) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  test('its three drawings share no name', () => {
    const ids = variants.flatMap((variant) =>
      [...renderToStaticMarkup(draw(variant).svg).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
