import { expect, it } from 'vitest';
import {
  AccountingError,
  explainTotal,
  type Figure,
  type Link,
  series,
  totalAt,
  verdictOf,
} from '../src/index.ts';
import { figure, WHOLE } from './records.ts';

const link = (from: string, relation: Link['relation'], to: string): Link => ({ from, to, relation });

function catchError(run: () => unknown): AccountingError {
  try {
    run();
  } catch (error) {
    if (error instanceof AccountingError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const total = (figures: Figure[], links: Link[] = [], options = {}) =>
  catchError(() => totalAt(figures, links, { ...WHOLE, ...options }));

it.each(['PART_OF', 'MAY_BE_PART_OF', 'SAME_AS', 'SUPERSEDES'] as const)(
  'names an unknown id in %s',
  (relation) => {
    for (const links of [[link('a', relation, 'ghost')], [link('ghost', relation, 'a')]]) {
      const error = total([figure('a', 1)], links);
      expect(error).toMatchObject({ code: 'UNKNOWN_ID', ids: ['ghost'], name: 'AccountingError' });
      expect(error.message).toBe('unknown figure id in link: ghost');
    }
  },
);

it('names a duplicate id', () => {
  const error = total([figure('twin', 1), figure('twin', 2)]);
  expect(error).toMatchObject({ code: 'DUPLICATE_ID', ids: ['twin'] });
  expect(error.message).toContain('twin');
});

it('names a window that ends before it starts, or when it starts', () => {
  for (const end of ['2024-01-01', '2023-12-31']) {
    const error = total([figure('w', 1, 1, { window: { start: '2024-01-01', end } })]);
    expect(error).toMatchObject({ code: 'BAD_WINDOW', ids: ['w'] });
    expect(error.message).toContain(`w: 2024-01-01 to ${end}`);
  }
});

it.each([
  [3, 2],
  [-1, 2],
  [Number.NaN, 2],
  [1, Number.POSITIVE_INFINITY],
])('names a quantity of %d to %d', (low, high) => {
  const error = total([figure('q', low, high)]);
  expect(error).toMatchObject({ code: 'BAD_RANGE', ids: ['q'] });
  expect(error.message).toContain(`q: ${low} to ${high}`);
});

it.each([
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-1-1',
  '01.02.2024',
  '2024-01-01T00:00',
  '',
])('refuses the date "%s" wherever it stands', (day) => {
  const window = { start: '2020-01-01', end: '2030-01-01' };
  const inFigure = [
    figure('d', 1, 1, { knownOn: day }),
    figure('d', 1, 1, { window: { ...window, start: day } }),
    figure('d', 1, 1, { window: { ...window, end: day } }),
  ];
  for (const one of inFigure) {
    const error = total([one]);
    expect(error).toMatchObject({ code: 'BAD_DATE', ids: ['d'] });
    expect(error.message).toBe(`invalid date: ${day} in figure d`);
  }
  for (const options of [{ at: day }, { from: day }, { knownOn: day }]) {
    const error = total([], [], options);
    expect(error).toMatchObject({ code: 'BAD_DATE', ids: [] });
    expect(error.message).toContain(day);
  }
  const range = { low: 0, high: 0 };
  const verdict = { due: range, reported: range, hasReport: true, windowEnd: '2024-01-01', at: '2024-01-01' };
  expect(catchError(() => verdictOf({ ...verdict, at: day })).code).toBe('BAD_DATE');
  expect(catchError(() => verdictOf({ ...verdict, windowEnd: day })).code).toBe('BAD_DATE');
});

it('knows leap days', () => {
  expect(() => totalAt([], [], { ...WHOLE, at: '2024-02-29' })).not.toThrow();
});

it('refuses a period that ends before it begins', () => {
  const error = total([], [], { from: '2024-05-02', at: '2024-05-01' });
  expect(error.code).toBe('BAD_DATE');
  expect(error.message).toContain('2024-05-02 > 2024-05-01');
  const options = { from: '2024-05-02', to: '2024-05-01', interval: 'MONTH', schedule: 'EVEN' } as const;
  expect(catchError(() => series([], [], { ...options, knownOn: '2024-01-01' })).code).toBe('BAD_DATE');
});

it('names the path of a cycle, and only that', () => {
  const figures = ['a', 'b', 'c', 'inner', 'outer'].map((id) => figure(id, 1));
  const links = [
    link('inner', 'PART_OF', 'a'),
    link('a', 'PART_OF', 'b'),
    link('b', 'MAY_BE_PART_OF', 'c'),
    link('c', 'PART_OF', 'a'),
    link('c', 'PART_OF', 'outer'),
  ];
  const error = total(figures, links);
  expect(error.code).toBe('CYCLE');
  expect(error.ids.toSorted()).toEqual(['a', 'b', 'c']);
  expect(error.message).toMatch(/: (a → b → c → a|b → c → a → b|c → a → b → c)$/);
  expect(catchError(() => explainTotal(figures, links, WHOLE)).code).toBe('CYCLE');
});

it('names a cycle that joining makes', () => {
  const figures = ['a', 'b', 'c'].map((id) => figure(id, 1));
  const same = link('b', 'SAME_AS', 'c');
  const around = total(figures, [link('a', 'PART_OF', 'b'), link('c', 'PART_OF', 'a'), same]);
  expect(around.code).toBe('CYCLE');
  expect(around.message).toMatch(/: (a → b = c → a|c → a → b = c)$/);
  const within = total(figures, [link('b', 'PART_OF', 'c'), same]);
  expect(within).toMatchObject({ code: 'CYCLE', ids: ['b', 'c'] });
  expect(within.message).toContain('b → c = b');
});

it('names a figure that is part of itself', () => {
  const error = total([figure('a', 1)], [link('a', 'MAY_BE_PART_OF', 'a')]);
  expect(error).toMatchObject({ code: 'CYCLE', ids: ['a'] });
  expect(error.message).toContain('a → a');
});
