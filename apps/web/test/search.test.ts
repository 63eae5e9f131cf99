import { describe, expect, test } from 'vitest';
import { excerpt, markTerms } from '@/features/search/marking.ts';
import { findPassage } from '@/features/search/passage.ts';
import type { Found } from '@/features/search/queries.ts';
import { describeResult } from '@/features/search/result.ts';
import { findIgnored, readTerms } from '@/features/search/terms.ts';
import { readSearchView, writeTitle } from '@/features/search/view.ts';

const today = '2026-11-23';
const everywhere = { known: null, namedGroups: new Set<string>() };

/** The text with what is found in [brackets]. */
function mark(text: string, asked: string): string {
  return markTerms(text, readTerms(asked))
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('');
}

describe('marking', () => {
  test.each([
    ['3,000', 'over 3,000 people', 'over [3,000] people'],
    ['3 000', 'over 3,000 people', 'over [3,000] people'],
    ['3000', '3 000, 13,000, 3,000,000 and 3000', '[3 000], 13,000, 3,000,000 and [3000]'],
    ['mali', 'Mali, Somalia', '[Mali], Somalia'],
    ['cote d’ivoire', "Côte d'Ivoire", "[Côte] [d'Ivoire]"],
    ['September 2024', 'stated 9 Sept 2024', 'stated [9 Sept 2024]'],
    ['2024-09', 'in September 2024', 'in [September 2024]'],
    ['9 September 2024', '9 Sept 2024, 19 Sept 2024', '[9 Sept 2024], 19 Sept 2024'],
    ['2024-09-09', '9 Sept 2024, 10 Sept 2024', '[9 Sept 2024], 10 Sept 2024'],
    ['2024', 'Forum (Lianyungang) 2024', 'Forum (Lianyungang) [2024]'],
    ['police pol', 'Police officers', '[Police] officers'],
    ['警察', '培训外国警察', '培训外国[警察]'],
    ['(c++) [x', 'c++ x', '[c]++ [x]'],
    ['law-enforcement', 'foreign law-enforcement officers', 'foreign [law-enforcement] officers'],
    ['!!!', 'nothing!!!', 'nothing!!!'],
  ])('%s in “%s”', (asked, text, marked) => {
    expect(mark(text, asked)).toBe(marked);
  });

  test('letters that grow when folded keep their places', () => {
    expect(mark('ﬁnal İzmir ½ police', 'police')).toBe('ﬁnal İzmir ½ [police]');
  });

  test('an excerpt is whole words around the first place', () => {
    const text = 'one two three four five six seven eight';
    expect(excerpt(text, readTerms('four'), 9)).toBe('… three four five six …');
    expect(excerpt(text, readTerms('nine'))).toBeNull();
  });
});

const commitment = {
  __typename: 'Commitment',
  slug: 'cn-2024-3000',
  title: 'Train 3,000 officers',
  program: { slug: 'lianyungang', name: 'Lianyungang Forum' },
  providers: [{ slug: 'china', name: 'China' }],
  unit: 'PEOPLE',
  measure: 'TRAINEES',
  rate: null,
  quantity: { low: 3000, high: 3000 },
  window: { start: null, end: null, endLatest: null, stated: null },
  statedOn: { date: '2024-09-01', precision: 'MONTH' },
  voice: 'PROVIDER',
  recipientScope: 'UNSPECIFIED',
  recipients: [],
  knownOn: '2024-09-09',
  statedBy: 'Wang Xiaohong',
  recipientsStated: null,
  audienceStated: 'law enforcement officers',
  note: null,
  claims: [
    { low: 3000, high: 3000, qualifier: 'ABOUT', rank: 'NORMAL', fragment: '培训三千名警察', language: 'zh' },
  ],
  otherFigures: [{ label: 'consultants', value: 50, note: null }],
} satisfies Found;

describe('result lines', () => {
  test('a commitment: number with unit and qualifier, date with precision, provider, program', () => {
    expect(describeResult(commitment, { ...everywhere, known: '2025-01-01' })).toEqual({
      key: 'Commitment /commitments/cn-2024-3000?known=2025-01-01',
      kind: 'Commitment',
      tone: 'commit',
      title: 'Train 3,000 officers',
      language: null,
      path: '/commitments/cn-2024-3000?known=2025-01-01',
      facts: ['about 3,000 people', 'stated Sept 2024', 'China', 'Lianyungang Forum'],
    });
  });

  test('a report that counts something else says so, and no number is no zero', () => {
    const report = { ...commitment, __typename: 'ReportedTotal', measure: 'VISITORS' } satisfies Found;
    expect(describeResult(report, everywhere)).toMatchObject({
      kind: 'Reported total',
      path: '/reported/cn-2024-3000',
      facts: expect.arrayContaining(['about 3,000 people (visitors)']),
    });
    expect(describeResult({ ...report, quantity: null }, everywhere).facts[0]).toBe('no number stated');
  });

  test('a source: publisher, kind, date, language', () => {
    const source = {
      __typename: 'Source',
      slug: 'x-2024',
      title: '公安部',
      titleIsDescriptive: false,
      publisher: 'Xinhua',
      language: 'zh-Hans',
      sourceKind: 'WIRE',
      publishedOn: { date: '2024-09-09', precision: 'DAY' },
      url: null,
      note: null,
      derivedFromNote: null,
    } satisfies Found;
    expect(describeResult(source, everywhere)).toMatchObject({
      title: '公安部',
      language: 'zh-Hans',
      path: '/sources/x-2024',
      facts: ['Xinhua', 'wire', '9 Sept 2024', 'Chinese (simplified)'],
    });
  });

  test('a group leads to the overview where some count names it, and nowhere else', () => {
    const group = {
      __typename: 'Group',
      slug: 'africa',
      name: 'Africa',
      groupKind: 'M49_REGION',
      description: null,
    } satisfies Found;
    expect(describeResult(group, { known: null, namedGroups: new Set(['africa']) }).path).toBe(
      '/?provider=any&recipients=africa',
    );
    expect(describeResult(group, everywhere).path).toBeNull();
  });

  test('what the line does not show is quoted from where it stands', () => {
    const find = (asked: string) =>
      findPassage(commitment, describeResult(commitment, everywhere), readTerms(asked));
    expect(find('3,000 China')).toBeNull();
    expect(find('警察')).toEqual({ text: '培训三千名警察', language: 'zh' });
    expect(find('50 officers')).toEqual({ text: 'consultants: 50', language: null });
    expect(find('wang')).toEqual({ text: 'Wang Xiaohong', language: null });
  });
});

describe('what matched', () => {
  const find = (found: Found, asked: string) =>
    findPassage(found, describeResult(found, everywhere), readTerms(asked))?.text ?? null;

  test('of a window, the side on which it was found', () => {
    const window = {
      start: { date: '2022-12-01', precision: 'MONTH' },
      end: { date: '2025-12-10', precision: 'DAY' },
      endLatest: '2027-12-10',
      stated: 'three to five years',
    } as const;
    expect(find({ ...commitment, window }, '2025-12-09')).toBe(
      'Window: from December 2022 to 9 December 2025 or 9 December 2027',
    );
    expect(find({ ...commitment, window }, 'December 2027')).toContain('or 9 December 2027');
    expect(find({ ...commitment, window }, '2025-12-10')).toBeNull();
  });

  test('of an event, its days, countries and providers', () => {
    const event = {
      __typename: 'Event',
      slug: 'forum-2024',
      title: 'Forum',
      eventKind: 'FORUM',
      eventStatus: null,
      place: null,
      knownOn: '2024-09-10',
      startsOn: { date: '2024-09-08', precision: 'DAY' },
      endsOn: { date: '2024-09-11', precision: 'DAY' },
      program: null,
      providers: [{ slug: 'china', name: 'China' }],
      statedBy: null,
      countriesStated: null,
      eventAudience: null,
      note: null,
      countries: [{ country: { name: 'Tonga' } }, { country: { name: 'Fiji' } }],
      sources: [],
      otherFigures: [],
    } satisfies Found;
    expect(find(event, '8 September 2024')).toBe('Days: from 8 September 2024 to 10 September 2024');
    expect(find(event, 'fiji')).toBe('Countries: Tonga, Fiji');
    expect(find(event, 'china')).toBe('Providers: China');
  });

  test('words past the twelfth are told', () => {
    expect(findIgnored('a b c d e f g h i j k l')).toBe('');
    expect(findIgnored('3,000 officers in September 2024 a b c d e f g h Über alles')).toBe('uber alles');
    expect(readTerms('a '.repeat(50))).toHaveLength(12);
  });
});

describe('the address', () => {
  const read = (q: string | string[] | undefined) => readSearchView({ q }, today);

  test('what cannot be searched for is a notice', () => {
    expect(read(undefined)).toMatchObject({ text: null, problem: null });
    expect(read(' ')).toMatchObject({ text: null, problem: null });
    expect(read(['Mali', 'Chad'])).toMatchObject({ text: 'Mali', problem: null });
    expect(read('a\u0000b')).toMatchObject({ text: 'a b', problem: expect.stringContaining('left out') });
    expect(read('x'.repeat(200)).problem).toBeNull();
    expect(read('x'.repeat(5000)).problem).toContain('this one has 5,000');
  });

  test('a title is of one line', () => {
    expect(writeTitle('3,000')).toBe('Search: 3,000');
    expect(writeTitle('x'.repeat(61))).toBe(`Search: ${'x'.repeat(60)}…`);
  });
});
