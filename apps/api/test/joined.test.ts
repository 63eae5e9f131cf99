import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

const EVERYTHING = `
  id slug title unit measure audience audienceStated qualifierStated rate knownOn statedBy voice recipientScope
  recipientsStated confidence note version state publishedAt updatedAt
  trackability { score } quantity { low high } statedOn { date precision }
  window { start { date precision } end { date precision } endLatest stated }
  program { slug name description updatedAt }
  providers { slug code name kind country { iso3 name } updatedAt }
  recipients { country { iso3 iso2 name updatedAt region { name } } group { slug code name kind updatedAt } share { low high } }
  claims {
    low high qualifier fragment locator language rank rankReason note
    source { slug title publisher url kind language publishedOn { date precision } updatedAt derivedFrom { slug } }
  }
  otherFigures { label value qualifier note }`;

/** Each alone: what is read of a count and of what hangs on it follows from what is asked for. */
const ALONE = [
  ...'id slug title unit measure audience audienceStated qualifierStated rate knownOn statedBy voice recipientScope'.split(
    ' ',
  ),
  ...'recipientsStated confidence note version state publishedAt updatedAt witnessCount __typename'.split(
    ' ',
  ),
  ...[
    'trackability { score parts { part present } }',
    'quantity { low high }',
    'statedOn { date precision }',
  ],
  'window { start { date precision } end { date precision } endLatest stated }',
  ...'id slug name description updatedAt commitments{totalCount}'
    .split(' ')
    .map((field) => `program { ${field} }`),
  ...'id slug code name kind country{name} updatedAt'.split(' ').map((field) => `providers { ${field} }`),
  ...'id iso3 iso2 name updatedAt region{name} subregion{name} provider{slug}'
    .split(' ')
    .map((field) => `recipients { country { ${field} } }`),
  ...'id slug code name kind isOpen updatedAt'.split(' ').map((field) => `recipients { group { ${field} } }`),
  'recipients { share { low high } }',
  ...'low fragment rank count{title,note,window{stated},program{name}}'
    .split(' ')
    .map((field) => `claims { ${field} }`),
  ...'id slug title publisher url kind language publishedOn{date,precision} updatedAt derivedFrom{slug}'
    .split(' ')
    .map((field) => `claims { source { ${field} } }`),
  'otherFigures { label value }',
];

// Links cannot be in our own statement: whoever asks for them has the rest by Prisma as well.
const BY_PRISMA = 'links { relation }';

const ORDERS = ['STATED_ON', 'QUANTITY', 'WINDOW_END', 'TITLE', 'KNOWN_ON', 'WINDOW_START'];
const PAGES = [{ first: 7 }, { last: 7 }];

const writeList = (field: string, fields: string) => `
  query ($orderBy: CountOrder, $direction: Direction, $filter: CountFilter, $first: Int, $last: Int, $after: String, $before: String) {
    ${field}(orderBy: $orderBy, direction: $direction, filter: $filter, first: $first, last: $last, after: $after, before: $before) {
      edges { cursor node { ${fields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;

interface Listed {
  edges: { cursor: string; node: { links?: unknown } }[];
  pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
}

describe.each(databases)('counts by one statement of ours, on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  async function readBothWays(field: string, variables: object, fields = EVERYTHING): Promise<Listed> {
    const ours = await api.ask(writeList(field, fields), variables);
    const theirs = await api.ask(writeList(field, `${fields} ${BY_PRISMA}`), variables);
    expect([ours.errors, theirs.errors]).toEqual([[], []]);
    expect(ours.statements.some((sql) => sql.includes('json_build_object'))).toBe(true);
    expect(theirs.statements.some((sql) => sql.includes('json_build_object'))).toBe(false);
    const listed: Listed = theirs.data[field];
    for (const { node } of listed.edges) delete node.links;
    expect(ours.data[field]).toEqual(listed);
    return listed;
  }

  test.each(['commitments', 'reportedTotals'])('%s are the same, all at once', async (field) => {
    const { edges } = await readBothWays(field, { first: 500 });
    expect(edges.length).toBeGreaterThan(20);
  });

  test.each(ORDERS)('pages by %s are the same, both ways and from both ends', async (orderBy) => {
    for (const direction of ['ASC', 'DESC'])
      for (const size of PAGES) {
        const isForward = 'first' in size;
        let bound = {};
        for (let page = 0; page < 3; page++) {
          const { pageInfo } = await readBothWays(
            'commitments',
            { orderBy, direction, ...size, ...bound },
            'slug program { name }',
          );
          bound = isForward ? { after: pageInfo.endCursor } : { before: pageInfo.startCursor };
          if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
        }
      }
  });

  test.each(ALONE)('%s is the same, asked for alone', async (fields) => {
    const asked = `${fields} otherFigures { label }`;
    await readBothWays('commitments', { first: 40 }, asked);
    await readBothWays('commitments', { first: 5, orderBy: 'QUANTITY' }, asked);
  });

  test('what nobody asks for is not read', async () => {
    const { statements } = await api.ask(writeList('commitments', 'title program { name }'), { first: 5 });
    const [list = ''] = statements.filter((sql) => sql.includes('json_build_object'));
    expect(list).toContain('c.title');
    for (const column of ['note', 'audience', 'description', 'window_start'])
      expect(list).not.toContain(column);
  });

  test('what a filter takes is the same', async () => {
    const filter = {
      provider: ['china'],
      or: [{ program: ['gsi', 'focac'] }, { not: { audience: ['POLICE'] } }],
      statedOn: { from: '2015-01-01', reading: 'POSSIBLE' },
    };
    const { edges } = await readBothWays('commitments', { first: 50, filter });
    expect(edges.length).toBeGreaterThan(3);
  });

  test('one commitment is the same', async () => {
    const one = (fields: string) => `{ commitment(slug: "cn-gsi-2023-5000") { ${fields} } }`;
    const { commitment } = await api.read(one(`${EVERYTHING} ${BY_PRISMA}`));
    delete commitment.links;
    expect(await api.read(one(EVERYTHING))).toEqual({ commitment });
    expect(await api.read(`{ commitment(slug: "cn-report-2024-2700") { slug } }`)).toEqual({
      commitment: null,
    });
  });
});
