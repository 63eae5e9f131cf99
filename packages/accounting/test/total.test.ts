import { describe, expect, it } from 'vitest';
import { type Link, totalAt } from '../src/index.ts';
import { figure, WHOLE } from './records.ts';

const link = (from: string, relation: Link['relation'], to: string): Link => ({ from, to, relation });

describe('known and superseded', () => {
  const old = figure('old', 5);
  const replacement = figure('replacement', 8, 8, { knownOn: '2024-06-01' });
  const links = [link('replacement', 'SUPERSEDES', 'old')];

  it('only a known figure supersedes', () => {
    expect(totalAt([old, replacement], links, { ...WHOLE, knownOn: '2024-05-31' })).toEqual({
      low: 5,
      high: 5,
    });
    expect(totalAt([old, replacement], links, { ...WHOLE, knownOn: '2024-06-01' })).toEqual({
      low: 8,
      high: 8,
    });
  });

  it('a superseded figure still supersedes', () => {
    const last = figure('last', 1);
    const chain = [...links, link('last', 'SUPERSEDES', 'replacement')];
    expect(totalAt([old, replacement, last], chain, WHOLE)).toEqual({ low: 1, high: 1 });
  });

  it('a link to a figure that is not yet known says nothing', () => {
    const figures = [figure('a', 5), figure('b', 7, 7, { knownOn: '2025-01-01' }), figure('c', 9)];
    const through = [link('a', 'PART_OF', 'b'), link('b', 'PART_OF', 'c'), link('c', 'PART_OF', 'b')];
    expect(totalAt(figures, through, { ...WHOLE, knownOn: '2024-12-31' })).toEqual({ low: 14, high: 14 });
  });
});

describe('the same', () => {
  it('is the hull of all tellings in the window of the first stated, ties to the smaller id', () => {
    const first = { start: '2024-01-01', end: '2024-01-11' };
    const figures = [
      figure('c', 10, 20, { window: { start: '2029-01-01', end: '2029-12-31' } }),
      figure('b', 30, 40, { window: first }),
      figure('d', 5, 6, { knownOn: '2024-02-01' }),
    ];
    const links = [link('c', 'SAME_AS', 'b'), link('b', 'SAME_AS', 'd')];
    expect(totalAt(figures, links, { ...WHOLE, at: '2024-01-06' })).toEqual({ low: 2.5, high: 20 });
  });

  it('takes over the links of all who joined', () => {
    const figures = [figure('a', 4), figure('b', 4), figure('inner', 3), figure('outer', 10)];
    const links = [link('a', 'SAME_AS', 'b'), link('inner', 'PART_OF', 'a'), link('b', 'PART_OF', 'outer')];
    expect(totalAt(figures, links, WHOLE)).toEqual({ low: 10, high: 10 });
  });
});

describe('schedules', () => {
  const ten = [figure('a', 10, 20, { window: { start: '2024-01-01', end: '2024-01-11' } })];
  const at = (day: string, schedule: 'EVEN' | 'AT_START' | 'AT_END', from?: string) =>
    totalAt(ten, [], { from, at: day, schedule, knownOn: '2024-01-01' });

  it('EVEN is the share of days that have gone', () => {
    expect(at('2024-01-01', 'EVEN')).toEqual({ low: 0, high: 0 });
    expect(at('2024-01-04', 'EVEN')).toEqual({ low: 3, high: 6 });
    expect(at('2024-02-01', 'EVEN')).toEqual({ low: 10, high: 20 });
    expect(at('2024-01-09', 'EVEN', '2024-01-04')).toEqual({ low: 5, high: 10 });
  });

  it('AT_START is all after the first day', () => {
    expect(at('2024-01-01', 'AT_START').low).toBe(0);
    expect(at('2024-01-02', 'AT_START').low).toBe(10);
    expect(at('2024-01-02', 'AT_START', '2024-01-01').low).toBe(10);
    expect(at('2024-01-03', 'AT_START', '2024-01-02').low).toBe(0);
  });

  it('AT_END is all on the end', () => {
    expect(at('2024-01-10', 'AT_END').low).toBe(0);
    expect(at('2024-01-11', 'AT_END').low).toBe(10);
    expect(at('2024-01-12', 'AT_END', '2024-01-10').low).toBe(10);
    expect(at('2024-01-12', 'AT_END', '2024-01-11').low).toBe(0);
  });
});

describe('size and shape', () => {
  it('is 0–0 of nothing, and over no days', () => {
    expect(totalAt([], [], WHOLE)).toEqual({ low: 0, high: 0 });
    const noDays = { ...WHOLE, from: '2024-05-01', at: '2024-05-01' };
    expect(totalAt([figure('a', 5)], [], noDays)).toEqual({ low: 0, high: 0 });
  });

  it('follows a chain of 20,000 figures, past figures without amounts, to its one large end', () => {
    const figures = Array.from({ length: 20_000 }, (_, index) => figure(`f${index}`, index % 3));
    figures.push(figure('end', 1e6));
    const links = figures.slice(1).map(({ id }, index) => link(`f${index}`, 'PART_OF', id));
    expect(totalAt(figures, links, WHOLE)).toEqual({ low: 1e6, high: 1e6 });
  });

  it('finds the ways that only many rounds find', () => {
    const figures = Array.from({ length: 300 }, (_, index) => figure(`f${index}`, index === 0 ? 1e6 : index));
    const links = figures.slice(1).map(({ id }, index) => link(`f${index}`, 'PART_OF', id));
    expect(totalAt(figures, links, WHOLE)).toEqual({ low: 1e6, high: 1e6 });
  });

  it('changes none of its input', () => {
    const figures = [figure('a', 5), figure('b', 7)].map((one) => Object.freeze(one));
    const links = [Object.freeze(link('a', 'SAME_AS', 'b'))];
    expect(totalAt(Object.freeze(figures) as typeof figures, Object.freeze(links) as Link[], WHOLE)).toEqual({
      low: 5,
      high: 7,
    });
  });
});
