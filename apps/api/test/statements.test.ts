import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

/** What a list of counts shows, with all that belongs to each. */
const ROW = `slug title quantity { low high } program { name } providers { name country { name } }
  recipients { country { name } group { name } } claims { low high source { title publisher } }`;
const DEEP = `${ROW} otherFigures { value } links { relation from { slug } to { slug title program { name } } source { title } }
  trackability { score } witnessCount history { at actor }`;

describe.each(databases)('SQL statements on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  async function count(query: string): Promise<number> {
    const { errors, statements } = await api.ask(query);
    expect(errors).toEqual([]);
    return statements.length;
  }

  test.each([
    ['counts', 1, `{ reportedTotals(first: $N) { nodes { slug title quantity { low high } } } }`],
    [
      'counts with program',
      1,
      `{ reportedTotals(first: $N) { edges { cursor node { slug program { name } } } } }`,
    ],
    ['counts with all that they name', 2, `{ reportedTotals(first: $N) { nodes { ${ROW} } } }`],
    [
      'counts by what they relate to',
      1,
      `{ reportedTotals(first: $N, orderBy: PROVIDER) { edges { cursor node { slug program { name } } } } }`,
    ],
    [
      'counts by filters within filters',
      3,
      `{ reportedTotals(first: $N, filter: { or: [{ program: "gsi" }, { program: ["focac", "sco"] }, { provider: "china" },
        { not: { provider: ["india"] } }] }) { nodes { slug } } }`,
    ],
    ['programs by their counts', 1, `{ programs(first: $N, orderBy: COUNTS) { nodes { name } } }`],
    ['the same with the total', 3, `{ reportedTotals(first: $N) { totalCount nodes { ${ROW} } } }`],
    ['counts in depth', 6, `{ reportedTotals(first: $N) { totalCount nodes { ${DEEP} } } }`],
    [
      'programs with their counts',
      4,
      `{ programs(first: $N) { nodes { name commitments(first: 5) { totalCount nodes { ${ROW.replace('country { name }', 'code')} } } } } }`,
    ],
    [
      'countries with what names them',
      6,
      `{ countries(first: $N) { nodes { name region { name } groups { name } provider { name } commitments(first: 3) { nodes { slug } } } } }`,
    ],
    [
      'events with all that they name',
      2,
      `{ events(first: $N) { nodes { title program { name } providers { name } countries { country { name } } sources { source { title } } otherFigures { value } supersedes { title } supersededBy { title } } } }`,
    ],
    [
      'sources with what rests on them',
      6,
      `{ sources(first: $N) { nodes { title derivedFrom { title } derivatives { title } claims { count { title } } events { title } } } }`,
    ],
    [
      'groups with their members',
      2,
      `{ groups(first: $N) { nodes { name isOpen members { country { name } since } } } }`,
    ],
    [
      'pages after a cursor',
      3,
      `{ programs(first: $N) { nodes { commitments(first: 1) { pageInfo { hasNextPage } nodes { slug } } } } }`,
    ],
  ])('%s: at most %i, however long the list', async (_, most, query) => {
    const long = await count(query.replace('$N', '50'));
    expect(long).toBeLessThanOrEqual(most);
    expect(long).toBe(await count(query.replace('$N', '20')));
  });

  test('one count with everything', async () => {
    expect(await count(`{ commitment(slug: "cn-lianyungang-2024-3000") { ${DEEP} } }`)).toBeLessThanOrEqual(
      5,
    );
  });

  test('a total that nobody asks for is not counted', async () => {
    expect(await count('{ commitments { nodes { slug } } }')).toBe(1);
    expect(await count('{ commitments { totalCount } }')).toBeLessThanOrEqual(2);
  });
});
