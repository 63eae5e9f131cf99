import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Lane, StepTimeline, sortLanes, spanLanes, tickYears } from '@/charts/step-timeline/index.ts';

const day = (date: string) => ({ date, precision: 'DAY' as const });
const promise: Lane = {
  id: 'promise',
  kind: 'commitment',
  figure: '2,000 people',
  words: 'five years',
  href: '/commitments/promise',
  window: { start: day('2022-09-16'), end: day('2027-09-16') },
  statedOn: '2022-09-16',
};
const hope: Lane = { ...promise, id: 'hope', window: { start: null, end: null }, statedOn: '2021-07-05' };
const report: Lane = {
  ...promise,
  id: 'report',
  kind: 'report',
  window: { start: day('2022-10-08'), end: day('2022-11-07') },
};
const event: Lane = {
  ...promise,
  id: 'event',
  kind: 'event',
  window: { start: day('2024-09-08'), end: day('2024-09-11') },
  statedOn: null,
};
const undated: Lane = { ...event, id: 'undated', window: { start: null, end: null } };

function draw(...lanes: Lane[]) {
  return renderToStaticMarkup(<StepTimeline lanes={lanes} at="2026-11-23" label="over time" />);
}

test('lanes stand in the order in which they came to be known, undated ones last', () => {
  expect(sortLanes([undated, event, report, hope, promise]).map(({ id }) => id)).toEqual([
    'hope',
    'promise',
    'report',
    'event',
    'undated',
  ]);
});

test('the years hold every window, every statement and the day of reading', () => {
  expect(spanLanes([promise, hope], '2026-11-23')).toEqual({ start: '2021-01-01', end: '2028-01-01' });
  expect(tickYears({ start: '1983-01-01', end: '2028-01-01' }, 7).map(({ year }) => year)).toEqual([
    1990, 2000, 2010, 2020,
  ]);
});

test('a promise steps up when stated, stands over its window, and steps down at its end', () => {
  const html = draw(promise);
  expect(html).toContain('data-mark="rise"');
  expect(html).toContain('data-mark="fall"');
});

test('a promise without an end stands on, broken, and never steps down', () => {
  const html = draw(hope);
  expect(html).toContain('data-end="open"');
  expect(html).not.toContain('data-mark="fall"');
  expect(html).toContain('stroke-dasharray="5 4"');
});

test('reports are bars, events are marks, and what has no date has neither', () => {
  expect(draw(report)).toContain('fill="var(--report)"');
  expect(draw(event)).toContain('<circle');
  expect(draw(undated)).not.toContain('<circle');
});

test('it is a list of links that reads without its pictures', () => {
  const html = draw(promise, event);
  expect(html).toContain('<ol aria-label="over time"');
  expect(html.match(/<a href=/g)).toHaveLength(2);
  expect(html.match(/<svg aria-hidden="true"/g)).toHaveLength(3);
});
