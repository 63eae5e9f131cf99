import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

describe.each(databases)('filters on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  async function listSlugs(field: string, filter: string, rest = ''): Promise<string[]> {
    const data = await api.read(
      `{ ${field}(first: 500, filter: { ${filter} } ${rest}) { totalCount nodes { slug } } }`,
    );
    expect(data[field].totalCount).toBe(data[field].nodes.length);
    return data[field].nodes.map(({ slug }: { slug: string }) => slug);
  }

  test('everything given must hold, and values of a list are alternatives', async () => {
    const everything = await listSlugs('reportedTotals', '');
    const police = await listSlugs('reportedTotals', 'audience: POLICE');
    const others = await listSlugs(
      'reportedTotals',
      'audience: [LAW_ENFORCEMENT, MILITARY, SECURITY, JUSTICE, MIXED]',
    );
    expect([...police, ...others].toSorted()).toEqual(everything.toSorted());
    const both = await listSlugs('reportedTotals', 'audience: POLICE, unit: PEOPLE, provider: "china"');
    expect(both.length).toBeGreaterThan(0);
    expect(both.every((slug) => police.includes(slug))).toBe(true);
  });

  test('slugs, programs, voices, quantities, days and words', async () => {
    expect(await listSlugs('commitments', 'slug: ["cn-gsi-2023-5000", "none"]')).toEqual([
      'cn-gsi-2023-5000',
    ]);
    expect(await listSlugs('commitments', 'program: ["gsi", "focac"]')).toContain('cn-gsi-2023-5000');
    expect(await listSlugs('commitments', 'quantity: { min: 5000, max: 5000 }')).toEqual([
      'cn-gsi-2023-5000',
    ]);
    expect(await listSlugs('commitments', 'statedOn: { from: "2024-09-09", until: "2024-09-10" }')).toContain(
      'cn-lianyungang-2024-3000',
    );
    expect(await listSlugs('commitments', 'statedOn: { until: "2024-09-09" }')).not.toContain(
      'cn-lianyungang-2024-3000',
    );
    expect(await listSlugs('commitments', 'text: "FOREIGN law-enforcement 12 months"')).toEqual([
      'cn-lianyungang-2024-3000',
    ]);
    expect(await listSlugs('commitments', 'text: "%"')).not.toContain('cn-gsi-2023-5000');
    const { commitments } = await api.read('{ commitments(status: [PROPOSED]) { nodes { status } } }');
    expect(new Set(commitments.nodes.map((c: { status: string }) => c.status))).toEqual(
      new Set(['PROPOSED']),
    );
  });

  test('what became known between two days, whenever it was stated', async () => {
    for (const field of ['commitments', 'reportedTotals', 'events']) {
      const everything = await listSlugs(field, '');
      const before = await listSlugs(field, 'knownOn: { until: "2023-01-01" }');
      const since = await listSlugs(field, 'knownOn: { from: "2023-01-01" }');
      expect(before.toSorted()).toEqual((await listSlugs(field, '', ', knownOn: "2022-12-31"')).toSorted());
      expect([...before, ...since].toSorted()).toEqual(everything.toSorted());
      expect(Math.min(before.length, since.length)).toBeGreaterThan(0);
    }
    // Stated in August 2024, no finer: the public could be sure of it from the last day of the month.
    expect(await listSlugs('commitments', 'knownOn: { from: "2024-08-31", until: "2024-09-01" }')).toEqual([
      'au-ppi-2024-400m',
    ]);
    expect(await listSlugs('commitments', 'statedOn: { from: "2024-08-31", until: "2024-09-01" }')).toEqual(
      [],
    );
  });

  test('totals tell why what was known before, or only later, is left out', async () => {
    const { totals } = await api.read(
      '{ totals(filter: { knownOn: { from: "2023-01-01", until: "2024-09-09" } }) { contributions { count { slug } } excluded { reason detail count { slug } } } }',
    );
    const taken = totals.contributions.map(({ count }: { count: { slug: string } }) => count.slug);
    expect(taken).toContain('cn-focac-2024-police-1000');
    expect(taken).not.toContain('cn-lianyungang-2024-3000');
    const why = new Map(
      totals.excluded.map(({ count, reason, detail }: any) => [count.slug, `${reason}: ${detail}`]),
    );
    expect(why.get('cn-lianyungang-2024-3000')).toBe(
      'FILTERED: It became known on 9 September 2024 or later.',
    );
    expect(why.get('cn-sco-2022-2000')).toBe('FILTERED: It was known before 1 January 2023.');
  });

  test('a country has what names it, and what names a group on a day of its membership', async () => {
    // Pakistan joined the SCO in June 2017, Iran in July 2023; the commitments are of 2018 and 2022.
    expect(await listSlugs('commitments', 'country: "PAK"')).toEqual(
      expect.arrayContaining(['cn-sco-2018-2000', 'cn-sco-2022-2000']),
    );
    expect(await listSlugs('commitments', 'country: "IRN"')).not.toContain('cn-sco-2022-2000');
    for (const [field, nested] of [
      ['commitments', 'commitments'],
      ['reportedTotals', 'reportedTotals'],
    ] as const) {
      for (const iso3 of ['PAK', 'IRN', 'KEN', 'SLB', 'KHM']) {
        const { country } = await api.read(
          `{ country(iso3: "${iso3}") { ${nested}(first: 500) { totalCount nodes { slug } } } }`,
        );
        const slugs = country[nested].nodes.map(({ slug }: { slug: string }) => slug);
        expect(slugs).toEqual(await listSlugs(field, `country: "${iso3}"`));
        expect(country[nested].totalCount).toBe(slugs.length);
      }
    }
  });

  test('a group nobody has defined contains nobody', async () => {
    const open = await listSlugs('commitments', 'group: "developing-countries"');
    expect(open).toContain('cn-interpol-2017-20000');
    expect(await listSlugs('commitments', 'country: "KEN"')).not.toContain('cn-interpol-2017-20000');
  });

  test('a group has what names it, and what names a country while it was a member', async () => {
    const sco = await listSlugs('commitments', 'group: "sco"');
    expect(sco).toEqual(expect.arrayContaining(['cn-sco-2018-2000', 'cn-sco-2022-2000']));
    const asean = await listSlugs('reportedTotals', 'group: "asean"');
    expect(asean).toEqual(expect.arrayContaining(['cn-guizhou-2019-17', 'cn-asean-2004-khm']));
  });

  test('countries, groups, programs, providers, sources and events', async () => {
    const { inSco, onRecord, all } = await api.read(`{
      inSco: countries(filter: { group: "sco", on: "2020-01-01" }) { nodes { iso3 } }
      onRecord: countries(filter: { onRecord: true }) { totalCount } all: countries { totalCount } }`);
    expect(inSco.nodes).toHaveLength(8);
    expect(onRecord.totalCount).toBeLessThan(all.totalCount);
    expect(
      (await api.read('{ countries(filter: { text: "cote ivoire" }) { totalCount } }')).countries.totalCount,
    ).toBe(0);
    expect(
      (await api.read('{ countries(filter: { text: "ivoire" }) { nodes { iso3 } } }')).countries.nodes,
    ).toEqual([{ iso3: 'CIV' }]);
    expect(await listSlugs('groups', 'member: "IRN", on: "2023-07-03", kind: ORGANISATION')).not.toContain(
      'sco',
    );
    expect(await listSlugs('groups', 'member: "IRN", kind: ORGANISATION')).toContain('sco');
    expect(await listSlugs('groups', 'onRecord: true')).toContain('developing-countries');
    expect(await listSlugs('programs', 'provider: "china"')).toContain('gsi');
    expect(await listSlugs('providers', 'kind: COUNTRY, text: "chin"')).toEqual(['china']);
    expect(
      await listSlugs('sources', 'kind: WIRE, publishedOn: { from: "2024-09-09", until: "2024-09-10" }'),
    ).toContain('afp-2024-09-09-china-to-train-3000-more-cops');
    const forums = await listSlugs(
      'events',
      'kind: FORUM, startsOn: { from: "2024-01-01" }, text: "lianyungang"',
    );
    expect(forums).toContain('cn-lianyungang-forum-2024');
    expect(await listSlugs('events', 'country: "SLB", provider: "china"')).toContain(
      'cn-slb-2023-police-plan',
    );
  });

  test('a date known to its month is taken by its first day, by all its days, or by any', async () => {
    // Stated in August 2024, no finer.
    const isTaken = async (range: string) =>
      (await listSlugs('commitments', `statedOn: { ${range} }`)).includes('au-ppi-2024-400m');
    const days = 'from: "2024-08-01", until: "2024-08-15"';
    expect(await isTaken(days)).toBe(true);
    expect(await isTaken(`${days}, reading: CERTAIN`)).toBe(false);
    expect(await isTaken(`${days}, reading: POSSIBLE`)).toBe(true);
    const late = 'from: "2024-08-15", until: "2024-10-01"';
    expect(await isTaken(late)).toBe(false);
    expect(await isTaken(`${late}, reading: POSSIBLE`)).toBe(true);
    expect(await isTaken('from: "2024-08-01", until: "2024-09-01", reading: CERTAIN')).toBe(true);
    expect(await isTaken('precision: [MONTH, YEAR]')).toBe(true);
    expect(await isTaken('precision: DAY')).toBe(false);
    expect(await isTaken('precision: []')).toBe(false);
    const everything = await listSlugs('commitments', 'statedOn: {}');
    const halves = await Promise.all(
      ['until: "2022-06-15"', 'from: "2022-06-15"'].map((half) =>
        listSlugs('commitments', `statedOn: { ${half} }`),
      ),
    );
    expect(halves.flat().toSorted()).toEqual(everything.toSorted());
  });

  test('an end that is a range lies within days by its earliest reading, by all, or by any', async () => {
    // 1,500 within three to five years: the end is 2025-12-09 at the earliest, 2027-12-09 at the latest.
    const isTaken = async (range: string) =>
      (await listSlugs('commitments', `windowEnd: { ${range} }`)).includes('cn-arab-2022-1500');
    expect(await isTaken('until: "2026-02-01"')).toBe(true);
    expect(await isTaken('until: "2026-02-01", reading: CERTAIN')).toBe(false);
    expect(await isTaken('from: "2027-01-01", reading: POSSIBLE')).toBe(true);
    expect(await isTaken('from: "2027-01-01"')).toBe(false);
    expect(await isTaken('until: "2028-06-01", reading: CERTAIN')).toBe(true);
  });

  test('members of a group are those of the day asked for', async () => {
    // Cambodia joined ASEAN in April 1999.
    const on = (day: string) => listSlugs('reportedTotals', `membership: { group: "asean", on: "${day}" }`);
    expect(await on('2020-01-01')).toContain('cn-asean-2004-khm');
    expect(await on('1999-01-01')).not.toContain('cn-asean-2004-khm');
  });

  test('filters within filters, in every list that has them', async () => {
    const all = await listSlugs('commitments', '');
    const gsi = await listSlugs('commitments', 'program: ["gsi"]');
    expect([...gsi, ...(await listSlugs('commitments', 'not: { program: ["gsi"] }'))].toSorted()).toEqual(
      all.toSorted(),
    );
    expect(await listSlugs('commitments', 'and: [{}, {}], or: [{}]')).toEqual(all);
    expect(await listSlugs('commitments', 'not: {}')).toEqual([]);
    expect(await listSlugs('commitments', 'or: [{ program: "gsi" }, { slug: "cn-sco-2022-2000" }]')).toEqual(
      expect.arrayContaining([...gsi, 'cn-sco-2022-2000']),
    );
    for (const [field, filter] of [
      ['events', 'kind: FORUM'],
      ['events', 'group: "sco", membershipOn: "2020-01-01"'],
      ['events', 'endsOn: { from: "2020-01-01" }'],
      ['sources', 'isDerived: true'],
      ['sources', 'publishedOn: { from: "2020-01-01", reading: CERTAIN }'],
      ['groups', 'kind: ORGANISATION'],
      ['programs', 'provider: "china"'],
      ['providers', 'country: ["CHN", "IND"]'],
    ] as const) {
      const taken = await listSlugs(field, filter);
      const others = await listSlugs(field, `not: { ${filter} }`);
      const both = await listSlugs(field, `or: [{ ${filter} }, { not: { ${filter} } }]`);
      expect(Math.min(taken.length, others.length)).toBeGreaterThan(0);
      expect([...taken, ...others].toSorted()).toEqual(both.toSorted());
      expect(both).toEqual(await listSlugs(field, ''));
    }
  });

  test('totals tell why the parts of a filter leave a count out', async () => {
    const { totals } = await api.read(`{ totals(filter: {
      or: [{ program: "gsi" }, { statedOn: { from: "2024-08-01", until: "2024-08-15", reading: CERTAIN } }]
      not: { status: PROPOSED } }) { excluded { reason detail count { slug } } } }`);
    const why = new Map(totals.excluded.map(({ count, detail }: any) => [count.slug, detail]));
    expect(why.get('au-ppi-2024-400m')).toBe(
      'None of the alternatives holds. Its program is Pacific Policing Initiative. It was stated in August 2024, which may lie outside the days asked for.',
    );
    const left = await api.read(
      '{ totals(filter: { not: { program: "gsi" } }) { excluded { detail count { slug } } } }',
    );
    const gsi = left.totals.excluded.find(({ count }: any) => count.slug === 'cn-gsi-2023-5000');
    expect(gsi.detail).toBe('It is among what the filter leaves out.');
  });

  test('a filter that is empty where it must not be, or too deep, is refused with its place', async () => {
    const deep = (levels: number): object => (levels === 0 ? {} : { not: deep(levels - 1) });
    const wide = { or: Array.from({ length: 201 }, () => ({})) };
    for (const field of ['commitments', 'totals']) {
      const ask = field === 'totals' ? 'pledged { low }' : 'totalCount';
      const query = `query ($filter: CountFilter) { ${field}(filter: $filter) { ${ask} } }`;
      expect(await api.refuse(query, { filter: { and: [{}, { or: [] }] } })).toBe(
        'filter.and.1.or: holds no filter; give at least one, or leave it out',
      );
      expect(await api.refuse(query, { filter: { or: [{ program: ['none'] }] } })).toBe(
        'filter.or.0.program: no program has the slug "none"; see `programs`',
      );
      expect(
        await api.refuse(query, {
          filter: { not: { windowEnd: { from: '2024-01-02', until: '2024-01-01' } } },
        }),
      ).toBe('filter.not.windowEnd: from 2024-01-02 is not before until 2024-01-01');
      expect(await api.refuse(query, { filter: deep(8) })).toContain('filters nest at most 8 levels deep');
      expect(await api.refuse(query, { filter: wide })).toContain('more than 200 filters');
      expect((await api.ask(query, { filter: deep(7) })).errors).toEqual([]);
    }
  });

  test('what does not exist is named', async () => {
    const refusals: [string, string][] = [
      [
        'commitments(filter: { country: "XXX" })',
        'filter.country: no country has the code "XXX"; use ISO 3166-1 alpha-3',
      ],
      [
        'commitments(filter: { country: "chn" })',
        'filter.country: no country has the code "chn"; use ISO 3166-1 alpha-3',
      ],
      ['commitments(filter: { group: "none" })', 'filter.group: no group has the slug "none"; see `groups`'],
      [
        'reportedTotals(filter: { program: ["gsi", "none"] })',
        'filter.program: no program has the slug "none"; see `programs`',
      ],
      [
        'reportedTotals(filter: { provider: ["none"] })',
        'filter.provider: no provider has the slug "none"; see `providers`',
      ],
      ['commitments(filter: { quantity: { min: 2, max: 1 } })', 'filter.quantity: min 2 is more than max 1'],
      [
        'commitments(filter: { statedOn: { from: "2024-02-01", until: "2024-01-01" } })',
        'filter.statedOn: from 2024-02-01 is not before until 2024-01-01',
      ],
      [
        'commitments(filter: { knownOn: { from: "2024-02-01", until: "2024-01-01" } })',
        'filter.knownOn: from 2024-02-01 is not before until 2024-01-01',
      ],
      [
        'events(filter: { knownOn: { from: "2024-02-01", until: "2024-02-01" } })',
        'filter.knownOn: from 2024-02-01 is not before until 2024-02-01',
      ],
      ['countries(filter: { group: "none" })', 'filter.group: no group has the slug "none"; see `groups`'],
      [
        'groups(filter: { member: "ZZZ" })',
        'filter.member: no country has the code "ZZZ"; use ISO 3166-1 alpha-3',
      ],
      [
        'programs(filter: { provider: "none" })',
        'filter.provider: no provider has the slug "none"; see `providers`',
      ],
      [
        'events(filter: { program: ["none"] })',
        'filter.program: no program has the slug "none"; see `programs`',
      ],
      [
        'events(filter: { country: "ZZZ" })',
        'filter.country: no country has the code "ZZZ"; use ISO 3166-1 alpha-3',
      ],
      [
        'sources(filter: { publishedOn: { from: "2024-01-01", until: "2024-01-01" } })',
        'filter.publishedOn: from 2024-01-01 is not before until 2024-01-01',
      ],
    ];
    for (const [field, message] of refusals)
      expect(await api.refuse(`{ ${field} { totalCount } }`)).toBe(message);
  });

  test('days that are none are refused before anything is read', async () => {
    const literal = await api.ask('{ commitments(knownOn: "2024-02-30") { totalCount } }');
    expect(literal.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const variable = await api.ask('query ($on: Date) { commitments(knownOn: $on) { totalCount } }', {
      on: 'soon',
    });
    expect(variable.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(variable.errors[0]?.message).toContain('write YYYY-MM-DD');
    expect([...literal.statements, ...variable.statements]).toEqual([]);
    expect(
      await api.refuse('query ($text: String) { commitments(filter: { text: $text }) { totalCount } }', {
        text: 'a\0b',
      }),
    ).toContain('U+0000');
    expect(await api.refuse('{ country(iso3: "\\u0000") { name } }')).toContain('U+0000');
  });
});
