import { expect, test } from 'vitest';
import { diffContent } from '@/features/history/diff.ts';
import { findOnDay, readOn } from '@/features/history/on-day.ts';
import { diffText, shortenParts } from '@/features/history/text-diff.ts';

const written = (parts: ReturnType<typeof diffText>) =>
  parts
    .map(({ is, text }) => (is === 'same' ? text : is === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

test('texts differ in words, and the pieces put together are both texts', () => {
  const [before, after] = [
    'three thousand police officers by 2027',
    'two thousand police and border officers',
  ];
  const parts = diffText(before, after);
  expect(written(parts)).toBe('[-three-]{+two+} thousand police{+ and border+} officers[- by 2027-]');
  expect(written(diffText('the old long text', 'the new short text'))).toBe(
    'the[- old long-]{+ new short+} text',
  );
  const join = (left: string) => parts.flatMap(({ is, text }) => (is === left ? [] : [text])).join('');
  expect(join('added')).toBe(before);
  expect(join('removed')).toBe(after);
  expect(diffText('a  b', 'a b')).toEqual([
    { is: 'removed', text: 'a  b' },
    { is: 'added', text: 'a b' },
  ]);
  expect(diffText('', 'new')).toEqual([{ is: 'added', text: 'new' }]);
});

test('texts too long to compare word by word are one change between their common ends', () => {
  const many = (word: string) => Array.from({ length: 600 }, (_, index) => `${word}${index}`).join(' ');
  const parts = diffText(`begin ${many('a')} end`, `begin ${many('b')} end`);
  expect(parts.map(({ is }) => is)).toEqual(['same', 'removed', 'added', 'same']);
});

test('long stretches that both have are cut to their ends', () => {
  const long = 'word '.repeat(100);
  const shortened = shortenParts(diffText(`${long}old ${long}`, `${long}new ${long}`));
  expect(shortened.map(({ is }) => is)).toEqual(['same', 'removed', 'added', 'same']);
  expect(shortened[0]?.text).toMatch(/^… (word ?)+$/);
  expect(shortened[3]?.text).toMatch(/^ (word )+…$/);
  for (const { text } of shortened) expect(text.length).toBeLessThan(100);
});

test('fields that differ are told, whatever the order of their keys; missing and empty are the same', () => {
  const window = { start: { date: '2024-01-01', precision: 'YEAR' }, end: null };
  const before = { title: 'A', note: null, window, providers: [], unit: 'PEOPLE' };
  const after = {
    unit: 'PLACES',
    title: 'A',
    note: '',
    window: {
      end: { precision: 'DAY', date: '2025-01-01' },
      start: { precision: 'YEAR', date: '2024-01-01' },
    },
  };
  expect(diffContent(before, after)).toEqual([
    { field: 'unit', is: 'value', before: 'PEOPLE', after: 'PLACES' },
    {
      field: 'window',
      is: 'fields',
      fields: [{ field: 'end', is: 'value', before: null, after: { date: '2025-01-01', precision: 'DAY' } }],
    },
  ]);
  expect(diffContent(before, { ...before })).toEqual([]);
});

test('lists are told item by item: claims by source, texts by themselves', () => {
  const claim = (source: string, low: number) => ({ source, low, high: low });
  const [diff] = diffContent(
    { claims: [claim('a', 1), claim('b', 2), claim('c', 3)] },
    { claims: [claim('c', 3), claim('a', 10), claim('d', 4)] },
  );
  expect(diff).toEqual({
    field: 'claims',
    is: 'items',
    items: [
      { is: 'removed', item: claim('b', 2) },
      {
        is: 'changed',
        name: 'a',
        fields: [
          { field: 'low', is: 'value', before: 1, after: 10 },
          { field: 'high', is: 'value', before: 1, after: 10 },
        ],
      },
      { is: 'added', item: claim('d', 4) },
    ],
    unchanged: 1,
    isReordered: true,
  });
  const [codes] = diffContent({ providers: ['CHN', 'IND'] }, { providers: ['IND', 'FRA'] });
  expect(codes).toMatchObject({
    items: [
      { is: 'removed', item: 'CHN' },
      { is: 'added', item: 'FRA' },
    ],
    unchanged: 1,
    isReordered: false,
  });
  const twice = [claim('a', 1), claim('a', 1)];
  expect(diffContent({ claims: twice }, { claims: twice.slice(1) })).toMatchObject([
    { items: [{ is: 'removed', item: claim('a', 1) }], unchanged: 1 },
  ]);
});

const change = (
  version: number,
  action: string,
  at: string,
  before: object | null,
  after: object | null,
) => ({
  version,
  action,
  at,
  actor: `editor ${version}`,
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
});

test('a record is shown as it stood at the end of a day', () => {
  const written = [
    change(3, 'DELETED', '2025-03-03T10:00:00.000Z', { title: 'B' }, null),
    change(2, 'UPDATED', '2025-02-02T23:59:59.999Z', { title: 'A' }, { title: 'B' }),
    change(1, 'CREATED', '2025-01-01T00:00:00.000Z', null, { title: 'A' }),
  ];
  const on = (day: string) => findOnDay(written, null, day);
  expect(on('2024-12-31')).toEqual({ is: 'not-yet', since: '2025-01-01T00:00:00.000Z' });
  expect(on('2025-01-01')).toMatchObject({ is: 'there', content: { title: 'A' }, version: 1 });
  expect(on('2025-02-01')).toMatchObject({ content: { title: 'A' }, version: 1, actor: 'editor 1' });
  expect(on('2025-02-02')).toMatchObject({ content: { title: 'B' }, version: 2 });
  expect(on('2025-03-03')).toMatchObject({ is: 'deleted', actor: 'editor 3' });
});

test('what came in without a revision is what its first change began from', () => {
  const changed = [change(2, 'UPDATED', '2025-02-02T12:00:00.000Z', { name: 'A' }, { name: 'B' })];
  expect(findOnDay(changed, null, '2025-02-01')).toMatchObject({
    content: { name: 'A' },
    version: 1,
    at: null,
  });
  expect(findOnDay([], { input: '{"name":"A"}', version: 1 }, '2025-02-01')).toMatchObject({
    content: { name: 'A' },
    version: 1,
  });
  expect(findOnDay([], null, '2025-02-01')).toBeNull();
});

test('a day is asked for as YYYY-MM-DD, up to today', () => {
  expect(readOn('2025-02-28', '2025-03-01')).toEqual({ on: '2025-02-28', refused: null });
  expect(readOn(null, '2025-03-01')).toEqual({ on: null, refused: null });
  for (const bad of ['2025-02-30', '2025-03-02', 'yesterday', '0000-01-01', '1.2.2025']) {
    expect(readOn(bad, '2025-03-01')).toEqual({ on: null, refused: bad });
  }
});
