import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { describeGraph, drawGraph, type GraphBox } from '@/charts/box-graph/index.ts';
import { buildLineage, Lineage } from '@/charts/lineage/index.ts';
import { buildOverlapGraph } from '@/charts/overlap-graph/index.ts';
import { variants } from '@/charts/variant.ts';

function box(id: string, words: string, figure: string | null = null): GraphBox {
  return { id, figure, words, href: `/sources/${id}`, tone: 'plain' };
}

const source = { ...box('sino', 'this document'), href: null };
const family = {
  source,
  origin: box('afp', 'AFP'),
  derivatives: [box('times', 'Straits Times'), box('daily', 'Daily Mail')],
};
const lineage = buildLineage(family);
const overlap = buildOverlapGraph(
  { ...box('three', 'this promise', '3,000'), tone: 'commitment', href: null },
  [
    {
      from: { ...box('africa', 'FOCAC', '1,000'), tone: 'commitment' },
      to: { ...box('three', 'this promise', '3,000'), tone: 'commitment' },
      relation: 'MAY_BE_PART_OF',
    },
  ],
);
const words = { title: 'Where its words come from', description: 'Retold.' };

function draw(graph: typeof lineage, variant: (typeof variants)[number]): string {
  return renderToStaticMarkup(drawGraph({ id: 'graph', graph, words })(variant).svg);
}

test.each(variants)('the picture of a lineage, %s', (variant) => {
  expect(draw(lineage, variant).replaceAll('><', '>\n<')).toMatchSnapshot();
});

test.each(variants)('the picture of an overlap, %s', (variant) => {
  expect(draw(overlap, variant).replaceAll('><', '>\n<')).toMatchSnapshot();
});

test('it stands alone: colours are roles, all else attributes', () => {
  const svg = draw(overlap, 'wide');
  expect(svg).not.toContain('style=');
  expect(svg.match(/class="/g)).toHaveLength(1);
  expect(svg).toContain('stroke="var(--commit)"');
  expect(svg).toMatch(/font-size="19" font-weight="500">3,000</);
  expect(svg).toMatch(/marker-end="url\(#graph-wide-head\)"/);
  expect(svg).toContain('id="graph-wide-head"');
});

test('the two drawings of a page share no name', () => {
  const page = renderToStaticMarkup(<Lineage {...family} label="retold" />);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, used] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
});

test('arrows run from the origin to the document and on to those who retell it', () => {
  expect(describeGraph(lineage)).toBe(
    'AFP → this document (retold); this document → Straits Times (retold); this document → Daily Mail (retold).',
  );
  expect(describeGraph(overlap)).toBe('1,000, FOCAC → 3,000, this promise (may be).');
  expect(describeGraph(buildLineage({ source, origin: null, derivatives: [] }))).toBe('this document alone.');
});

test('a reader stops at each box; those with a page open it', () => {
  const { stops } = drawGraph({ id: 'graph', graph: lineage, words })('wide');
  expect(stops.map(({ label, href }) => [label, href])).toEqual([
    ['AFP', '/sources/afp'],
    ['this document', undefined],
    ['Straits Times', '/sources/times'],
    ['Daily Mail', '/sources/daily'],
  ]);
});
