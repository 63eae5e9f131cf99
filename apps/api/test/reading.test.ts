import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

describe.each(databases)('reading records on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  test('a commitment with all that belongs to it', async () => {
    const { commitment } = await api.read(`{ commitment(slug: "cn-lianyungang-2024-3000") {
      __typename slug status unit quantity { low high } statedOn { date precision } knownOn
      window { start { date } end { date precision } stated }
      program { slug } providers { slug country { iso3 } } recipientScope recipients { country { iso3 } }
      claims { low high language count { slug } source { slug kind } } witnessCount
      links { relation basis from { slug } to { slug } }
      trackability { score parts { part present } } history { entity action actor version changedFields } state version
    } }`);
    expect(commitment).toMatchObject({
      __typename: 'Commitment',
      quantity: { low: 3000, high: 3000 },
      statedOn: { date: '2024-09-09', precision: 'DAY' },
      providers: [{ slug: 'china', country: { iso3: 'CHN' } }],
      recipients: [],
      state: 'PUBLISHED',
      history: [{ entity: 'Commitment', action: 'IMPORTED', version: 1, changedFields: [] }],
    });
    expect(new Set(commitment.claims.map((claim: { count: { slug: string } }) => claim.count.slug))).toEqual(
      new Set(['cn-lianyungang-2024-3000']),
    );
    expect(commitment.links).toContainEqual({
      relation: 'DISTINCT',
      basis: 'STATED',
      from: { slug: 'cn-lianyungang-2024-3000' },
      to: { slug: 'cn-report-2024-2700' },
    });
    const present = commitment.trackability.parts.filter((part: { present: boolean }) => part.present);
    expect(commitment.trackability.score).toBe(present.length);
  });

  test('rewrites of one document are one witness', async () => {
    const { commitment } = await api.read(`{ commitment(slug: "cn-lianyungang-2024-3000") {
      witnessCount claims { source { slug derivedFrom { slug derivatives { slug } } } } } }`);
    const rewrites = commitment.claims.filter(
      ({ source }: { source: { derivedFrom: object | null } }) => source.derivedFrom,
    );
    expect(rewrites.length).toBeGreaterThan(0);
    expect(commitment.witnessCount).toBe(commitment.claims.length - rewrites.length);
    const [{ source }] = rewrites;
    expect(source.derivedFrom.derivatives).toContainEqual({ slug: source.slug });
  });

  test('a missing number is null, never zero', async () => {
    const { commitment } = await api.read(
      '{ commitment(slug: "cn-dom-2023-offer") { quantity { low } status trackability { parts { part present } } } }',
    );
    expect(commitment).toMatchObject({ quantity: null, status: 'PROPOSED' });
    expect(commitment.trackability.parts).toContainEqual({ part: 'NUMBER', present: false });
    expect(commitment.trackability.parts).toContainEqual({ part: 'UNIT', present: false });
  });

  test('a window whose end is itself a range keeps both ends', async () => {
    const { commitment } = await api.read(
      '{ commitment(slug: "cn-arab-2022-1500") { window { end { date } endLatest stated } } }',
    );
    expect(commitment.window.endLatest > commitment.window.end.date).toBe(true);
  });

  test('the 122 is a number of delegations beside an event, and nowhere a number of countries', async () => {
    const { event } = await api.read(
      '{ event(slug: "cn-lianyungang-forum-2024") { title note countries { country { iso3 } } otherFigures { label value note } } }',
    );
    const [figure] = event.otherFigures.filter(({ value }: { value: number }) => value === 122);
    expect(figure.label).toMatch(/international organi[sz]ations/);
    expect(event.countries.length).toBeLessThan(122);
    const { search } = await api.read('{ search(text: "122") { __typename } }');
    expect(search).toEqual([{ __typename: 'Event' }]);
    const counts = await api.read(
      '{ commitments(filter: { quantity: { min: 122, max: 122 } }) { totalCount } reportedTotals(filter: { quantity: { min: 122, max: 122 } }) { totalCount } }',
    );
    expect(counts).toEqual({ commitments: { totalCount: 0 }, reportedTotals: { totalCount: 0 } });
  });

  test('a country, its regions, its groups on a day, and what names it', async () => {
    const { country } = await api.read(`{ country(iso3: "PAK") { iso2 name region { code } subregion { code }
      before: groups(on: "2017-06-08") { slug } after: groups(on: "2017-06-09") { slug }
      provider { slug } commitments { nodes { slug } } reportedTotals { totalCount } events { totalCount nodes { slug } } } }`);
    expect(country).toMatchObject({ iso2: 'PK', name: 'Pakistan', region: { code: 'M49:142' } });
    const slugs = (groups: { slug: string }[]) => groups.map(({ slug }) => slug);
    expect(slugs(country.before)).not.toContain('sco');
    expect(slugs(country.after)).toContain('sco');
    // Pakistan joined in 2017: of the SCO's commitments it has those stated since.
    expect(slugs(country.commitments.nodes)).toContain('cn-sco-2018-2000');
  });

  test('a group with its members on a day', async () => {
    const { group } = await api.read(`{ group(slug: "sco") { code isOpen
      before: members(on: "2023-07-03") { country { iso3 } } after: members(on: "2023-07-04") { country { iso3 } since until } } }`);
    expect(group).toMatchObject({ code: 'GRP:SCO', isOpen: false });
    expect(group.after).toContainEqual({ country: { iso3: 'IRN' }, since: '2023-07-04', until: null });
    expect(group.after).toHaveLength(group.before.length + 1);
    const { open } = await api.read(
      '{ open: group(slug: "developing-countries") { isOpen members { note } } }',
    );
    expect(open).toEqual({ isOpen: true, members: [] });
  });

  test('programs, providers, sources and events with what they hold', async () => {
    const answer = await api.read(`{
      program(slug: "gsi") { name commitments { nodes { slug program { slug } } } reportedTotals { totalCount } events(first: 1) { nodes { slug } } }
      provider(slug: "china") { code kind country { iso3 } commitments(first: 1) { totalCount nodes { slug } } reportedTotals { totalCount } }
      source(slug: "afp-2024-09-09-china-to-train-3000-more-cops") { title publishedOn { date } claims { count { slug } fragment } events { slug } }
      event(slug: "cn-lianyungang-forum-2024") { kind providers { slug } sources { source { slug } language } startsOn { date precision } supersedes { slug } supersededBy { slug } }
    }`);
    expect(
      answer.program.commitments.nodes.every((c: { program: { slug: string } }) => c.program.slug === 'gsi'),
    ).toBe(true);
    expect(answer.provider).toMatchObject({ code: 'CHN', kind: 'COUNTRY', country: { iso3: 'CHN' } });
    expect(answer.source.claims.map((c: { count: { slug: string } }) => c.count.slug)).toContain(
      'cn-lianyungang-2024-3000',
    );
    expect(answer.event.sources.length).toBeGreaterThan(0);
  });

  test('what is not there is null', async () => {
    const answer =
      await api.read(`{ commitment(slug: "none") { slug } reportedTotal(slug: "cn-lianyungang-2024-3000") { slug }
      country(iso3: "ZZZ") { name } group(slug: "none") { name } provider(slug: "none") { name } program(slug: "none") { name }
      source(slug: "none") { title } event(slug: "none") { title } node(id: "bm9uc2Vuc2U") { id } }`);
    expect(Object.values(answer).every((value) => value === null)).toBe(true);
  });

  test('every object comes back by its global id, in the order asked', async () => {
    const lists =
      await api.read(`{ commitments { nodes { id } } reportedTotals { nodes { id } } countries(first: 3) { nodes { id } }
      groups(first: 3) { nodes { id } } programs { nodes { id } } providers { nodes { id } } sources(first: 3) { nodes { id } } events { nodes { id } } }`);
    const ids = (Object.values(lists) as { nodes: { id: string }[] }[]).flatMap(({ nodes }) =>
      nodes.map(({ id }) => id),
    );
    const asked = [...ids.toReversed(), 'garbled', Buffer.from('Commitment:none').toString('base64url')];
    const { data, statements } = await api.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }',
      { ids: asked },
    );
    expect(data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual([
      ...ids.toReversed(),
      null,
      null,
    ]);
    expect(statements.length).toBeLessThanOrEqual(8);
    // A commitment under the name of a reported total is nothing.
    const foreign = Buffer.from('ReportedTotal:cn-lianyungang-2024-3000').toString('base64url');
    expect(await api.read('query ($id: ID!) { node(id: $id) { id } }', { id: foreign })).toEqual({
      node: null,
    });
    expect(
      await api.refuse('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(501).fill('x') }),
    ).toBe('ids: 501 ids; give at most 500');
  });

  test('the dataset says what it is', async () => {
    const { dataset, changes } =
      await api.read(`{ dataset { revision publishedAt licence { id url } citation releases { name }
      size { commitments reportedTotals events sources claims links } firstStatedOn lastStatedOn } changes(first: 1) { totalCount } }`);
    expect(dataset).toMatchObject({ revision: 1, licence: { id: 'CC-BY-4.0' }, releases: [] });
    expect(dataset.citation).toMatch(/^Muster \(revision 1, published \d{4}-\d\d-\d\d\)\./);
    const { commitments, reportedTotals, events } = dataset.size;
    expect(commitments + reportedTotals + events).toBe(98);
    expect(changes.totalCount).toBe(98);
    expect(dataset.firstStatedOn < dataset.lastStatedOn).toBe(true);
  });

  test('changes tell the fields that differ, and only public ones are told', async () => {
    const { id } = await api.db.prisma.count.findUniqueOrThrow({ where: { slug: 'cn-gsi-2023-5000' } });
    const common = { entity: 'Commitment', entityId: id, slug: 'cn-gsi-2023-5000', actorName: 'Ada' };
    const at = new Date('2030-01-02T00:00:00Z');
    await api.db.prisma.revision.createMany({
      data: [
        {
          ...common,
          version: 2,
          action: 'UPDATED',
          isPublic: true,
          at,
          before: { title: 'a', note: null, version: 1 },
          after: { title: 'b', note: null, version: 2 },
        },
        { ...common, version: 3, action: 'UPDATED', isPublic: false, at, before: {}, after: {} },
      ],
    });
    const answer =
      await api.read(`{ changes(since: "2030-01-01T00:00:00Z") { totalCount nodes { slug version actor changedFields } }
      commitment(slug: "cn-gsi-2023-5000") { history { version changedFields } } }`);
    expect(answer.changes).toEqual({
      totalCount: 1,
      nodes: [{ slug: 'cn-gsi-2023-5000', version: 2, actor: 'Ada', changedFields: ['title'] }],
    });
    expect(answer.commitment.history.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });
});
