import { expect, test } from 'vitest';
import { listRestatements } from '@/features/count/restatements.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';

const day = (date: string) => ({ date, precision: 'DAY' as const });
const count = (slug: string, statedOn: string | null, window: [string, string] | null = null) => ({
  __typename: 'Commitment',
  slug,
  knownOn: statedOn ?? '2026-11-23',
  statedOn: statedOn && day(statedOn),
  window: { start: window && day(window[0]), end: window && day(window[1]), endLatest: null },
});
type Count = ReturnType<typeof count>;
const link = (from: Count, relation: string, to: Count, basis = 'INFERRED') => ({
  from,
  to,
  relation,
  basis,
});
const tell = (record: Count, ...links: object[]) =>
  listRestatements({ ...record, links } as unknown as CountRecordFragment).map(
    ({ how, count: { slug }, isThis, isInferred }) =>
      `${how}: ${slug}${isThis ? ' (this)' : ''}${isInferred ? ' (inferred)' : ''}`,
  );

const first = count('sco-2018', '2018-06-10');
const second = count('sco-2022', '2022-09-16');

test('a renewal reads the same from both of its ends', () => {
  const renews = link(second, 'RENEWS', first);
  expect(tell(second, renews)).toEqual([
    'First said: sco-2018',
    'Said again for a new window: sco-2022 (this) (inferred)',
  ]);
  expect(tell(first, renews)).toEqual([
    'First said: sco-2018 (this)',
    'Said again for a new window: sco-2022 (inferred)',
  ]);
});

test('what replaces comes after what it replaces, also where no source dates it', () => {
  const old = count('ilea-50000', '2027-01-01');
  const now = count('ilea-60000', null);
  expect(tell(old, link(now, 'SUPERSEDES', old, 'STATED'))).toEqual([
    'First said: ilea-50000 (this)',
    'Replaced by: ilea-60000',
  ]);
});

test('of two tellings of one thing, the earlier is first', () => {
  expect(tell(first, link(first, 'SAME_AS', second))).toEqual([
    'First said: sco-2018 (this)',
    'Said again: sco-2022 (inferred)',
  ]);
});

test('a sum that is said later for the same days restates its parts; a mere part is no restatement', () => {
  const window: [string, string] = ['2024-09-05', '2027-09-05'];
  const [police, military] = [
    count('police-1000', '2024-09-05', window),
    count('military-6000', '2024-09-05', window),
  ];
  const sum = count('focac-7000', '2025-01-09', window);
  const links = [link(police, 'PART_OF', sum), link(military, 'PART_OF', sum)];
  expect(tell(sum, ...links)).toEqual([
    'First said: police-1000',
    'First said: military-6000',
    'Said again within a larger number: focac-7000 (this) (inferred)',
  ]);
  expect(tell(police, links[0] as object)).toEqual([
    'First said: police-1000 (this)',
    'Said again within a larger number: focac-7000 (inferred)',
  ]);
  const longer = count('all', '2025-01-09', ['2010-01-01', '2027-09-05']);
  expect(tell(police, link(police, 'PART_OF', longer))).toEqual([]);
  expect(tell(police, link(police, 'MAY_BE_PART_OF', sum))).toEqual([]);
});

test('what was said once has no sequence', () => {
  expect(tell(first)).toEqual([]);
  expect(tell(first, link(second, 'DISTINCT', first))).toEqual([]);
});
