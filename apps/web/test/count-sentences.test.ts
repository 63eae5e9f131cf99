import { expect, test } from 'vitest';
import { writeLink, writeOverlapTitle } from '@/features/count/link-sentences.ts';
import { writeDek, writeNumberNote, writeVoice } from '@/features/count/sentences.ts';
import { writeCountryDek, writePromised, writeUnnamed } from '@/features/country/sentences.ts';
import type { CountLinkFragment, CountRecordFragment, LinkedCountFragment } from '@/generated/graphql.ts';
import {
  describeVerdict,
  findQualifier,
  formatAmount,
  formatCount,
  formatQuantity,
  formatUnit,
  formatUnitAndRate,
  listOtherTellings,
  type Quantified,
} from '@/text/index.ts';

type Claims = Quantified['claims'];
type Claim = Claims[number];
const told = (
  low: number | null,
  qualifier: Claim['qualifier'] = 'EXACT',
  rank: Claim['rank'] = 'NORMAL',
  high = low,
): Claim => ({ low, high, qualifier, rank });
const count = (
  quantity: Quantified['quantity'],
  claims: Claims,
  more: Partial<Quantified> = {},
): Quantified => ({ unit: 'PEOPLE', quantity, claims, ...more });

test.each([
  ['over', count({ low: 2000, high: 2000 }, [told(2000, 'OVER'), told(2000, 'OVER')]), 'over 2,000'],
  [
    'at least, per year',
    count({ low: 400, high: 400 }, [told(400, 'AT_LEAST')], { rate: 'PER_YEAR' }),
    'at least 400 per year',
  ],
  [
    'up to leaves the fewest untold',
    count({ low: 0, high: 900 }, [told(0, 'UP_TO', 'NORMAL', 900)], { rate: 'PER_YEAR' }),
    'up to 900 per year',
  ],
  ['two tellings of one course', count({ low: 32, high: 34 }, [told(32), told(32), told(34)]), '32–34'],
  [
    'tellings that differ in the qualifier',
    count({ low: 3000, high: 3000 }, [told(3000), told(3000, 'ABOUT')]),
    '3,000',
  ],
  [
    'a silent telling of the same number',
    count({ low: 2000, high: 2000 }, [told(2000, 'OVER'), told(2000, null)]),
    'over 2,000',
  ],
  [
    'two numbers in one article',
    count({ low: 18, high: 40 }, [told(40, 'AT_LEAST'), told(18, null)]),
    '18–40',
  ],
  ['no number', count(null, [told(null, null)]), 'no number stated'],
  ['zero is a number', count({ low: 0, high: 0 }, [told(0)]), '0'],
])('%s', (_, record, text) => {
  expect(formatQuantity(record)).toBe(text);
});

test('the qualifier of the claims that make the quantity counts, not that of worse ones', () => {
  const claims = [told(2700, 'ABOUT', 'PREFERRED'), told(2700), told(9999, 'OVER', 'DEPRECATED')];
  expect(findQualifier(count({ low: 2700, high: 2700 }, claims))).toBe('ABOUT');
});

test('units agree with the number', () => {
  expect(formatUnit({ unit: 'PEOPLE', quantity: { low: 1, high: 1 } })).toBe('person');
  expect(formatUnit({ unit: 'COURSES', quantity: { low: 50, high: 50 } })).toBe('courses');
});

test('tellings that differ are listed once each, with how many tell so', () => {
  const claims = [told(3000), told(3000), told(3000, 'ABOUT'), told(null, null)];
  expect(listOtherTellings(count({ low: 3000, high: 3000 }, claims))).toEqual([
    '“about 3,000” in one telling',
  ]);
});

const lianyungang = {
  __typename: 'Commitment',
  slug: 'cn-lianyungang-2024-3000',
  unit: 'PEOPLE',
  measure: 'TRAINEES',
  quantity: { low: 3000, high: 3000 },
  rate: null,
  qualifierStated: 'exact in AFP/China Daily; "about" in Sing Tao',
  claims: [told(3000), told(3000, 'ABOUT')],
  providers: [{ name: 'China' }],
  statedBy: 'Wang Xiaohong, Minister of Public Security',
  statedOn: { date: '2024-09-09', precision: 'DAY' },
  knownOn: '2024-09-09',
  voice: 'PROVIDER',
  recipientScope: 'UNSPECIFIED',
  recipients: [],
  window: { start: null, end: null, endLatest: null, stated: null },
} as unknown as CountRecordFragment;

const record = (change: object) => ({ ...lianyungang, ...change }) as CountRecordFragment;
const named = (...names: string[]) => names.map((name) => ({ country: { name }, group: null }));

test('unknown recipients', () => {
  expect(writeDek(lianyungang, 'ANNOUNCED')).toBe(
    'Announced by Wang Xiaohong, Minister of Public Security, on 9 September 2024. The provider is China; the recipients are not named.',
  );
});

test('a hope on the recipients’ side, known to the month', () => {
  const kenya = record({
    statedBy: 'Charles Owino',
    voice: 'RECIPIENT',
    statedOn: { date: '2021-07-01', precision: 'MONTH' },
    recipientScope: 'NAMED',
    recipients: named('Kenya'),
  });
  expect(writeDek(kenya, 'PROPOSED')).toBe(
    'Put forward on the recipients’ side by Charles Owino in July 2021. The provider is China; the recipient is Kenya.',
  );
});

test('a report that nobody dates, by nobody named, for some who are named', () => {
  const undated = record({
    statedBy: null,
    statedOn: null,
    knownOn: '2026-11-20',
    recipientScope: 'PARTLY_NAMED',
    recipients: named('Philippines', 'Myanmar', 'Indonesia', 'Pakistan', 'Egypt', 'Jordan'),
  });
  expect(writeDek(undated, null)).toBe(
    'Reported by somebody whom the record does not name on a day that no source gives; the public could know by 20 November 2026. The provider is China; the recipients are the Philippines, Myanmar, Indonesia, Pakistan and 2 more, and others that are not named.',
  );
});

test('a joint provider, and one total over nine countries', () => {
  const joint = record({
    providers: [{ name: 'India' }, { name: 'China' }],
    recipientScope: 'NAMED',
    recipients: named('Angola', 'Djibouti'),
  });
  expect(writeDek(joint, 'SIGNED')).toContain(
    'The providers are India and China; the recipients are Angola and Djibouti, in one number for all.',
  );
});

test('a group with members that change', () => {
  const sco = record({
    recipientScope: 'GROUP',
    recipients: [{ country: null, group: { name: 'SCO member states' } }],
  });
  expect(writeDek(sco, 'ANNOUNCED')).toContain(
    'the recipients are named only as a group: SCO member states, and no source splits the number.',
  );
});

test('a promise without a number has no number to split', () => {
  const xian = record({
    quantity: null,
    recipientScope: 'NAMED',
    recipients: named('Kazakhstan', 'Uzbekistan'),
  });
  expect(writeDek(xian, 'ANNOUNCED')).toMatch(/the recipients are Kazakhstan and Uzbekistan\.$/);
});

test('what the number counts, and how tellings differ', () => {
  expect(writeNumberNote(lianyungang)).toBe('people; “about 3,000” in one telling');
  expect(writeNumberNote(record({ measure: 'VISITORS' }))).toContain('people: visitors');
  expect(
    writeNumberNote(record({ quantity: null, claims: [told(null, null)], qualifierStated: null })),
  ).toContain('without a number');
});

test('whose voice the number is, beside it', () => {
  expect(writeVoice(lianyungang)).toBe('The provider’s own number.');
  expect(writeVoice(record({ voice: 'RECIPIENT' }))).toBe('A recipient’s number, not the provider’s.');
  expect(writeVoice(record({ voice: 'MEDIA', quantity: null }))).toBe(
    'A word that media tell without naming who says so.',
  );
});

test('verdicts in words', () => {
  const quantity = { low: 2000, high: 2000 };
  const standing = { verdict: 'UNREPORTED' as const, days: 440, due: null, reported: { low: 0, high: 0 } };
  expect(describeVerdict({ status: 'ANNOUNCED', quantity, standing })).toEqual({
    word: 'Unreported',
    detail: 'closed 440 days ago',
  });
  expect(
    describeVerdict({
      status: 'ANNOUNCED',
      quantity,
      standing: { ...standing, verdict: 'RUNNING', days: 297 },
    }).detail,
  ).toBe('297 days left');
  expect(
    describeVerdict({
      status: 'ANNOUNCED',
      quantity,
      standing: { ...standing, verdict: 'RUNNING', days: null },
    }).detail,
  ).toBe('no end stated');
  expect(describeVerdict({ status: 'REJECTED', quantity }).word).toBe('Turned down');
  expect(describeVerdict({ status: 'PROPOSED', quantity })).toEqual({
    word: 'Proposed',
    detail: 'not announced as a promise',
  });
  expect(describeVerdict({ status: 'ANNOUNCED', quantity }).detail).toBe('no end stated');
  expect(describeVerdict({ status: 'ANNOUNCED', quantity: null }).detail).toBe('no number stated');
  const compared = describeVerdict({
    status: 'ANNOUNCED',
    quantity,
    standing: {
      verdict: 'INDETERMINATE',
      days: null,
      due: { low: 2000, high: 2000 },
      reported: { low: 0, high: 2700 },
    },
  });
  expect(compared.detail).toBe('due 2,000, reported 0–2,700');
});

const other = { slug: 'cn-gsi-2023-5000', title: 'The 5,000' } as LinkedCountFragment;
const link = (relation: CountLinkFragment['relation'], basis: CountLinkFragment['basis'], isFrom = true) =>
  ({
    relation,
    basis,
    note: null,
    source: null,
    from: isFrom ? lianyungang : other,
    to: isFrom ? other : lianyungang,
  }) as unknown as CountLinkFragment;

test('links read from the side of the record, and what nobody stated is not put as a fact', () => {
  const { slug } = lianyungang;
  expect(writeLink(slug, link('MAY_BE_PART_OF', 'INFERRED')).before).toBe('It may be part of');
  expect(writeLink(slug, link('MAY_BE_PART_OF', 'STATED', false)).after).toBe('may be part of it');
  expect(writeLink(slug, link('FULFILS', 'STATED', false)).after).toBe('reports on it');
  expect(writeLink(slug, link('FULFILS', 'INFERRED', false)).after).toBe('may report on it');
  expect(writeLink(slug, link('RENEWS', 'INFERRED')).before).toBe('It seems to renew');
  expect(writeLink(slug, link('FULFILS', 'INFERRED', false)).other.slug).toBe('cn-gsi-2023-5000');
});

test('the overlap section is named by what the record may be in', () => {
  const { slug } = lianyungang;
  expect(writeOverlapTitle(slug, [link('MAY_BE_PART_OF', 'INFERRED'), link('DISTINCT', 'STATED')])).toBe(
    'What it may be part of',
  );
  expect(writeOverlapTitle(slug, [link('PART_OF', 'INFERRED', false)])).toBe('What is part of it');
  expect(writeOverlapTitle(slug, [link('DISTINCT', 'STATED')])).toBe('Beside other records');
});

test('a country’s range says what its ends are', () => {
  const range = (low: number, high: number) => ({ low, high });
  expect(writePromised('Kenya', range(0, 9000), range(0, 9000))).toBe(
    'none promised for Kenya alone; 9,000 if every shared or group number were all for it',
  );
  expect(writePromised('Kenya', range(30, 40), range(30, 29000))).toBe(
    '30 promised for Kenya alone; 40 if every shared or group number were all for it; up to 29,000 if all that is promised for nobody by name were for it too',
  );
  expect(writePromised('Kenya', range(30, 30), range(30, 30))).toBe('all of them promised for Kenya alone');
  expect(writePromised('Kenya', range(0, 0), range(0, 5))).toMatch(
    /^nothing with a number names Kenya or its groups; up to 5 if/,
  );
  expect(writePromised('Kenya', range(0, 0), range(0, 0))).toContain('no promise of people with a number');
  expect(writeUnnamed({ pledged: range(25, 29), reported: range(0, 0) })).toBe(
    'For nobody by name there are 25–29 promised: they may be any country’s, and its page tells how far they would take it.',
  );
  expect(writeCountryDek('Kenya', { promised: 1, reported: 2, events: 0, provided: 0 })).toBe(
    '1 promise and 2 reports on record name Kenya or a group to which it belongs.',
  );
});

test('a rate follows the unit, in one breath', () => {
  const claim = { low: 2000, high: 2000, qualifier: 'ABOUT', rank: 'NORMAL' } as const;
  const count = {
    unit: 'PEOPLE',
    rate: 'PER_YEAR',
    quantity: { low: 2000, high: 2000 },
    claims: [claim],
  } as const;
  expect(formatCount(count)).toBe('about 2,000 people per year');
  expect(formatQuantity(count)).toBe('about 2,000 per year');
  expect(`${formatAmount(count)} ${formatUnitAndRate(count)}`).toBe('about 2,000 people per year');
});
