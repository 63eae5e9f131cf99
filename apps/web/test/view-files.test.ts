import { expect, test } from 'vitest';
import type { Lane } from '@/charts/step-timeline/index.ts';
import { makeCompareFile, pageOf } from '@/features/compare/file.ts';
import type { Subject } from '@/features/compare/queries.ts';
import type { CompareView } from '@/features/compare/view.ts';
import { makeProgramListFile } from '@/features/program/list-file.ts';
import { makeTimelineFile } from '@/features/timeline/file.ts';
import { rangeFields } from '@/features/totals/range-columns.ts';
import { listReadingNotes, requireChart, requireReading } from '@/features/totals/reading.ts';
import { ViewRefused } from '@/files/view-file.ts';

const today = '2026-11-23';
const range = (low: number, high: number) => ({ low, high });
const nothing = range(0, 0);
const reading = { known: null, audience: 'police-and-security' as const };

const afp = {
  slug: 'afp',
  title: 'Police forum',
  publisher: 'AFP',
  publishedOn: { date: '2024-09-09' },
  url: 'https://example.org/afp',
};
const cited = { __typename: 'Commitment' as const, slug: 'forum', claims: [{ source: afp }] };

function refusedOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ViewRefused) return error.problems;
    throw error;
  }
  return [];
}

test('files refuse a day and an audience that pages would pass over', () => {
  expect(requireReading({ known: '2024-09-09', audience: 'all' }, today)).toEqual({
    known: '2024-09-09',
    audience: 'all',
  });
  expect(refusedOf(() => requireReading({ known: '2030-01-01', audience: 'cats' }, today))).toEqual([
    'known: “2030-01-01” is not a day up to today, such as 2024-09-09.',
    'audience: “cats” is neither all nor police-and-security.',
  ]);
  expect(listReadingNotes({ audience: 'all' })[0]).toBe('Training of every audience');
});

test('a page has the charts that it offers, and no other', () => {
  const offered = ['years', 'timeline'] as const;
  expect(requireChart({}, offered)).toBe('years');
  expect(requireChart({ chart: 'timeline' }, offered)).toBe('timeline');
  expect(refusedOf(() => requireChart({ chart: 'pie' }, offered))).toEqual([
    'chart: “pie” is none of years, timeline.',
  ]);
});

test('a total of nothing is an empty field, not zero', () => {
  expect(rangeFields(nothing)).toEqual([null, null]);
  expect(rangeFields(null)).toEqual([null, null]);
  expect(rangeFields(range(0, 34))).toEqual([0, 34]);
});

test('the list of programs holds them all, its chart those with numbers', () => {
  const held = { totalCount: 1 };
  const program = { description: null, commitments: held, reportedTotals: held, events: held };
  const row = {
    key: 'focac',
    label: 'FOCAC',
    pledged: range(1000, 1000),
    due: range(740, 741),
    reported: nothing,
    counts: ['forum'],
  };
  const file = makeProgramListFile(
    {
      programs: [
        { ...program, slug: 'focac', name: 'FOCAC', ranges: row },
        { ...program, slug: 'pacific', name: 'Pacific', ranges: null },
      ],
      breakdown: {
        isAdditive: true,
        rows: [row],
        contributions: [{ count: cited }],
        assumptions: { knownOn: today },
      },
    },
    { ...reading, known: '2026-11-23' },
  );
  expect(file.page).toBe('/programs?known=2026-11-23');
  expect(file.rows[0]).toEqual([
    '/programs/focac',
    'focac',
    'FOCAC',
    null,
    1,
    1,
    1,
    1000,
    1000,
    740,
    741,
    null,
    null,
  ]);
  expect(file.rows[1]?.slice(-6)).toEqual([null, null, null, null, null, null]);
  expect(file.rows[0]).toHaveLength(file.columns.length);
  expect(file.draw?.('wide').stops.map(({ href }) => href)).toEqual(['/programs/focac?known=2026-11-23']);
  expect(file.sources.map(({ slug }) => slug)).toEqual(['afp']);
});

const lane: Lane = {
  id: 'forum',
  kind: 'commitment',
  figure: '3,000 people',
  words: 'twelve months',
  href: '/commitments/forum',
  window: {
    start: { date: '2024-09-09', precision: 'DAY' },
    end: { date: '2025-09-09', precision: 'DAY' },
  },
  when: 'Sept 2024 – Sept 2025',
  size: 3000,
  statedOn: '2024-09-09',
};

test('a timeline draws the largest fifteen lanes and lists all; one lane is none', () => {
  const lanes = Array.from({ length: 25 }, (_, i) => ({ ...lane, id: `c${i}`, size: i }));
  const input = {
    page: '/providers/china?chart=timeline',
    name: 'China',
    cited: [cited],
    at: today,
  };
  const file = makeTimelineFile({ ...input, lanes });
  expect(file.rows).toHaveLength(25);
  expect(file.draw?.('wide').stops).toHaveLength(15);
  expect(file.notes).toEqual(['the 15 with the largest numbers; 10 more in the table']);
  expect(file.summary).toBe('25 promises. Of the promises 25 have run out.');
  expect(makeTimelineFile({ ...input, lanes: [lane] }).draw).toBeNull();
});

const view: CompareView = { ...reading, by: 'provider', ids: ['china', 'fiji'] };

function subject(id: string, name: string, due: Subject['totals']['due']): Subject {
  const point = {
    start: '2024-01-01',
    end: '2025-01-01',
    pledged: due,
    cumulativeDue: due,
    cumulativeReported: nothing,
  };
  return {
    id,
    name,
    totals: {
      pledged: due,
      due,
      reported: nothing,
      gap: due,
      contributions:
        due.high > 0 ? [{ quantity: { high: due.high }, count: { ...cited, statedOn: null } }] : [],
      assumptions: { knownOn: today },
    },
    series: {
      points: [point, { ...point, start: '2027-01-01', end: '2028-01-01', cumulativeReported: range(5, 5) }],
      reports: [],
    },
    commitments: { totalCount: 0, nodes: [] },
    reportedTotals: { totalCount: 0, nodes: [] },
  };
}

test('a comparison has a row for each thing and year, empty where nothing is known yet', () => {
  const subjects = [subject('china', 'China', range(740, 900)), subject('fiji', 'Fiji', nothing)];
  const file = makeCompareFile({ view, subjects, options: [], issues: [] }, today);
  expect(file.page).toBe('/compare?with=china,fiji');
  expect(file.rows.map(([page, , , name, start]) => [page, name, start])).toEqual([
    ['/providers/china', 'China', '2024-01-01'],
    ['/providers/china', 'China', '2027-01-01'],
    ['/providers/fiji', 'Fiji', '2024-01-01'],
    ['/providers/fiji', 'Fiji', '2027-01-01'],
  ]);
  expect(file.rows[1]?.slice(6)).toEqual([740, 900, 740, 900, null, null]);
  expect(file.rows[2]?.slice(6)).toEqual([null, null, null, null, null, null]);
  expect(file.rows.every((row) => row.length === file.columns.length)).toBe(true);
  expect(file.sources).toHaveLength(1);
});

test('where nothing compared has a number there is no chart', () => {
  const subjects = [subject('a', 'A', nothing), subject('b', 'B', nothing)];
  expect(makeCompareFile({ view, subjects, options: [], issues: [] }, today).draw).toBeNull();
});

test('names of a comparison lead to their pages under the same reading', () => {
  const then = { ...view, known: '2024-09-09', audience: 'all' as const };
  expect(pageOf({ id: 'china' }, then)).toBe('/providers/china?audience=all&known=2024-09-09');
  expect(pageOf({ id: 'focac' }, { ...then, by: 'program' })).toBe(
    '/programs/focac?audience=all&known=2024-09-09',
  );
  expect(pageOf({ id: 'SLB' }, { ...then, by: 'country' })).toBe(
    '/countries/SLB?audience=all&known=2024-09-09',
  );
});
