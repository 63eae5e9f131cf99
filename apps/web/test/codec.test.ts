import { expect, test } from 'vitest';
import { listLeaves, toFields, toInput } from '@/features/editing/codec.ts';
import { kinds } from '@/features/editing/kinds.ts';

const commitment = {
  slug: 'a-promise',
  title: 'A promise',
  program: null,
  providers: ['CHN'],
  unit: 'PEOPLE',
  measure: 'TRAINEES',
  audience: 'POLICE',
  audienceStated: 'police',
  qualifierStated: null,
  rate: null,
  window: { start: { date: '2024-01-01', precision: 'YEAR' }, end: null, endLatest: null, stated: null },
  statedOn: null,
  statedBy: 'a minister',
  voice: 'PROVIDER',
  recipientScope: 'NAMED',
  recipients: [{ country: 'KEN', group: null, shareLow: 0, shareHigh: 10 }],
  recipientsStated: null,
  confidence: 'HIGH',
  note: 'one\ntwo',
  claims: [
    {
      source: 'a-source',
      low: 2700,
      high: 2700,
      qualifier: 'OVER',
      fragment: '2,700',
      locator: null,
      language: 'en',
      rank: 'NORMAL',
      rankReason: null,
      note: null,
    },
  ],
  otherFigures: [{ label: 'money', value: 9007199254740991, qualifier: null, note: null }],
  status: 'ANNOUNCED',
};

test('a record becomes text and the same record again', () => {
  const { rules } = kinds.commitments;
  const fields = toFields(rules, commitment);
  expect(fields).toMatchObject({
    program: '',
    statedOn: { date: '', precision: 'DAY' },
    claims: [{ low: '2700', locator: '' }],
  });
  expect(toInput(rules, fields)).toEqual(commitment);
  expect(rules.parse(toInput(rules, fields))).toEqual(commitment);
});

test('numbers are read as people write them; what is none is left for the rules', () => {
  const { rules } = kinds.commitments;
  const read = (low: string) =>
    (toInput(rules, { claims: [{ low }] }) as typeof commitment).claims[0]?.low as unknown;
  expect(['2,700', '2 700', '2\u202f700', '', 'many', '1.5'].map(read)).toEqual([
    2700,
    2700,
    2700,
    null,
    'many',
    '1.5',
  ]);
});

test('a tick stays a tick, an empty choice is refused with the words to choose from', () => {
  const { rules } = kinds.sources;
  const fields = toFields(rules, { titleIsDescriptive: true }) as Record<string, unknown>;
  expect(fields).toMatchObject({ titleIsDescriptive: true, kind: '', url: '', publishedOn: { date: '' } });
  const refused = rules.safeParse(toInput(rules, fields));
  expect(refused.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual(
    expect.arrayContaining([
      'title: must not be empty',
      expect.stringContaining('kind: choose a source kind: OFFICIAL'),
    ]),
  );
});

test('the leaves of the rules are named as the API names them', () => {
  expect(listLeaves(kinds.links.rules)).toEqual(['from', 'to', 'relation', 'basis', 'note', 'source']);
  expect(listLeaves(kinds.reported.rules)).toEqual(
    expect.arrayContaining(['providers', 'window.start.date', 'window.endLatest', 'claims.0.low']),
  );
});
