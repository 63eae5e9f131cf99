import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { placeEnds } from '@/charts/hero/ends.ts';
import { makeFrame } from '@/charts/hero/frame.ts';
import { HeroChart } from '@/charts/hero/hero-chart.tsx';
import { placeMoments } from '@/charts/hero/labels.ts';
import type { HeroData, HeroMoment } from '@/charts/hero/props.ts';
import { simplify } from '@/charts/hero/shapes.ts';
import { boxesOverlap, measureText, wrapText } from '@/charts/text.ts';
import { type Variant, variants } from '@/charts/variant.ts';

const nobody = { low: 0, high: 0 };
const words = { title: 'Due and reported', description: 'Fewer are reported than fell due.' };

// The founding article: 5,000 places, 3,000 and 1,000 people promised; 2,700 reported.
const article: HeroData = {
  from: '2023-01-01',
  to: '2029-01-01',
  asOf: '2026-11-23',
  asOfLabel: 'as known today',
  points: [
    { on: '2023-01-01', pledged: nobody, due: nobody, reported: nobody },
    { on: '2023-03-01', pledged: exactly(5000), due: exactly(20), reported: nobody },
    { on: '2023-09-01', pledged: exactly(5000), due: exactly(520), reported: nobody },
    { on: '2024-09-10', pledged: { low: 5000, high: 9000 }, due: exactly(1550), reported: exactly(2700) },
    {
      on: '2025-09-09',
      pledged: { low: 5000, high: 9000 },
      due: { low: 3000, high: 5900 },
      reported: exactly(2700),
    },
    {
      on: '2026-11-23',
      pledged: { low: 5000, high: 9000 },
      due: { low: 3760, high: 7500 },
      reported: exactly(2700),
    },
    {
      on: '2028-03-01',
      pledged: { low: 5000, high: 9000 },
      due: { low: 5000, high: 9000 },
      reported: exactly(2700),
    },
    {
      on: '2029-01-01',
      pledged: { low: 5000, high: 9000 },
      due: { low: 5000, high: 9000 },
      reported: exactly(2700),
    },
  ],
  reports: [{ id: 'report', on: '2024-09-09', reported: exactly(2700) }],
  moments: [
    {
      id: 'gsi',
      on: '2023-02-21',
      label: 'Global Security Initiative, Feb 2023',
      detail: '5,000 places promised',
      weight: 5000,
    },
    {
      id: 'forum',
      on: '2024-09-09',
      label: 'Lianyungang Forum, Sept 2024',
      detail: '3,000 people promised',
      weight: 3000,
    },
    {
      id: 'focac',
      on: '2024-09-05',
      label: 'FOCAC, Sept 2024',
      detail: '1,000 people promised',
      weight: 1000,
    },
    { id: 'tick', on: '2025-09-17', label: 'A forum', weight: 0 },
  ],
};

function exactly(people: number) {
  return { low: people, high: people };
}

function draw(data: HeroData, variant: Variant = 'wide'): string {
  return renderToStaticMarkup(<HeroChart data={data} words={words} variant={variant} />);
}

function part(svg: string, name: string): string {
  return new RegExp(`<g data-part="${name}".*?(?=<g data-part|</svg>)`).exec(svg)?.[0] ?? '';
}

test.each(variants)('the picture, %s', (variant) => {
  expect(draw(article, variant).replaceAll('><', '>\n<')).toMatchSnapshot();
});

test('the axis begins at zero and ends above the most', () => {
  const frame = makeFrame(article, 'wide');
  expect(frame.yTicks[0]).toBe(0);
  expect(frame.y(0)).toBe(frame.plot.bottom);
  expect(frame.max).toBeGreaterThanOrEqual(9000);
});

test.each(variants)('the band covers low to high, up to the day and after it (%s)', (variant) => {
  const frame = makeFrame(article, variant);
  const bands = part(draw(article, variant), 'due').match(/data-band="" d="([^"]+)"/g) ?? [];
  expect(bands).toHaveLength(2);
  const asOf = frame.x(article.asOf);
  for (const band of bands) {
    expect(band).toContain(`${asOf} ${frame.y(3760)}`);
    expect(band).toContain(`${asOf} ${frame.y(7500)}`);
  }
  expect(bands[1]).toContain(`${frame.x(article.to)} ${frame.y(5000)}`);
  expect(bands[1]).toContain(`${frame.x(article.to)} ${frame.y(9000)}`);
});

test('what nobody reports is absent, not zero', () => {
  const silent: HeroData = {
    ...article,
    reports: [],
    points: article.points.map((point) => ({ ...point, reported: nobody })),
  };
  const svg = draw(silent);
  expect(part(svg, 'reported')).toBe('');
  expect(svg).not.toContain('reported</tspan>');
  const unpromised = {
    ...article,
    points: article.points.map((point) => ({ ...point, pledged: nobody, due: nobody })),
  };
  expect(part(draw(unpromised), 'due')).toBe('');
  expect(part(draw(unpromised), 'pledged')).toBe('');
});

test('the line stops at the last report; silence is dotted up to the day', () => {
  const frame = makeFrame(article, 'wide');
  const line = part(draw(article), 'reported');
  expect(line).toContain(
    `data-silence="" d="M${frame.x('2024-09-09')} ${frame.y(2700)}L${frame.x(article.asOf)} ${frame.y(2700)}"`,
  );
  expect(line.match(/<circle/g)).toHaveLength(1);
  expect(line).not.toContain('data-band');
});

test('a report that is itself a range is a band', () => {
  const range = { low: 2000, high: 2700 };
  const doubtful: HeroData = {
    ...article,
    points: article.points.map((point) => (point.reported.high > 0 ? { ...point, reported: range } : point)),
    reports: [{ id: 'report', on: '2024-09-09', reported: range }],
  };
  expect(part(draw(doubtful), 'reported')).toContain('data-band');
  expect(draw(doubtful)).toContain('2,000–2,700');
});

test.each(variants)('labels cover neither each other nor the band (%s)', (variant) => {
  const frame = makeFrame(article, variant);
  const crowd: HeroMoment[] = Array.from({ length: 40 }, (_, index) => ({
    id: `m${index}`,
    on: `202${3 + (index % 6)}-0${1 + (index % 9)}-11`,
    label: `Moment number ${index} with a long name`,
    weight: index + 1,
  }));
  const labels = placeMoments(crowd, article.points, [], frame, 12);
  expect(labels.length).toBeGreaterThan(0);
  for (const [index, a] of labels.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(frame.plot.left);
    expect(a.right).toBeLessThanOrEqual(frame.plot.right);
    for (const b of labels.slice(index + 1)) expect(boxesOverlap(a, b)).toBe(false);
    for (const point of article.points.filter(({ due }) => due.high > 0)) {
      const x = frame.x(point.on);
      const band = {
        left: x - 1,
        right: x + 1,
        top: frame.y(point.due.high),
        bottom: frame.y(point.due.low),
      };
      expect(boxesOverlap(a, band)).toBe(false);
    }
  }
});

test.each(variants)('labels at the end are moved apart and stay in the picture (%s)', (variant) => {
  const frame = makeFrame(article, variant);
  const at = [frame.plot.bottom, frame.plot.bottom - 1, frame.plot.bottom - 2];
  const ends = placeEnds(
    at.map((y, index) => ({
      id: String(index),
      at: y,
      tone: 'commit',
      text: '37,500 if none contains another',
    })),
    frame,
  );
  for (const [index, label] of ends.entries()) {
    expect(label.bottom).toBeLessThanOrEqual(frame.height);
    for (const other of ends.slice(index + 1)) expect(boxesOverlap(label, other)).toBe(false);
  }
});

test('every text of the narrow picture is at least 11 pixels on a 360-pixel phone', () => {
  const frame = makeFrame(article, 'narrow');
  const scale = (360 - 2 * 16) / frame.width;
  expect((frame.font - 0.5) * scale).toBeGreaterThanOrEqual(11);
});

test('text is wrapped between words and measured no narrower than it is', () => {
  expect(wrapText('37,500 if none contains another', 13, 120)).toEqual([
    '37,500 if none',
    'contains another',
  ]);
  // Inter at 13 px in a browser: 78.6.
  expect(measureText('Lianyungang', 13)).toBeGreaterThan(78);
});

test('a straight line needs its ends alone', () => {
  expect(
    simplify([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 0],
    ]),
  ).toEqual([
    [0, 0],
    [2, 2],
    [3, 0],
  ]);
});
