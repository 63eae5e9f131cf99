import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  drawTimeline,
  frameTimeline,
  type Lane,
  listMarks,
  pickLanes,
  StepTimeline,
  sortLanes,
  spanLanes,
  tickYears,
} from '@/charts/step-timeline/index.ts';
import { fitText } from '@/charts/text.ts';
import { type Variant, variants } from '@/charts/variant.ts';
import { describeTimeline } from '@/features/timeline/sentences.ts';

const at = '2026-11-23';
const words = { title: 'Over time', description: 'What stood and was reported.' };
const day = (date: string) => ({ date, precision: 'DAY' as const });
const promise: Lane = {
  id: 'promise',
  kind: 'commitment',
  figure: '2,000 people',
  words: 'five years',
  href: '/commitments/promise',
  window: { start: day('2022-09-16'), end: day('2027-09-16') },
  when: 'Sept 2022 – Sept 2027',
  size: 2000,
  statedOn: '2022-09-16',
};
const hope: Lane = {
  ...promise,
  id: 'hope',
  window: { start: null, end: null },
  when: null,
  size: 0,
  statedOn: '2021-07-05',
};
const report: Lane = {
  ...promise,
  id: 'report',
  kind: 'report',
  window: { start: day('2022-10-08'), end: day('2022-11-07') },
  size: 34,
};
const event: Lane = {
  ...promise,
  id: 'event',
  kind: 'event',
  figure: 'Forum',
  window: { start: day('2024-09-08'), end: day('2024-09-11') },
  size: 0,
  statedOn: null,
};
const undated: Lane = { ...event, id: 'undated', window: { start: null, end: null } };
const all = [promise, hope, report, event, undated];

function draw(lanes: Lane[], variant: Variant = 'wide'): string {
  const data = { lanes, at, atLabel: 'as known today' };
  return renderToStaticMarkup(
    <StepTimeline id="time" frame={frameTimeline(data, variant)} atLabel={data.atLabel} words={words} />,
  );
}

test.each(variants)('the picture, %s', (variant) => {
  expect(draw(all, variant).replaceAll('><', '>\n<')).toMatchSnapshot();
});

test('lanes stand in the order in which they came to be known, undated ones last', () => {
  expect(sortLanes([undated, event, report, hope, promise]).map(({ id }) => id)).toEqual([
    'hope',
    'promise',
    'report',
    'event',
    'undated',
  ]);
});

test('of more lanes than fit the largest are drawn, in order of time', () => {
  expect(pickLanes([undated, event, report, hope, promise], 2).map(({ id }) => id)).toEqual([
    'promise',
    'report',
  ]);
});

test('the years hold every window, every statement and the day of reading', () => {
  expect(spanLanes([promise, hope], at)).toEqual({ start: '2021-01-01', end: '2028-01-01' });
  expect(tickYears({ start: '1983-01-01', end: '2028-01-01' }, 7).map(({ year }) => year)).toEqual([
    1990, 2000, 2010, 2020,
  ]);
});

test('a promise steps up when stated, stands over its window, and steps down at its end', () => {
  const svg = draw([promise]);
  expect(svg).toContain('data-mark="rise"');
  expect(svg).toContain('data-mark="fall"');
  expect(svg).not.toContain('data-mark="latest"');
});

test('a promise without an end stands on, broken, and never steps down', () => {
  const svg = draw([hope]);
  expect(svg).toContain('data-end="open"');
  expect(svg).not.toContain('data-mark="fall"');
  expect(svg).toContain('stroke-dasharray="5 4"');
});

test('an end that is itself a range stands on to its latest day, broken', () => {
  const vague = { ...promise, window: { ...promise.window, endLatest: '2029-01-01' } };
  expect(draw([vague])).toMatch(/data-mark="latest"[^>]*stroke-dasharray="3 3"/);
});

test('reports are bars, events are marks, and what has no date has neither', () => {
  expect(draw([report])).toContain('fill="var(--report)"');
  expect(draw([event])).toContain('<circle');
  expect(draw([undated])).not.toContain('<circle');
});

test.each(variants)('lanes follow one another inside the picture, clear of their names (%s)', (variant) => {
  const frame = frameTimeline({ lanes: all, at, atLabel: '' }, variant);
  for (const [i, lane] of frame.lanes.entries()) {
    expect(lane.top).toBe(frame.lanes[i - 1]?.bottom ?? frame.track.top);
    expect(lane.y).toBeGreaterThan(lane.top);
    expect(lane.base).toBeLessThanOrEqual(lane.bottom);
    if (variant === 'narrow') expect(lane.clear).toBeGreaterThan(lane.top + lane.lines.length * 17);
  }
  expect(frame.lanes.at(-1)?.bottom).toBeLessThanOrEqual(frame.height);
});

test('a reader stops at each lane, whose page opens', () => {
  const { stops } = drawTimeline({ id: 'time', data: { lanes: all, at, atLabel: '' }, words })('narrow');
  expect(stops.map(({ id }) => id)).toEqual(['hope', 'promise', 'report', 'event', 'undated']);
  expect(stops[1]).toMatchObject({ label: '2,000 people', href: '/commitments/promise' });
  expect(stops[0]?.lines.map(({ text }) => text)).toEqual(['five years', 'no window stated']);
});

test('the key holds the marks that are drawn', () => {
  expect(listMarks(all).map(({ mark }) => mark)).toEqual(['standing', 'no-end', 'reported', 'event']);
  expect(listMarks([report]).map(({ mark }) => mark)).toEqual(['reported']);
});

test('the sentence counts what there is, and how many promises have run out', () => {
  expect(describeTimeline(all, at)).toBe(
    '2 promises, 1 report and 2 events. Of the promises 1 still runs and 1 has no end stated.',
  );
  expect(describeTimeline([promise], '2028-01-01')).toBe('1 promise. The promise has run out.');
});

test('a name too long for its lines ends in an ellipsis', () => {
  const lines = fitText('one two three four five six seven eight nine ten eleven twelve', 13, 100, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]?.endsWith('…')).toBe(true);
  expect(fitText('one two', 13, 200, 2)).toEqual(['one two']);
});
