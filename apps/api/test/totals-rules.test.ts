import { describe, expect, it } from 'vitest';
import { countYears } from '../src/modules/totals/calendar.ts';
import { linkPresent, mapSteps } from '../src/modules/totals/links.ts';
import type { Fulfilment } from '../src/modules/totals/queries.ts';
import type { Period, Question } from '../src/modules/totals/question.ts';
import type { Groups, Target } from '../src/modules/totals/recipients.ts';
import type { RecordedCount, RecordedGroup, RecordedLink } from '../src/modules/totals/record.ts';
import { roundRange } from '../src/modules/totals/rounding.ts';
import { selectCounts } from '../src/modules/totals/selection.ts';
import { judgeStanding } from '../src/modules/totals/standing.ts';
import { openLedger, sumUp } from '../src/modules/totals/sums.ts';

const QUESTION: Question = {
  filter: {},
  targets: [],
  knownOn: '2025-01-01',
  schedule: 'EVEN',
  placesAsPeople: false,
};
const PERIOD: Period = { from: null, at: '2025-01-01', statedBefore: '2025-01-02' };

function count(slug: string, changes: Partial<RecordedCount> = {}): RecordedCount {
  return {
    id: 1,
    slug,
    title: `The ${slug}`,
    kind: 'COMMITMENT',
    unit: 'PEOPLE',
    measure: 'TRAINEES',
    audience: 'POLICE',
    voice: 'PROVIDER',
    quantity: { low: 100, high: 100 },
    rate: null,
    window: { start: '2020-01-01', end: '2024-01-01', endLatest: null },
    statedOn: '2020-01-01',
    statedOnPrecision: 'DAY',
    windowStartPrecision: 'DAY',
    windowEndPrecision: 'DAY',
    knownOn: '2020-01-01',
    publishedOn: '2020-01-01',
    confidence: 'HIGH',
    status: 'ANNOUNCED',
    program: null,
    providers: [{ slug: 'china', name: 'China', iso3: 'CHN' }],
    recipientScope: 'UNSPECIFIED',
    recipients: [],
    words: null,
    ...changes,
  };
}

function group(id: number, members: string[]): RecordedGroup {
  const memberships = members.map((iso3) => ({ iso3, since: null, until: null }));
  return { id, slug: `g${id}`, code: `G:${id}`, name: `Group ${id}`, members: memberships };
}

function link(from: string, relation: RecordedLink['relation'], to: string): RecordedLink {
  return { from, to, relation, basis: 'STATED' };
}

function select(
  counts: RecordedCount[],
  links: RecordedLink[] = [],
  question = QUESTION,
  groups: Groups = new Map(),
) {
  return selectCounts({ counts, links }, question, PERIOD, groups);
}

describe('selectCounts', () => {
  it.each([
    ['NOT_YET_KNOWN', { statedOn: null, knownOn: '2025-06-01' }],
    ['NOT_YET_KNOWN', { kind: 'REPORTED_TOTAL', knownOn: '2025-06-01', status: null }],
    ['STATUS', { status: 'WITHDRAWN', measure: 'VISITORS' }],
    ['MEASURE', { measure: 'VISITORS', quantity: null }],
    ['UNIT', { unit: 'PLACES', measure: 'PLACES', quantity: null }],
    ['UNIT', { unit: 'COURSES', measure: 'COURSES' }],
    ['NO_QUANTITY', { quantity: null, window: { start: null, end: null, endLatest: null } }],
    ['OPEN_WINDOW', { rate: 'PER_YEAR', window: { start: '2020-01-01', end: null, endLatest: null } }],
    ['OPEN_WINDOW', { kind: 'REPORTED_TOTAL', window: { start: null, end: '2021-01-01', endLatest: null } }],
  ] as [string, Partial<RecordedCount>][])(
    'tells the first reason that holds: %s of %j',
    (reason, changes) => {
      expect(select([count('a', changes)]).excluded).toMatchObject([{ reason }]);
    },
  );

  it('lets a count that takes part replace another, and no other', () => {
    const links = [link('new', 'SUPERSEDES', 'old')];
    const both = select([count('old'), count('new')], links);
    expect(both.excluded).toMatchObject([
      { count: { slug: 'old' }, reason: 'SUPERSEDED', detail: '“The new” replaces it.' },
    ]);
    const unfit = select([count('old'), count('new', { measure: 'GRADUATES' })], links);
    expect(unfit.commitments.map((it) => it.count.slug)).toEqual(['old']);
    const later = select([count('old'), count('new', { knownOn: '2025-06-01' })], links);
    expect(later.commitments.map((it) => it.count.slug)).toEqual(['old']);
  });

  it('takes a promise without an end for what it pledges alone', () => {
    const open = count('a', { window: { start: '2020-01-01', end: null, endLatest: null } });
    const ledger = openLedger(select([open]), [], QUESTION);
    expect(sumUp(ledger, PERIOD)).toMatchObject({
      pledged: { low: 100, high: 100 },
      due: { low: 0, high: 0 },
    });
  });

  it('holds both readings of an end that is a range', () => {
    const window = { start: '2020-01-01', end: '2025-01-01', endLatest: '2030-01-01' };
    const ledger = openLedger(select([count('a', { window })]), [], QUESTION);
    const { due } = sumUp(ledger, PERIOD);
    expect(roundRange(due)).toEqual({ low: 50, high: 100 });
  });
});

describe('recipients', () => {
  const open = group(1, []);
  const africa = group(2, ['KEN', 'UGA', 'EGY']);
  const arab = group(3, ['EGY', 'JOR']);
  const groups = new Map([open, africa, arab].map((it) => [it.id, it]));
  const kenya: Target = { kind: 'COUNTRY', iso3: 'KEN' };
  const country = (iso3: string, share: number | null = null) => ({
    iso3,
    groupId: null,
    share: share === null ? null : { low: share, high: share },
  });
  const whole = (id: number) => ({ iso3: null, groupId: id, share: null });
  const take = (changes: Partial<RecordedCount>, target: Target) =>
    select([count('a', changes)], [], { ...QUESTION, targets: [target] }, groups).commitments[0]?.readings[0]
      .quantity ?? null;

  it.each([
    ['alone', 'NAMED', [country('KEN')], { low: 100, high: 100 }],
    ['among others', 'NAMED', [country('KEN'), country('UGA')], { low: 0, high: 100 }],
    ['with its share', 'PARTLY_NAMED', [country('KEN', 30), country('UGA')], { low: 30, high: 30 }],
    ["beside another's share", 'NAMED', [country('KEN'), country('UGA', 30)], { low: 70, high: 70 }],
    ['beside a share of a partly named count', 'PARTLY_NAMED', [country('UGA', 30)], { low: 0, high: 70 }],
    ['as a member', 'GROUP', [whole(2)], { low: 0, high: 100 }],
    ['of a group that it is not in', 'GROUP', [whole(3)], null],
    ['of a group without a list', 'GROUP', [whole(1)], { low: 0, high: 100 }],
    ['of nobody named', 'UNSPECIFIED', [], { low: 0, high: 100 }],
    ['not named', 'NAMED', [country('UGA')], null],
  ] as const)('takes a country %s', (_, recipientScope, recipients, quantity) => {
    expect(take({ recipientScope, recipients: [...recipients] }, kenya)).toEqual(quantity);
  });

  it('takes a group whole where all recipients lie within it', () => {
    const target: Target = { kind: 'GROUP', group: africa };
    expect(take({ recipientScope: 'NAMED', recipients: [country('KEN'), country('EGY')] }, target)?.low).toBe(
      100,
    );
    expect(take({ recipientScope: 'GROUP', recipients: [whole(2)] }, target)?.low).toBe(100);
    expect(take({ recipientScope: 'GROUP', recipients: [whole(3)] }, target)).toEqual({ low: 0, high: 100 });
    expect(take({ recipientScope: 'NAMED', recipients: [country('JOR')] }, target)).toBeNull();
  });

  it('leaves a sole provider out of what it gives to others, but not a joint one', () => {
    const china: Target = { kind: 'COUNTRY', iso3: 'CHN' };
    expect(take({}, china)).toBeNull();
    const providers = [
      { slug: 'china', name: 'China', iso3: 'CHN' },
      { slug: 'kenya', name: 'Kenya', iso3: 'KEN' },
    ];
    expect(take({ providers }, china)).toEqual({ low: 0, high: 100 });
  });

  it('looks at membership on the day stated', () => {
    const member = { iso3: 'KEN', since: '2021-01-01', until: null };
    const young = { ...group(4, ['UGA']), members: [{ iso3: 'UGA', since: null, until: null }, member] };
    const changes = { recipientScope: 'GROUP' as const, recipients: [whole(4)] };
    const known = new Map([[4, young]]);
    const question = { ...QUESTION, targets: [kenya] };
    const before = select([count('a', changes)], [], question, known);
    expect(before.excluded).toMatchObject([{ reason: 'FILTERED' }]);
    const after = select([count('a', { ...changes, statedOn: '2021-01-01' })], [], question, known);
    expect(after.commitments).toHaveLength(1);
  });
});

describe('linkPresent', () => {
  const links = [link('a', 'PART_OF', 'b'), link('b', 'MAY_BE_PART_OF', 'c'), link('c', 'SAME_AS', 'd')];
  const reach = (present: string[], through: string[]) =>
    linkPresent(mapSteps(links), new Set(present), new Set(through)).map(
      (it) => `${it.from} ${it.relation} ${it.to}`,
    );

  it('runs on through what is left out of view, and stops at what does not hold', () => {
    expect(reach(['a', 'c'], ['b'])).toEqual(['a MAY_BE_PART_OF c']);
    expect(reach(['a', 'd'], ['b', 'c'])).toEqual(['a MAY_BE_PART_OF d']);
    expect(reach(['a', 'c'], [])).toEqual([]);
  });

  it('takes what is part of a later statement for a possible part of the earlier, and closes no ring by it', () => {
    const restated = [link('academy', 'PART_OF', 'later'), link('later', 'SUPERSEDES', 'earlier')];
    const among = (links: RecordedLink[], present: string[]) =>
      linkPresent(mapSteps(links), new Set(present), new Set(['later'])).map(
        (it) => `${it.from} ${it.relation} ${it.to}`,
      );
    expect(among(restated, ['academy', 'earlier'])).toEqual(['academy MAY_BE_PART_OF earlier']);
    expect(among([...restated, link('earlier', 'PART_OF', 'academy')], ['academy', 'earlier'])).toEqual([
      'earlier PART_OF academy',
    ]);
  });
});

describe('rounding and years', () => {
  it('rounds low down and high up, but not a last bit', () => {
    expect(roundRange({ low: 2699.9999999996, high: 2700.0000000004 })).toEqual({ low: 2700, high: 2700 });
    expect(roundRange({ low: 1.5, high: 1.5 })).toEqual({ low: 1, high: 2 });
    expect(roundRange({ low: -0.5, high: -0.0000000001 })).toEqual({ low: -1, high: 0 });
  });

  it.each([
    ['2004-01-01', '2009-01-01', 5],
    ['2023-02-21', '2024-02-21', 1],
    ['2023-01-01', '2023-07-02', 182 / 365],
    ['2020-02-29', '2021-03-01', 1],
  ])('counts years from %s to %s', (start, end, years) => {
    expect(countYears(start, end)).toBeCloseTo(years, 9);
  });
});

describe('judgeStanding', () => {
  const report = (changes: Partial<RecordedCount> = {}) =>
    count('r', { kind: 'REPORTED_TOTAL', status: null, knownOn: '2024-01-01', ...changes });
  const judge = (reports: [RecordedCount, boolean][], at = '2025-01-01') =>
    judgeStanding(
      {
        commitment: count('c'),
        reports: reports.map(([it, isStated]) => ({ report: it, isStated, successors: [] })),
        links: [],
      },
      at,
      at,
    );

  it('weighs stated reports as the low and all of them as the high', () => {
    const low = report({ quantity: { low: 60, high: 60 } });
    const high = { ...report({ quantity: { low: 50, high: 50 } }), slug: 's' };
    expect(
      judge([
        [low, true],
        [high, false],
      ]),
    ).toMatchObject({
      verdict: 'INDETERMINATE',
      reported: { low: 60, high: 110 },
    });
    expect(judge([[report(), true]])).toMatchObject({ verdict: 'MET' });
    expect(judge([[low, true]])).toMatchObject({ verdict: 'BEHIND' });
  });

  it('does not break the silence for a report that only may fulfil it', () => {
    expect(judge([[report(), false]])).toMatchObject({
      verdict: 'UNREPORTED',
      days: 366,
      reported: { low: 0, high: 100 },
      rule: expect.stringContaining('“The r” may fulfil it, but no source says so.'),
    });
  });

  it('counts a report without a window from the very day it was stated, and not before the window', () => {
    const open = { start: null, end: null, endLatest: null };
    const stated = (knownOn: string, at: string) =>
      judge([[report({ window: open, knownOn }), true]], at)?.reported;
    expect(stated('2022-01-01', '2022-01-01')).toEqual({ low: 100, high: 100 });
    expect(stated('2022-01-01', '2021-12-31')).toEqual({ low: 0, high: 0 });
    expect(stated('2020-01-01', '2020-01-02')).toEqual({ low: 100, high: 100 });
    expect(stated('2019-12-31', '2022-01-01')).toEqual({ low: 0, high: 0 });
  });

  it('leaves out a report that a known and comparable one replaces', () => {
    const old = report({ quantity: { low: 60, high: 60 } });
    const judgeReplaced = (changes: Partial<RecordedCount>) => {
      const successor = { ...report(changes), slug: 'later' };
      const reports = [{ report: old, isStated: true, successors: [successor] }];
      return judgeStanding({ commitment: count('c'), reports, links: [] }, '2025-01-01', '2025-01-01');
    };
    expect(judgeReplaced({})).toMatchObject({ verdict: 'UNREPORTED', reported: { low: 0, high: 0 } });
    expect(judgeReplaced({ knownOn: '2025-01-02' })).toMatchObject({ reported: { low: 60, high: 60 } });
    expect(judgeReplaced({ measure: 'GRADUATES' })).toMatchObject({ reported: { low: 60, high: 60 } });
  });

  it('counts silence after an end though nobody tells the start', () => {
    const window = { start: null, end: '2024-01-01', endLatest: null };
    const judgeEnd = (reports: Fulfilment['reports']) =>
      judgeStanding({ commitment: count('c', { window }), reports, links: [] }, '2024-01-11', '2025-01-01');
    expect(judgeEnd([])).toMatchObject({ verdict: 'UNREPORTED', days: 10, due: null });
    expect(judgeEnd([{ report: report(), isStated: true, successors: [] }])).toMatchObject({
      verdict: 'INDETERMINATE',
      days: null,
      rule: '100 people are reported, and nobody says from when on the promise counts.',
    });
  });

  it('claims no silence where a report cannot be compared', () => {
    const cases = [
      [{ unit: 'PLACES' }, '“The r” reports on it in training places.'],
      [{ quantity: null }, '“The r” reports on it without a number.'],
      [{ measure: 'DEGREE_STUDENTS' }, '“The r” reports on it, but counts students of a degree.'],
    ] as const;
    for (const [changes, remark] of cases) {
      expect(judge([[report(changes), true]])).toMatchObject({
        verdict: 'INDETERMINATE',
        days: null,
        rule: `What is reported cannot be compared with what was promised. ${remark}`,
      });
    }
  });
});
