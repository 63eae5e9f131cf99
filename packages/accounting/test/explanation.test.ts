import { expect, it } from 'vitest';
import { explainTotal, type Link } from '../src/index.ts';
import { figure, WHOLE } from './records.ts';

const link = (from: string, relation: Link['relation'], to: string): Link => ({ from, to, relation });

it('tells what each figure brings, where it may be counted already, and what is left out', () => {
  const figures = [
    figure('course', 10, 12),
    figure('programme', 100),
    figure('pledge', 500),
    figure('retold', 480, 480, { window: { start: '2024-01-01', end: '2026-01-01' } }),
    figure('aside', 7),
    figure('withdrawn', 9),
    figure('tomorrow', 9, 9, { knownOn: '2029-01-02' }),
    figure('certain', 3),
  ];
  const links = [
    link('course', 'MAY_BE_PART_OF', 'programme'),
    link('certain', 'MAY_BE_PART_OF', 'programme'),
    link('certain', 'PART_OF', 'retold'),
    link('retold', 'SAME_AS', 'pledge'),
    link('aside', 'SUPERSEDES', 'withdrawn'),
    link('tomorrow', 'SUPERSEDES', 'pledge'),
    link('programme', 'PART_OF', 'tomorrow'),
  ];
  const options = { at: '2025-01-01', schedule: 'EVEN', knownOn: '2029-01-01' } as const;
  const { contributions, left } = explainTotal(figures, links, options);
  const none = { within: [], joined: [] };
  const people = (low: number, high = low) => ({ low, high });
  expect(contributions).toEqual([
    { id: 'course', amount: people(10, 12), role: 'MAY_BE_PART_OF', within: ['programme'], joined: [] },
    { ...none, id: 'programme', amount: people(100), role: 'CONTAINS' },
    { ...none, id: 'pledge', amount: people(500), role: 'SAME_AS', joined: ['retold'] },
    { ...none, id: 'retold', amount: people(480 * (366 / 731)), role: 'SAME_AS', joined: ['pledge'] },
    { ...none, id: 'aside', amount: people(7), role: 'ALONE' },
    { id: 'certain', amount: people(3), role: 'PART_OF', within: ['programme', 'retold'], joined: [] },
  ]);
  expect(left).toEqual([
    { id: 'withdrawn', reason: 'SUPERSEDED' },
    { id: 'tomorrow', reason: 'NOT_YET_KNOWN' },
  ]);
});

it('a joined figure is within what the others are within', () => {
  const figures = ['a', 'b', 'outer'].map((id) => figure(id, 1));
  const links = [link('a', 'SAME_AS', 'b'), link('a', 'PART_OF', 'outer')];
  const { contributions } = explainTotal(figures, links, WHOLE);
  expect(contributions.map(({ within }) => within)).toEqual([['outer'], ['outer'], []]);
});
