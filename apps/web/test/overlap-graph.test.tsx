import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type GraphBox, layOutNarrow, layOutWide } from '@/charts/box-graph/index.ts';
import { wrapWords } from '@/charts/box-graph/wrap.ts';
import { buildLineage } from '@/charts/lineage/index.ts';
import { buildOverlapGraph, OverlapGraph, type OverlapLink } from '@/charts/overlap-graph/index.ts';

function box(id: string, figure: string, tone: GraphBox['tone'] = 'commitment'): GraphBox {
  return { id, figure, words: `program of ${id}`, href: `/commitments/${id}`, tone };
}

const centre: GraphBox = { ...box('three', '3,000'), words: 'this promise', href: null };
const africa = box('africa', '1,000');
const places = box('places', '5,000');
const links: OverlapLink[] = [
  { from: africa, to: centre, relation: 'MAY_BE_PART_OF' },
  { from: centre, to: places, relation: 'PART_OF' },
];

test('what is part of the record stands before it, what it is part of after', () => {
  const graph = buildOverlapGraph(centre, links);
  expect(graph.before).toMatchObject([{ box: { id: 'africa' }, certainty: 'may', label: 'may be' }]);
  expect(graph.after).toMatchObject([{ box: { id: 'places' }, certainty: 'is', label: 'is' }]);
});

test('two tellings of one thing are joined by an arrow with two heads', () => {
  const graph = buildOverlapGraph(centre, [{ from: africa, to: centre, relation: 'SAME_AS' }]);
  expect(graph.after).toMatchObject([{ certainty: 'is', isMutual: true, label: 'same' }]);
});

test('arrows run from the part to the whole: to the right in columns, upwards in one column', () => {
  const graph = buildOverlapGraph(centre, links);
  for (const { path } of layOutWide(graph).arrows) {
    const [x1 = 0, , , , , , x2 = 0] = numbersOf(path);
    expect(x2).toBeGreaterThan(x1);
  }
  for (const { path } of layOutNarrow(graph).arrows) {
    const [, y1 = 0, , , , , , y2 = 0] = numbersOf(path);
    expect(y2).toBeLessThan(y1);
  }
});

test('no two boxes touch, and all lie within the picture, with up to twelve neighbours', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({
    from: box(`n${i}`, `${i}`),
    to: centre,
    relation: 'PART_OF' as const,
  }));
  for (const layOut of [layOutWide, layOutNarrow]) {
    const { boxes, width, height } = layOut(buildOverlapGraph(centre, many));
    for (const [i, a] of boxes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(width);
      expect(a.y + a.height).toBeLessThanOrEqual(height);
      for (const b of boxes.slice(i + 1)) {
        const isApart =
          a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
        expect(isApart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  }
});

test('may be is drawn broken, is solid; neighbours link to their records, the record itself does not', () => {
  const svg = renderToStaticMarkup(<OverlapGraph centre={centre} links={links} label="overlaps" />);
  expect(svg).toMatch(/data-certainty="may"[^>]*stroke-dasharray="4 4"/);
  expect(svg).not.toMatch(/data-certainty="is"[^>]*stroke-dasharray/);
  expect(svg).toContain('href="/commitments/africa"');
  expect(svg).toContain('href="/commitments/places"');
  expect(svg).not.toContain('href="/commitments/three"');
  expect(svg).toMatch(/<title id="[^"]+">overlaps<\/title>/);
  expect(svg).toContain('this promise');
});

test('words wrap at the width of a box, CJK signs count double, and what is cut says so', () => {
  expect(wrapWords('Global Security Initiative, places', 23, 2)).toEqual([
    'Global Security',
    'Initiative, places',
  ]);
  expect(wrapWords('ASEAN / China-ASEAN Law Enforcement Academy of everybody', 23, 2)).toEqual([
    'ASEAN / China-ASEAN Law',
    'Enforcement Academy of…',
  ]);
  const [line = '', more] = wrapWords('即時-港聞-中國公安部將協助培訓3000名外國執法人員', 23, 1);
  expect(line.endsWith('…')).toBe(true);
  expect(more).toBeUndefined();
});

test('words of a document run from its origin through it to those who retell it', () => {
  const source = { ...centre, id: 'source' };
  const { before, after } = buildLineage({ source, origin: africa, derivatives: [places] });
  expect(before.map(({ box: { id } }) => id)).toEqual(['africa']);
  expect(after.map(({ box: { id } }) => id)).toEqual(['places']);
  expect(buildLineage({ source, origin: null, derivatives: [] }).before).toEqual([]);
});

function numbersOf(path: string): number[] {
  return [...path.matchAll(/-?[\d.]+/g)].map(([value]) => Number(value));
}
