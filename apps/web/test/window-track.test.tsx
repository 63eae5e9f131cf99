import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { placeWindow, type TrackWindow } from '@/charts/window-track/geometry.ts';
import { placeDay, spanWindows, WindowTrack } from '@/charts/window-track/index.ts';

const domain = { start: '2020-01-01', end: '2030-01-01' };
const day = (date: string, precision: 'DAY' | 'MONTH' | 'YEAR' = 'DAY') => ({ date, precision });

function draw(window: TrackWindow, kind: 'commitment' | 'report' = 'commitment') {
  return renderToStaticMarkup(<WindowTrack window={window} domain={domain} at="2026-11-23" kind={kind} />);
}

test('a day is a share of the domain, clamped to it', () => {
  expect(placeDay('2020-01-01', domain)).toBe(0);
  expect(placeDay('2025-01-01', domain)).toBeCloseTo(0.5, 3);
  expect(placeDay('1983-01-01', domain)).toBe(0);
  expect(placeDay('2044-01-01', domain)).toBe(1);
  expect(() => placeDay('2020-01-01', { start: '2020-01-01', end: '2020-01-01' })).toThrow('empty domain');
});

test('a closed window has both edges', () => {
  const place = placeWindow({ start: day('2024-09-09', 'MONTH'), end: day('2025-09-09', 'MONTH') }, domain);
  expect(place).toMatchObject({ startEdge: 'closed', endEdge: 'closed', latest: null });
  expect(place?.from).toBeCloseTo(0.469, 2);
  expect(place?.to).toBeCloseTo(0.569, 2);
});

test('an open end reaches the border of the domain and has no edge', () => {
  const window = { start: day('2021-06-01', 'MONTH'), end: null };
  expect(placeWindow(window, domain)).toMatchObject({ to: 1, startEdge: 'closed', endEdge: 'open' });
  const svg = draw(window);
  expect(svg).toContain('data-end="open"');
  expect(svg).not.toContain('x1="100%" x2="100%"');
  expect(svg).toContain('stroke-dasharray="4 3"');
});

test('an untold start is a stub without an edge: nobody said that it lasted since ever', () => {
  const place = placeWindow({ start: null, end: day('2025-01-01') }, domain);
  expect(place).toMatchObject({ startEdge: 'open', endEdge: 'closed' });
  expect(place?.from).toBeCloseTo(0.44, 2);
});

test('an untold end of a report is a stub: a course of which only the first day is known does not go on', () => {
  const place = placeWindow({ start: day('2025-01-01'), end: null }, domain, false);
  expect(place).toMatchObject({ endEdge: 'open' });
  expect(place?.to).toBeCloseTo(0.56, 2);
});

test('a side of which only the year is known has a broken edge', () => {
  const svg = draw({ start: day('2024-12-20'), end: day('2028-12-20', 'YEAR') });
  expect(svg).toContain('data-end="vague"');
  expect(svg).toContain('x1="100%" x2="100%" y1="-0.75" y2="9.75" stroke-dasharray="2 2"');
});

test('an end that is a range shows its latest reading as a broken box', () => {
  const window = { start: day('2022-12-09'), end: day('2025-12-09', 'MONTH'), endLatest: '2027-12-09' };
  expect(placeWindow(window, domain)?.latest).toBeCloseTo(0.794, 2);
  expect(draw(window)).toContain('data-mark="latest"');
});

test('without any side there is a line and the day of reading, but no bar', () => {
  const svg = draw({ start: null, end: null });
  expect(svg).not.toContain('data-start');
  expect(svg).toContain('data-mark="at"');
});

test('commitments are hatched, reports solid, each in its own colour', () => {
  const window = { start: day('2024-01-01'), end: day('2025-01-01') };
  expect(draw(window)).toMatch(/fill="url\(#[^)]+\)".*/);
  expect(draw(window)).toContain('var(--commit)');
  expect(draw(window, 'report')).toContain('fill="var(--report)"');
  expect(draw(window, 'report')).not.toContain('<pattern');
});

test('a window of a few days keeps a visible width', () => {
  expect(draw({ start: day('2017-05-03'), end: day('2017-05-15') }, 'report')).toContain('max(0%, 5px)');
});

test('tracks that are read together span whole years around every window and the day', () => {
  const windows = [
    { start: day('2004-07-01'), end: day('2004-09-01') },
    { start: day('2022-12-09'), end: day('2025-12-09'), endLatest: '2027-12-09' },
    { start: null, end: null },
  ];
  expect(spanWindows(windows, '2026-11-23')).toEqual({ start: '2004-01-01', end: '2028-01-01' });
  expect(spanWindows([], '2026-11-23')).toEqual({ start: '2026-01-01', end: '2027-01-01' });
});
