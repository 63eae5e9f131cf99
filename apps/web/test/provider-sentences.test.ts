import { expect, test } from 'vitest';
import { describeRegions, writeProviderDek } from '@/features/provider/sentences.ts';

const alone = { providers: [{}] };
const joint = { providers: [{}, {}] };
const held = (...nodes: (typeof alone)[]) => ({ totalCount: nodes.length, nodes });

test('a provider is told by its kind and what is on record', () => {
  expect(
    writeProviderDek({
      name: 'European Union',
      kind: 'ORGANISATION',
      commitments: held(alone),
      reportedTotals: held(alone, alone),
    }),
  ).toBe(
    'The European Union is on record as an organisation that promises or delivers training: 1 commitment and 2 reported totals.',
  );
  expect(
    writeProviderDek({
      name: 'CEPOL',
      kind: 'ORGANISATION',
      commitments: held(),
      reportedTotals: held(alone),
    }),
  ).toMatch(/^CEPOL is .*: 1 reported total\.$/);
});

test('joint records are told, since they stand under others too', () => {
  const fiji = { name: 'Fiji', kind: 'COUNTRY', reportedTotals: held() } as const;
  expect(writeProviderDek({ ...fiji, commitments: held(joint) })).toMatch(
    /1 commitment\. It is joint with others, and stands whole under each\.$/,
  );
  expect(writeProviderDek({ ...fiji, commitments: held(joint, alone) })).toMatch(
    /\. One of them is joint with others, and stands whole under each\.$/,
  );
  expect(writeProviderDek({ ...fiji, commitments: held(joint, joint, alone) })).toMatch(
    /\. 2 of them are joint with others, and stand whole under each\.$/,
  );
});

test('of a provider without a record known on the day nothing more is told', () => {
  expect(
    writeProviderDek({ name: 'Fiji', kind: 'COUNTRY', commitments: held(), reportedTotals: held() }),
  ).toBe('Fiji is on record as a country that promises or delivers training.');
});

test('regions are told by what is sure of them, and what is for nobody by name', () => {
  const range = (low: number, high: number) => ({ low, high });
  expect(
    describeRegions([
      { key: 'asia', label: 'Asia', pledged: range(2010, 36530), reported: range(69, 7650) },
      { key: 'europe', label: 'Europe', pledged: range(0, 33000), reported: null },
      { key: null, label: 'Not named', pledged: range(25000, 29000), reported: range(5500, 5542) },
    ]),
  ).toBe(
    'Asia: at least 2,010 promised, at least 69 reported. For nobody by name 25,000–29,000 are promised and 5,500–5,542 reported: they may be for any region. Rows overlap, so they must not be added.',
  );
  expect(
    describeRegions([{ key: null, label: 'Not named', pledged: null, reported: range(5, 5) }]),
  ).toContain('For nobody by name 5 are reported: they may be for any region.');
  expect(
    describeRegions([{ key: 'europe', label: 'Europe', pledged: range(0, 33000), reported: null }]),
  ).toBe('No number is for one region alone. Rows overlap, so they must not be added.');
});
