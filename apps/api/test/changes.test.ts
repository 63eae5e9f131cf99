import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

interface Change {
  entity: string;
  slug: string;
  action: string;
}

describe.each(databases)('changes of a country on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  async function listChanges(args: string): Promise<Change[]> {
    return (await api.read(`{ changes(first: 500, ${args}) { nodes { entity slug action } } }`)).changes
      .nodes;
  }
  const slugsOf = (changes: Change[]) => changes.map(({ slug }) => slug);

  test('are those of the counts and events that name it', async () => {
    const changes = await listChanges('country: "SLB"');
    expect(slugsOf(changes)).toEqual(
      expect.arrayContaining(['cn-slb-2022-10-fujian', 'cn-slb-2022-security', 'cn-pic-dialogue-4']),
    );
    expect(new Set(changes.map(({ entity }) => entity))).toEqual(
      new Set(['Commitment', 'ReportedTotal', 'Event']),
    );
    expect(slugsOf(changes)).not.toContain('cn-lianyungang-2024-3000');
    expect(slugsOf(await listChanges('country: "CHN"'))).toContain('cn-lianyungang-2024-3000');
  });

  test('and of those that name a group to which it belonged on the day stated', async () => {
    // Pakistan joined the SCO in June 2017, Iran in July 2023; the commitments are of 2018 and 2022.
    const ofSco = ['cn-sco-2018-2000', 'cn-sco-2022-2000'];
    expect(slugsOf(await listChanges('country: "PAK"'))).toEqual(expect.arrayContaining(ofSco));
    const ofIran = slugsOf(await listChanges('country: "IRN"'));
    for (const slug of ofSco) expect(ofIran).not.toContain(slug);
  });

  test('come page by page, newest first, each once', async () => {
    const all = slugsOf(await listChanges('country: "SLB"'));
    expect(new Set(all).size).toBe(all.length);
    const page = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { slug }';
    const first = (await api.read(`{ changes(country: "SLB", first: 3) { ${page} } }`)).changes;
    expect(first).toMatchObject({
      totalCount: all.length,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const second = (
      await api.read(
        `{ changes(country: "SLB", first: 3, after: "${first.pageInfo.endCursor}") { ${page} } }`,
      )
    ).changes;
    expect([...slugsOf(first.nodes), ...slugsOf(second.nodes)]).toEqual(all.slice(0, 6));
    const back = (
      await api.read(
        `{ changes(country: "SLB", last: 3, before: "${second.pageInfo.startCursor}") { ${page} } }`,
      )
    ).changes;
    expect(back.nodes).toEqual(first.nodes);
  });

  test('hold that a record was taken back, and nothing that is not public', async () => {
    const { id } = await api.db.prisma.count.update({
      where: { slug: 'cn-slb-2022-10-fujian' },
      data: { state: 'RETRACTED', retractedReason: 'wrong' },
    });
    const common = { entity: 'ReportedTotal', entityId: id, slug: 'cn-slb-2022-10-fujian', actorName: 'Ada' };
    const at = new Date('2030-01-02T00:00:00Z');
    await api.db.prisma.revision.createMany({
      data: [
        { ...common, version: 2, action: 'RETRACTED', isPublic: true, at },
        { ...common, version: 3, action: 'UPDATED', isPublic: false, at },
      ],
    });
    expect(await listChanges('country: "SLB", since: "2030-01-01T00:00:00Z"')).toEqual([
      { entity: 'ReportedTotal', slug: 'cn-slb-2022-10-fujian', action: 'RETRACTED' },
    ]);
    expect(await listChanges('country: "ISL"')).toEqual([]);
  });

  test('are refused for a country that does not exist', async () => {
    expect(await api.refuse('{ changes(country: "ZZZ") { totalCount } }')).toBe(
      'country: no country has the code "ZZZ"; use ISO 3166-1 alpha-3',
    );
  });

  test('take as many statements for one change as for many', async () => {
    const ask = async (first: number) =>
      (await api.ask(`{ changes(country: "CHN", first: ${first}) { nodes { slug } } }`)).statements.length;
    expect(await ask(40)).toBe(await ask(1));
  });
});
