import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountFilter } from '../src/generated/resolvers.ts';
import { databases, startTestApi, type TestApi } from './support/api.ts';

const SUMS = 'pledged { low high } due { low high } reported { low high }';

/** Lists ask Prisma, totals judge each count in memory, and where only numbers are asked SQL adds up: all must read a filter alike. */
const QUESTION = `query ($filter: CountFilter!) {
  commitments(first: 500, filter: $filter) { nodes { slug } }
  reportedTotals(first: 500, filter: $filter) { nodes { slug } }
  numbers: totals(filter: $filter, at: "2150-01-01", knownOn: "2150-01-01") { ${SUMS} }
  totals(filter: $filter, at: "2150-01-01", knownOn: "2150-01-01") {
    ${SUMS} contributions { count { slug } } excluded { reason detail count { slug } }
  }
}`;

interface Named {
  slug: string;
}

const day = fc
  .record({
    year: fc.integer({ min: 1999, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.constantFrom(1, 9, 15),
  })
  .map(({ year, month, date }) => [year, month, date].map((part) => String(part).padStart(2, '0')).join('-'));

const range = fc
  .record(
    {
      days: fc.uniqueArray(day, { minLength: 2, maxLength: 2 }),
      isOpen: fc.constantFrom('from', 'until', 'neither'),
      reading: fc.constantFrom('FIRST_DAY' as const, 'CERTAIN' as const, 'POSSIBLE' as const),
      precision: fc.subarray(['DAY' as const, 'MONTH' as const, 'YEAR' as const]),
    },
    { requiredKeys: ['days', 'isOpen'] },
  )
  .map(({ days, isOpen, ...rest }) => {
    const [from, until] = days.toSorted();
    return { ...(isOpen !== 'from' && { from }), ...(isOpen !== 'until' && { until }), ...rest };
  });

const some = <T>(...values: T[]) => fc.subarray(values, { minLength: 1, maxLength: 3 });

const placeless = {
  slug: some('cn-gsi-2023-5000', 'cn-lianyungang-2024-3000', 'cn-report-2024-2700', 'none'),
  program: some('gsi', 'focac', 'lianyungang-forum'),
  provider: some('china', 'turkiye', 'cepol'),
  providerCountry: some('CHN', 'AUS', 'USA'),
  membership: fc.record({ group: fc.constantFrom('sco', 'asean'), on: day }),
  recipientScope: some('NAMED' as const, 'PARTLY_NAMED' as const, 'GROUP' as const, 'UNSPECIFIED' as const),
  audience: some('POLICE' as const, 'LAW_ENFORCEMENT' as const, 'MILITARY' as const, 'MIXED' as const),
  voice: some('PROVIDER' as const, 'RECIPIENT' as const, 'MEDIA' as const, 'INDEPENDENT' as const),
  status: some('PROPOSED' as const, 'ANNOUNCED' as const, 'SIGNED' as const),
  confidence: some('HIGH' as const, 'MEDIUM' as const, 'LOW' as const),
  statedOn: range,
  knownOn: range,
  windowStart: range,
  windowEnd: range,
  publishedAt: range,
  quantity: fc.record(
    { min: fc.integer({ min: 0, max: 1000 }), max: fc.integer({ min: 1000, max: 20_000 }) },
    { requiredKeys: [] },
  ),
  hasQuantity: fc.boolean(),
  hasRate: fc.boolean(),
  hasWindow: fc.boolean(),
  text: fc.constantFrom('police', 'Training officers', '5', 'no such words', '%'),
};

// Only within others: at the top, totals take what may concern a place, and people alone.
const placed = {
  ...placeless,
  country: fc.constantFrom('PAK', 'SLB', 'KEN', 'AFG'),
  group: fc.constantFrom('sco', 'asean', 'developing-countries'),
  unit: some('PEOPLE' as const, 'PLACES' as const, 'COURSES' as const),
  measure: some('TRAINEES' as const, 'PLACES' as const, 'COURSES' as const),
};

/** One or two conditions, so that random filters are neither always empty nor always everything. */
function fieldsOf<Fields extends Record<string, fc.Arbitrary<unknown>>>(
  fields: Fields,
): fc.Arbitrary<CountFilter> {
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(fields)), { minLength: 0, maxLength: 2 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fields[name]])) as Fields))
    .map((fields) => fields as CountFilter);
}

const { part } = fc.letrec<{ part: CountFilter }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fieldsOf(placed),
    compose(fieldsOf(placed), tie('part')),
  ),
}));
const filters = fc.oneof(fieldsOf(placeless), compose(fieldsOf(placeless), part));

function compose(
  own: fc.Arbitrary<CountFilter>,
  parts: fc.Arbitrary<CountFilter>,
): fc.Arbitrary<CountFilter> {
  const list = fc.array(parts, { minLength: 1, maxLength: 3 });
  return fc
    .tuple(own, fc.record({ and: list, or: list, not: parts }, { requiredKeys: [] }))
    .map(([fields, composed]) => ({ ...fields, ...composed }));
}

describe.each(databases)('a filter on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  test('takes the same counts in lists, in totals and in sums', { timeout: 120_000 }, async () => {
    const sizes = new Set<number>();
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { commitments, reportedTotals, totals, numbers } = await api.read(QUESTION, { filter });
        const { pledged, due, reported } = totals;
        expect(numbers).toEqual({ pledged, due, reported });
        const listed = [...commitments.nodes, ...reportedTotals.nodes].map(({ slug }: Named) => slug);
        const judged = [
          ...totals.contributions,
          ...totals.excluded.filter(({ reason }: { reason: string }) => reason !== 'FILTERED'),
        ].map(({ count }: { count: Named }) => count.slug);
        expect(judged.toSorted()).toEqual(listed.toSorted());
        const silent = totals.excluded.filter(
          ({ detail }: { detail: string }) => !/^[A-Z].*[.…]$/.test(detail),
        );
        expect(silent).toEqual([]);
        sizes.add(listed.length);
      }),
      { numRuns: 40, seed: 4 },
    );
    expect(sizes.size).toBeGreaterThan(10);
  });
});
