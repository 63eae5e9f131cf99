import { expect, test } from 'vitest';
import { nameChosen } from '@/features/compare/find-comparison.ts';
import { countVerdicts, describeComparison, titleComparison } from '@/features/compare/sentences.ts';
import { comparePath, isWordy, parseCompare } from '@/features/compare/view.ts';

const today = '2026-11-23';

test('names are read set off by commas or apart, each once, in their order', () => {
  const expected = { by: 'provider', ids: ['china', 'united-states'] };
  expect(parseCompare({ with: 'china,united-states' }, today).view).toMatchObject(expected);
  expect(parseCompare({ with: ['china', '', 'united-states', 'china'] }, today).view).toMatchObject(expected);
  expect(parseCompare({ by: 'country', with: 'slb,AGO' }, today).view.ids).toEqual(['SLB', 'AGO']);
});

test('what cannot be used is told with its parameter and value', () => {
  const { view, issues } = parseCompare({ by: 'year', with: 'a,b,c,d,e,f,g', known: 'soon' }, today);
  expect(view).toMatchObject({ by: 'provider', ids: ['a', 'b', 'c', 'd', 'e', 'f'], known: null });
  expect(issues).toEqual([
    { field: 'by', message: '“year” is not provider, program or country.' },
    { field: 'known', message: '“soon” is not a day up to today, such as 2024-09-09.' },
    { field: 'with', message: '7 are too many to compare; these are the first 6.' },
  ]);
});

test('names that are not on record are told, and the others kept', () => {
  const { view } = parseCompare({ by: 'program', with: 'focac,nope' }, today);
  const { named, issues } = nameChosen(view, [{ value: 'focac', label: 'FOCAC' }]);
  expect(named).toEqual([{ value: 'focac', label: 'FOCAC' }]);
  expect(issues).toEqual([{ field: 'with', message: '“nope” is no program on record.' }]);
});

test('an address holds what is not usual alone, and a form’s address is mended', () => {
  const { view } = parseCompare({ with: ['china', 'turkiye'], known: '2024-09-09', audience: 'all' }, today);
  expect(comparePath(view)).toBe('/compare?with=china,turkiye&audience=all&known=2024-09-09');
  expect(isWordy({ with: ['china', 'turkiye'] })).toBe(true);
  expect(isWordy({ with: 'china,turkiye', audience: '' })).toBe(true);
  expect(isWordy({ with: 'china,turkiye' })).toBe(false);
});

const range = (low: number, high: number) => ({ low, high });
const totals = { contributions: [], assumptions: { knownOn: today }, gap: range(0, 0), pledged: range(0, 0) };

test('the sentence tells of each, and of nothing as nothing', () => {
  const subjects = [
    { name: 'China', totals: { ...totals, due: range(3760, 7500), reported: range(2700, 2700) } },
    { name: 'Fiji', totals: { ...totals, due: range(0, 4500), reported: range(0, 0) } },
  ];
  expect(titleComparison(subjects)).toBe('China and Fiji: training due and reported');
  expect(describeComparison(subjects, today)).toBe(
    'By 23 November 2026, China: 3,760–7,500 people were due and 2,700 are reported. Fiji: up to 4,500 people were due and nothing with a number is reported.',
  );
});

test('verdicts are counted, those without one last', () => {
  const verdicts = ['UNREPORTED', 'RUNNING', 'UNREPORTED', null] as const;
  const nodes = verdicts.map((verdict, i) => ({
    slug: `c${i}`,
    status: 'ANNOUNCED' as const,
    quantity: null,
    standing: verdict && { verdict },
  }));
  expect(countVerdicts({ commitments: { totalCount: 4, nodes } }).map(({ words }) => words)).toEqual([
    '2 unreported',
    '1 running',
    '1 without a verdict',
  ]);
});
