import { quantityOf } from '@muster/schema/rules';
import { expect, it } from 'vitest';
import { loadDataset } from '../src/seed/dataset.ts';

// What the record model must hold, each shown by a record of the dataset.
const dataset = await loadDataset();

function requireCount(slug: string) {
  const count = [...dataset.commitments, ...dataset.reportedTotals].find((one) => one.slug === slug);
  if (!count) throw new Error(`no such count: ${slug}`);
  return { ...count, quantity: quantityOf(count.claims) };
}

const linksOf = (slug: string) =>
  dataset.links
    .filter(({ from, to }) => from === slug || to === slug)
    .map(({ from, to, relation }) => `${from} ${relation} ${to}`);

function membersOn(code: string, day: string): string[] {
  const group = dataset.groups.find((one) => one.code === code);
  return (group?.members ?? [])
    .filter(({ since, until }) => (since === null || since <= day) && (until === null || day < until))
    .map(({ country }) => country);
}

it('unknown recipients: cn-lianyungang-2024-3000', () => {
  const count = requireCount('cn-lianyungang-2024-3000');
  expect(count).toMatchObject({
    recipientScope: 'UNSPECIFIED',
    recipients: [],
    quantity: { low: 3000, high: 3000 },
  });
  expect(count.recipientsStated).toContain('various countries');
});

it('groups with changing members: cn-sco-2022-2000', () => {
  const { recipientScope, recipients, statedOn } = requireCount('cn-sco-2022-2000');
  expect(recipientScope).toBe('GROUP');
  expect(recipients.map(({ group }) => group)).toEqual(['GRP:SCO']);
  expect(statedOn?.date).toBe('2022-09-16');
  expect(membersOn('GRP:SCO', '2022-09-16')).toHaveLength(8);
  expect(membersOn('GRP:SCO', '2022-09-16')).not.toContain('BLR');
  expect(membersOn('GRP:SCO', '2025-01-01')).toContain('BLR');
  expect(membersOn('GRP:SCO', '2025-01-01')).toHaveLength(10);
});

it('partly named: cn-coastguard-2008-42', () => {
  const count = requireCount('cn-coastguard-2008-42');
  expect(count.recipientScope).toBe('PARTLY_NAMED');
  expect(count.recipients).toHaveLength(6);
  expect(count.recipientsStated).toContain('24 countries');
});

it('one total over nine countries, divided by nobody: cn-un-police-2016-17', () => {
  const count = requireCount('cn-un-police-2016-17');
  expect(count).toMatchObject({ recipientScope: 'NAMED', quantity: { low: 17, high: 17 } });
  expect(count.recipients).toHaveLength(9);
  expect(count.recipients.every(({ shareLow, shareHigh }) => shareLow === null && shareHigh === null)).toBe(
    true,
  );
});

it('two tellings of one course: cn-slb-2022-10-fujian', () => {
  const { claims, quantity } = requireCount('cn-slb-2022-10-fujian');
  expect(claims.map(({ low }) => low)).toEqual([32, 32, 34]);
  expect(quantity).toEqual({ low: 32, high: 34 });
});

it('a restatement that adds nothing: cn-focac-2025-restatement', () => {
  expect(requireCount('cn-focac-2025-restatement').quantity).toEqual({ low: 7000, high: 7000 });
  expect(linksOf('cn-focac-2025-restatement')).toEqual([
    'cn-focac-2024-police-1000 PART_OF cn-focac-2025-restatement',
    'cn-focac-2024-military-6000 PART_OF cn-focac-2025-restatement',
  ]);
});

it('a renewal: cn-sco-2018-2000 → cn-sco-2022-2000', () => {
  expect(linksOf('cn-sco-2022-2000')).toContain('cn-sco-2022-2000 RENEWS cn-sco-2018-2000');
});

it('a rate without an end, hoped for by the recipient: cn-ken-2021-400-per-year', () => {
  expect(requireCount('cn-ken-2021-400-per-year')).toMatchObject({
    rate: 'PER_YEAR',
    voice: 'RECIPIENT',
    status: 'PROPOSED',
    quantity: { low: 400, high: 400 },
    window: { end: null },
  });
});

it('a window whose end is itself a range: cn-arab-2022-1500', () => {
  expect(requireCount('cn-arab-2022-1500').window).toMatchObject({
    start: { date: '2022-12-09' },
    end: { date: '2025-12-09', precision: 'MONTH' },
    endLatest: '2027-12-09',
  });
});

it('units that must not be added: 50 programmes, 5,000 places, 1,000 people', () => {
  expect(requireCount('cn-focac-2018-50-programmes')).toMatchObject({
    unit: 'COURSES',
    quantity: { low: 50 },
  });
  expect(requireCount('cn-gsi-2023-5000')).toMatchObject({ unit: 'PLACES', quantity: { low: 5000 } });
  expect(requireCount('cn-focac-2024-police-1000')).toMatchObject({
    unit: 'PEOPLE',
    quantity: { low: 1000 },
  });
});

it('unquantified and rejected: cn-pacific-2022-regional-deal', () => {
  const event = dataset.events.find(({ slug }) => slug === 'cn-pacific-2022-regional-deal');
  expect(event).toMatchObject({ kind: 'AGREEMENT', status: 'REJECTED', otherFigures: [] });
});

it('a joint provider: cn-ind-afg-2020-10', () => {
  expect(requireCount('cn-ind-afg-2020-10').providers).toEqual(['IND', 'CHN']);
});

it('a near-miss that stays out: cn-celac-2025', () => {
  const event = dataset.events.find(({ slug }) => slug === 'cn-celac-2025');
  expect(event?.otherFigures.map(({ value }) => value)).toEqual([10_000]);
  for (const { claims, slug } of [...dataset.commitments, ...dataset.reportedTotals]) {
    expect(
      claims.some(({ low, high }) => low === 10_000 || high === 10_000),
      slug,
    ).toBe(false);
  }
});

it('the article’s own figures: 5,000 places, 3,000 and 1,000 people, any of which may be among the others', () => {
  const chain = ['cn-gsi-2023-5000', 'cn-lianyungang-2024-3000', 'cn-focac-2024-police-1000'];
  const links = dataset.links.filter(({ from, to }) => chain.includes(from) && chain.includes(to));
  expect(links.map(({ relation }) => relation)).toEqual(Array(3).fill('MAY_BE_PART_OF'));
});
