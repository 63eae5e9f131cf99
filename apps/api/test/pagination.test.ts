import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

interface Connection {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  totalCount: number;
}

const PAGE =
  'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';

/** Filtered lists; whole ones, with every order, are walked in relay.test.ts. */
const LISTS: [field: string, args: string][] = [
  ['countries', 'orderBy: ISO3, direction: DESC, filter: { group: "asean" }'],
  ['groups', 'filter: { kind: [ORGANISATION, FORUM, INFORMAL] }'],
  ['sources', 'filter: { or: [{ kind: WIRE }, { not: { kind: [OFFICIAL, MEDIA, REWRITE] } }] }'],
  ['changes', 'since: "2020-01-01T00:00:00Z"'],
];

describe.each(databases)('pages on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  async function readPage(list: string, args: string, window: string): Promise<Connection> {
    const [owner, field] = list.includes('.') ? list.split('.') : [null, list];
    const ask = field === 'changes' ? PAGE.replace('{ id }', '{ id: slug }') : PAGE;
    const inner = `${field}(${[window, args].filter(Boolean).join(', ')}) { ${ask} }`;
    if (!owner) return (await api.read(`{ ${inner} }`))[list];
    const key = owner === 'country' ? 'iso3: "SLB"' : 'slug: "china"';
    return (await api.read(`{ ${owner}(${key}) { ${inner} } }`))[owner][field ?? ''];
  }

  test.each(LISTS)(
    '%s (%s) walked in either direction is the whole list',
    { timeout: 20_000 },
    async (list, args) => {
      const whole = await readPage(list, args, 'first: 500');
      expect(whole.totalCount).toBe(whole.edges.length);
      expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
      const size = Math.ceil(whole.edges.length / 3);

      const forward: Connection['edges'] = [];
      for (let after = ''; ; ) {
        const page = await readPage(list, args, `first: ${size}${after && `, after: "${after}"`}`);
        expect(page.pageInfo.hasPreviousPage).toBe(forward.length > 0);
        expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
        forward.push(...page.edges);
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(forward).toEqual(whole.edges);

      const backward: Connection['edges'] = [];
      for (let before = ''; ; ) {
        const page = await readPage(list, args, `last: ${size}${before && `, before: "${before}"`}`);
        expect(page.pageInfo.hasNextPage).toBe(backward.length > 0);
        backward.unshift(...page.edges);
        before = page.pageInfo.startCursor;
        if (!page.pageInfo.hasPreviousPage) break;
      }
      expect(backward).toEqual(whole.edges);
    },
  );

  test('after and before cut out a part, read from either end', async () => {
    const { edges } = await readPage('reportedTotals', '', 'first: 10');
    const between = `after: "${edges[1]?.cursor}", before: "${edges[8]?.cursor}"`;
    expect((await readPage('reportedTotals', '', `first: 3, ${between}`)).edges).toEqual(edges.slice(2, 5));
    const tail = await readPage('reportedTotals', '', `last: 3, ${between}`);
    expect(tail.edges).toEqual(edges.slice(5, 8));
    expect(tail.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('what has no value comes last, whichever way the list goes', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const { commitments } = await api.read(
        `{ commitments(orderBy: QUANTITY, direction: ${direction}) { nodes { quantity { high } } } }`,
      );
      const highs = commitments.nodes.map(
        (c: { quantity: { high: number } | null }) => c.quantity?.high ?? null,
      );
      const known = highs.filter((high: number | null) => high !== null);
      expect(highs.slice(0, known.length)).toEqual(known);
      expect(known).toEqual(known.toSorted((a: number, b: number) => (direction === 'ASC' ? a - b : b - a)));
    }
  });

  test.each([
    ['our own statement', 'slug'],
    ['Prisma’s', 'slug links { relation }'],
  ])(
    'a page deep in a list begins at its cursor, by %s: no index finds rows with and without a day at once',
    async (_, fields) => {
      const ask = (args: string) =>
        api.ask(
          `{ commitments(orderBy: WINDOW_END, ${args}) { edges { cursor node { ${fields} window { end { date } } } } } }`,
        );
      const { data } = await ask('first: 500');
      const { edges } = data.commitments;
      const firstSilent = edges.findIndex(
        (edge: { node: { window: { end: unknown } } }) => edge.node.window.end === null,
      );
      expect(firstSilent).toBeGreaterThan(5);
      const listsOf = (statements: string[]) =>
        statements.filter((sql) => /ORDER BY \S*window_end/i.test(sql));

      const deep = await ask(`first: 2, after: "${edges[1].cursor}"`);
      expect(deep.data.commitments.edges).toEqual(edges.slice(2, 4));
      const [list, ...others] = listsOf(deep.statements);
      expect(others).toEqual([]);
      expect(list).toMatch(/window_end"? <= /);
      expect(list).not.toMatch(/window_end"? IS NULL/);

      const across = await ask(`first: 3, after: "${edges[firstSilent - 2].cursor}"`);
      expect(across.data.commitments.edges).toEqual(edges.slice(firstSilent - 1, firstSilent + 2));
      expect(listsOf(across.statements)).toHaveLength(2);
      const back = await ask(`last: 500, after: "${edges[1].cursor}"`);
      expect(back.data.commitments.edges).toEqual(edges.slice(2));
    },
  );

  test('a cursor holds its place when a record is put before it or taken from under it', async () => {
    const before = await readPage('commitments', '', 'first: 6');
    const cursor = before.edges[2]?.cursor;
    const { id, ...record } = await api.db.prisma.count.findUniqueOrThrow({
      where: { slug: 'cn-gsi-2023-5000' },
    });
    const newest = { ...record, slug: 'newest', statedOn: new Date('2026-11-20') };
    await api.db.prisma.count.create({ data: newest });
    const rest = before.edges.slice(3);
    expect((await readPage('commitments', '', `first: 3, after: "${cursor}"`)).edges).toEqual(rest);

    const [third] = (
      await api.read('{ commitments(first: 1, filter: { slug: "newest" }) { edges { cursor } } }')
    ).commitments.edges;
    await api.db.prisma.count.delete({ where: { slug: 'newest' } });
    const afterGone = await readPage('commitments', '', `first: 6, after: "${third.cursor}"`);
    expect(afterGone.edges).toEqual(before.edges);
    expect(id).toBeGreaterThan(0);
  });

  test.each([
    'STATED_ON',
    'KNOWN_ON',
    'QUANTITY',
    'WINDOW_START',
    'WINDOW_END',
    'TITLE',
    'PROGRAM',
    'PROVIDER',
    'RECIPIENTS',
  ])('by %s, what is put in between pages moves nothing else', async (by) => {
    const args = `orderBy: ${by}, direction: ${by.startsWith('P') ? 'ASC' : 'DESC'}`;
    const whole = (await readPage('commitments', args, 'first: 500')).edges.map(({ node }) => node.id);
    const size = Math.ceil(whole.length / 3);
    const first = await readPage('commitments', args, `first: ${size}`);
    await copyCommitments(['cn-gsi-2023-5000', 'cn-solomon-islands-2022', 'au-ppi-2024-400m'], ['0', 'zz']);
    const walked = first.edges;
    for (let page = first; page.pageInfo.hasNextPage; ) {
      page = await readPage('commitments', args, `first: ${size}, after: "${page.pageInfo.endCursor}"`);
      walked.push(...page.edges);
    }
    const added = await api.db.prisma.count.deleteMany({ where: { title: { startsWith: COPY } } });
    expect(added.count).toBeGreaterThan(2);
    const ids = walked.map(({ node }) => node.id);
    expect(ids.filter((id) => whole.includes(id))).toEqual(whole);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const COPY = 'Copy: ';

  /** Before and after each of the counts, among those that are ordered alike. */
  async function copyCommitments(slugs: string[], prefixes: string[]): Promise<void> {
    const include = { providers: true, recipients: true };
    for (const { id: _, providers, recipients, ...count } of await api.db.prisma.count.findMany({
      where: { slug: { in: slugs } },
      include,
    })) {
      for (const prefix of prefixes) {
        await api.db.prisma.count.create({
          data: {
            ...count,
            slug: `${prefix}-${count.slug}`,
            title: `${COPY}${count.title}`,
            providers: { create: providers.map(({ countId: _of, ...provider }) => provider) },
            recipients: { create: recipients.map(({ id: _id, countId: _of, ...recipient }) => recipient) },
          },
        });
      }
    }
  }

  test('fifty where no size is given', async () => {
    const { sources } = await api.read('{ sources { nodes { id } totalCount } }');
    expect(sources.nodes).toHaveLength(50);
    expect(sources.totalCount).toBeGreaterThan(50);
  });

  test('what cannot be a page is refused with the reason', async () => {
    const { edges } = await readPage('commitments', '', 'first: 1');
    const cursor = edges[0]?.cursor;
    const refusals: [string, string][] = [
      ['commitments(first: 0)', 'first: 0 is not a page size; give 1 to 500'],
      ['commitments(first: -1)', 'first: -1 is not a page size; give 1 to 500'],
      ['commitments(last: 501)', 'last: 501 is not a page size; give 1 to 500'],
      ['commitments(first: 1, last: 1)', 'last: give `first` or `last`, not both'],
      [
        'commitments(after: "garbled")',
        'after: "garbled" is not a cursor; take one from `edges` or `pageInfo`',
      ],
      ['commitments(after: "")', 'after: "" is not a cursor; take one from `edges` or `pageInfo`'],
      [
        `sources(before: "${cursor}")`,
        'before: the cursor belongs to "commitments by STATED_ON DESC", this list is "sources by publishedOn DESC"',
      ],
      [
        `commitments(after: "${cursor}", orderBy: TITLE)`,
        'after: the cursor belongs to "commitments by STATED_ON DESC", this list is "commitments by TITLE DESC"',
      ],
      [
        `commitments(after: "${cursor}", direction: ASC)`,
        'after: the cursor belongs to "commitments by STATED_ON DESC", this list is "commitments by STATED_ON ASC"',
      ],
    ];
    for (const [field, message] of refusals) {
      expect(await api.refuse(`{ ${field} { totalCount } }`)).toBe(message);
    }
    const forged = Buffer.from('["commitments by STATED_ON DESC","2024-02-30","x"]').toString('base64url');
    expect(await api.refuse(`{ commitments(after: "${forged}") { totalCount } }`)).toContain(
      'is not a cursor of this list',
    );
    expect(
      await api.refuse(`{ provider(slug: "china") { commitments(first: 0) { totalCount } } }`),
    ).toContain('first: 0');
  });
});
