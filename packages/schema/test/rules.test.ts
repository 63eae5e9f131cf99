import { describe, expect, it } from 'vitest';
import {
  commitmentInput,
  eventInput,
  groupInput,
  impreciseDate,
  isoDay,
  knownOnOf,
  language,
  linkInput,
  listIssues,
  providerInput,
  quantityOf,
  reportedTotalInput,
  slug,
  sourceInput,
  webAddress,
} from '../src/rules/index.ts';

const claim = { source: 'a-source', low: 10, high: 20, language: 'en' };
const count = {
  slug: 'some-count',
  title: 'Some count',
  providers: ['CHN'],
  unit: 'PEOPLE',
  measure: 'TRAINEES',
  audience: 'POLICE',
  audienceStated: 'police',
  window: {},
  voice: 'PROVIDER',
  recipientScope: 'UNSPECIFIED',
  confidence: 'HIGH',
  claims: [claim],
};

function troublesOf(change: Record<string, unknown>): string[] {
  const result = reportedTotalInput.safeParse({ ...count, ...change });
  return result.success ? [] : listIssues(result.error).map(({ field, message }) => `${field}: ${message}`);
}

const day = (date: string) => ({ date, precision: 'DAY' });

describe('dates', () => {
  it('refuses days that no calendar has', () => {
    for (const bad of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '2024-1-1',
      'soon',
      '0024-01-01',
      '20240101',
    ]) {
      expect(isoDay.safeParse(bad).success, bad).toBe(false);
    }
    expect(isoDay.parse('2024-02-29')).toBe('2024-02-29');
  });

  it('names the day and the precision that it refuses', () => {
    const result = impreciseDate.safeParse({ date: '2024-02-30', precision: 'WEEK' });
    expect(result.error && listIssues(result.error)).toEqual([
      { field: 'date', message: 'no such day: 2024-02-30' },
      { field: 'precision', message: 'unknown precision: WEEK; use one of DAY, MONTH, YEAR' },
    ]);
  });
});

describe('text', () => {
  it('trims, composes and refuses control characters', () => {
    expect(reportedTotalInput.parse({ ...count, title: '  cafe\u0301 ' }).title).toBe('café');
    expect(troublesOf({ title: 'a\u0000b' })).toEqual(['title: holds control characters; remove them']);
    expect(troublesOf({ title: 'a\nb' })).toHaveLength(1);
    expect(troublesOf({ note: 'a\nb' })).toEqual([]);
    expect(troublesOf({ note: 'a\ud800b' })).toHaveLength(1);
    expect(troublesOf({ title: ' ' })).toEqual(['title: must not be empty']);
    expect(reportedTotalInput.parse({ ...count, note: '' }).note).toBeNull();
  });

  it('takes web addresses only', () => {
    for (const bad of [
      'javascript:alert(1)',
      'ftp://a.b/c',
      '/path',
      'http://',
      'https://me:pw@a.b/',
      'http://a b/',
    ]) {
      expect(webAddress.safeParse(bad).success, bad).toBe(false);
    }
    expect(webAddress.parse('https://a.example/即時-港聞?a=1')).toBe('https://a.example/即時-港聞?a=1');
  });

  it('takes ascii slugs and canonical language tags', () => {
    for (const bad of ['A', 'a--b', '-a', 'a_b', 'é', ''])
      expect(slug.safeParse(bad).success, bad).toBe(false);
    expect(language.parse('zh-hans')).toBe('zh-Hans');
    expect(language.safeParse('englisch!').success).toBe(false);
  });
});

describe('counts', () => {
  it('fills what was left out with null', () => {
    expect(reportedTotalInput.parse(count)).toMatchObject({
      program: null,
      statedOn: null,
      recipients: [],
      note: null,
    });
  });

  it('says what is wrong and how to mend it', () => {
    expect(troublesOf({ unit: 'HEADS' })).toEqual([
      'unit: unknown unit: HEADS; use one of PEOPLE, PLACES, COURSES',
    ]);
    expect(troublesOf({ providers: [] })).toEqual(['providers: name at least one provider']);
    expect(troublesOf({ window: { start: day('2024-02-01'), end: day('2024-02-01') } })).toEqual([
      'window.end.date: end must be after start',
    ]);
    expect(troublesOf({ window: { end: day('2024-02-01'), endLatest: '2024-01-01' } })).toHaveLength(1);
    expect(troublesOf({ claims: [{ ...claim, high: 5 }] })).toEqual([
      'claims.0.high: high must not be below low',
    ]);
    expect(troublesOf({ claims: [{ ...claim, high: null }] })).toEqual([
      'claims.0.high: give both low and high, or neither',
    ]);
    expect(troublesOf({ claims: [{ ...claim, low: 1.5 }] })).toEqual([
      'claims.0.low: must be a whole number',
    ]);
    expect(troublesOf({ claims: [{ ...claim, rank: 'DEPRECATED' }] })).toEqual([
      'claims.0.rankReason: say why the claim is deprecated',
    ]);
    expect(troublesOf({ colour: 'red' })).toEqual([': unknown field: colour']);
    expect(troublesOf({ status: 'ANNOUNCED' })).toEqual([': unknown field: status']);
    expect(commitmentInput.safeParse(count).success).toBe(false);
    expect(commitmentInput.safeParse({ ...count, status: 'ANNOUNCED' }).success).toBe(true);
  });

  it('keeps unit and measure together', () => {
    expect(troublesOf({ unit: 'PLACES' })).toHaveLength(1);
    expect(troublesOf({ unit: 'PLACES', measure: 'PLACES' })).toEqual([]);
    expect(troublesOf({ measure: 'COURSES' })).toHaveLength(1);
    expect(troublesOf({ unit: 'COURSES', measure: 'COURSES' })).toEqual([]);
    expect(troublesOf({ measure: 'TRAINERS' })).toEqual([]);
  });

  it('fits recipients to their scope', () => {
    const afghanistan = { country: 'AFG', shareLow: 15, shareHigh: 15 };
    expect(troublesOf({ recipients: [afghanistan] })).toHaveLength(1);
    expect(troublesOf({ recipientScope: 'NAMED' })).toHaveLength(1);
    expect(troublesOf({ recipientScope: 'NAMED', recipients: [afghanistan] })).toEqual([]);
    expect(troublesOf({ recipientScope: 'NAMED', recipients: [{ group: 'GRP:SCO' }] })).toHaveLength(1);
    expect(troublesOf({ recipientScope: 'GROUP', recipients: [{ group: 'GRP:SCO' }] })).toEqual([]);
    expect(
      troublesOf({ recipientScope: 'GROUP', recipients: [{ country: 'AFG', group: 'GRP:SCO' }] }),
    ).toContain('recipients.0.country: give a country or a group, not both');
    expect(
      troublesOf({ recipientScope: 'NAMED', recipients: [{ country: 'AFG' }, { country: 'AFG' }] }),
    ).toEqual(['recipients.1: AFG is listed twice']);
    expect(
      troublesOf({ recipientScope: 'NAMED', recipients: [{ ...afghanistan, shareLow: 30, shareHigh: 30 }] }),
    ).toEqual(['recipients: the shares add up to 30, more than the whole 20']);
  });
});

describe('other records', () => {
  it('gives a status to agreements only', () => {
    const event = {
      slug: 'e',
      title: 'E',
      kind: 'FORUM',
      confidence: 'LOW',
      sources: [{ source: 's', language: 'en' }],
    };
    expect(eventInput.safeParse(event).success).toBe(true);
    expect(eventInput.safeParse({ ...event, status: 'SIGNED' }).success).toBe(false);
    expect(eventInput.safeParse({ ...event, kind: 'AGREEMENT', status: 'SIGNED' }).success).toBe(true);
  });

  it('refuses what points at itself and codes that contradict', () => {
    expect(linkInput.safeParse({ from: 'a', to: 'a', relation: 'PART_OF', basis: 'STATED' }).success).toBe(
      false,
    );
    const source = { slug: 's', title: 'S', publisher: 'P', kind: 'MEDIA', language: 'en', derivedFrom: 's' };
    expect(sourceInput.safeParse(source).success).toBe(false);
    expect(sourceInput.safeParse({ ...source, derivedFrom: 't' }).success).toBe(true);
    const provider = { slug: 'p', code: 'CHN', name: 'P', kind: 'COUNTRY', country: 'USA' };
    expect(providerInput.safeParse(provider).success).toBe(false);
    expect(providerInput.safeParse({ ...provider, country: 'CHN' }).success).toBe(true);
    const member = { country: 'IND', since: '2017-06-09', until: '2017-06-09' };
    const group = { slug: 'sco', code: 'GRP:SCO', name: 'SCO', kind: 'ORGANISATION', members: [member] };
    expect(groupInput.safeParse(group).success).toBe(false);
    expect(groupInput.safeParse({ ...group, members: [{ ...member, until: null }] }).success).toBe(true);
  });

  it('lets no country be a member twice on one day', () => {
    const troubles = (...terms: [country: string, since: string | null, until: string | null][]) => {
      const members = terms.map(([country, since, until]) => ({ country, since, until }));
      const group = { slug: 'sco', code: 'GRP:SCO', name: 'SCO', kind: 'ORGANISATION', members };
      const result = groupInput.safeParse(group);
      return result.success
        ? []
        : listIssues(result.error).map(({ field, message }) => `${field}: ${message}`);
    };
    const first = ['AFG', '2001-01-01', '2010-01-01'] as const;
    expect(troubles([...first], ['AFG', '2010-01-01', null], ['PAK', '2005-01-01', null])).toEqual([]);
    expect(troubles(['AFG', '2010-01-01', null], [...first], ['AFG', null, '2001-01-01'])).toEqual([]);
    expect(troubles([...first], ['PAK', null, null], ['AFG', '2009-12-31', null])).toEqual([
      'members.2.since: AFG is listed as a member from 2001-01-01 until 2010-01-01 already; join the two, or let one end before the other begins',
    ]);
    for (const [since, until] of [
      [null, null],
      [null, '2001-01-02'],
      ['2003-01-01', '2004-01-01'],
      ['2001-01-01', '2010-01-01'],
    ] as const) {
      expect(troubles([...first], ['AFG', since, until])).toHaveLength(1);
      expect(troubles(['AFG', since, until], [...first])).toHaveLength(1);
    }
    expect(troubles(['AFG', null, null], ['AFG', null, null], ['AFG', null, null])).toHaveLength(2);
  });
});

describe('quantityOf', () => {
  const of = (
    low: number | null,
    high: number | null,
    rank: 'PREFERRED' | 'NORMAL' | 'DEPRECATED' = 'NORMAL',
  ) => ({
    low,
    high,
    rank,
  });

  it('is the hull of the claims of best rank that carry a number', () => {
    expect(quantityOf([of(32, 32), of(34, 34), of(null, null)])).toEqual({ low: 32, high: 34 });
    expect(quantityOf([of(1, 1, 'PREFERRED'), of(34, 34)])).toEqual({ low: 1, high: 1 });
    expect(quantityOf([of(null, null, 'PREFERRED'), of(34, 34)])).toEqual({ low: 34, high: 34 });
    expect(quantityOf([of(0, 900)])).toEqual({ low: 0, high: 900 });
  });

  it('is null, not zero, when none does', () => {
    expect(quantityOf([])).toBeNull();
    expect(quantityOf([of(null, null)])).toBeNull();
    expect(quantityOf([of(5, 5, 'DEPRECATED')])).toBeNull();
  });
});

describe('knownOnOf', () => {
  const recordedOn = '2026-11-23';
  const on = (date: string, precision: 'DAY' | 'MONTH' | 'YEAR') => ({ date, precision });

  it('is the last day of the stated period', () => {
    const known = (statedOn: ReturnType<typeof on>) => knownOnOf({ statedOn, sourceDates: [], recordedOn });
    expect(known(on('2024-09-09', 'DAY'))).toBe('2024-09-09');
    expect(known(on('2024-02-01', 'MONTH'))).toBe('2024-02-29');
    expect(known(on('2024-12-01', 'MONTH'))).toBe('2024-12-31');
    expect(known(on('2015-01-01', 'YEAR'))).toBe('2015-12-31');
  });

  it('falls back on the earliest dated source, then on the day of recording', () => {
    const sourceDates = [on('2020-01-01', 'YEAR'), null, on('2020-06-05', 'DAY')];
    expect(knownOnOf({ statedOn: null, sourceDates, recordedOn })).toBe('2020-06-05');
    expect(knownOnOf({ statedOn: null, sourceDates: [null], recordedOn })).toBe(recordedOn);
  });
});
