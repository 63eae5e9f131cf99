import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

describe.each(databases)('search on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  async function find(text: string, first = 20): Promise<string[]> {
    const { search } = await api.read(
      `query ($text: String!, $first: Int) { search(text: $text, first: $first) {
        ... on Country { key: iso3 } ... on Commitment { key: slug } ... on ReportedTotal { key: slug } ... on Event { key: slug }
        ... on Source { key: slug } ... on Program { key: slug } ... on Provider { key: slug } ... on Group { key: slug } } }`,
      { text, first },
    );
    return search.map(({ key }: { key: string }) => key);
  }

  test('a country comes first, then what names it', async () => {
    const found = await find('solomon islands');
    expect(found[0]).toBe('SLB');
    expect(found).toEqual(
      expect.arrayContaining(['au-slb-2024-190m', 'cn-slb-2022-10-fujian', 'cn-slb-2022-security']),
    );
  });

  test('all words must be there, whatever their case, accents and apostrophes', async () => {
    expect(await find('LIANYÚNGANG forum 2024')).toContain('cn-lianyungang-forum-2024');
    expect(await find("cote d'ivoire")).toContain('CIV');
    expect(await find('turkiye')).toContain('TUR');
    expect(await find('lianyungang nowhere')).toEqual([]);
    expect(await find('mali')).not.toContain('SOM');
  });

  test('a figure, however it is grouped', async () => {
    for (const text of ['3,000', '3 000', '3000', '3.000', '3,000 officers']) {
      expect((await find(text))[0]).toBe('cn-lianyungang-2024-3000');
    }
    expect(await find('2,700')).toContain('cn-report-2024-2700');
  });

  test('a day, a month, a year', async () => {
    for (const text of [
      'September 2024',
      '2024-09-09',
      '9 September 2024',
      'Sept 9, 2024',
      '2024-09',
      'train 2024',
    ]) {
      expect(await find(text, 60)).toContain('cn-lianyungang-2024-3000');
    }
    expect(await find('2024-09-10')).not.toContain('cn-lianyungang-2024-3000');
    expect(await find('October 2024 lianyungang')).not.toContain('cn-lianyungang-2024-3000');
  });

  test('the days on which a window or an event begins and ends, though not those between', async () => {
    expect(await find('February 2028')).toContain('cn-gsi-2023-5000');
    expect(await find('February 2023')).toContain('cn-gsi-2023-5000');
    expect(await find('February 2026')).not.toContain('cn-gsi-2023-5000');
    // Of three to five years, so it may end in 2025 or in 2027.
    const { windowEnd, windowEndLatest } = await api.db.prisma.count.findUniqueOrThrow({
      where: { slug: 'cn-arab-2022-1500' },
    });
    for (const end of [windowEnd, windowEndLatest]) {
      const last = new Date(Number(end) - 86_400_000).toISOString();
      expect(await find(last.slice(0, 7))).toContain('cn-arab-2022-1500');
      // Only the months are told.
      expect(await find(last.slice(0, 10))).not.toContain('cn-arab-2022-1500');
    }
    const event = await api.db.prisma.event.findUniqueOrThrow({
      where: { slug: 'cn-lianyungang-forum-2024' },
    });
    const lastDay = new Date(Number(event.endsOn) - 86_400_000).toISOString().slice(0, 10);
    expect(await find(lastDay)).toContain('cn-lianyungang-forum-2024');
  });

  test('a date is found by no more than it tells', async () => {
    // Stated in August 2024, no finer.
    const { statedOn } = await api.db.prisma.count.findUniqueOrThrow({ where: { slug: 'au-ppi-2024-400m' } });
    const [day = ''] = statedOn?.toISOString().split('T') ?? [];
    expect(await find(day)).not.toContain('au-ppi-2024-400m');
    for (const asked of [day.slice(0, 7), 'August 2024', '2024'])
      expect(await find(asked, 100)).toContain('au-ppi-2024-400m');
  });

  test('of a long text the first twelve words', async () => {
    const twelve = 'lianyungang '.repeat(12);
    expect(await find(`${twelve}nowhere`)).toEqual(await find(twelve));
    expect(await find(`nowhere ${twelve}`)).toEqual([]);
  });

  test('words of another script', async () => {
    expect(await find('第二届中国')).not.toEqual([]);
    expect(await find('СОТРУДНИКОВ')).toContain('cn-interpol-2017-20000');
  });

  test('nothing that a reader types means anything but itself', async () => {
    for (const text of ["'; DROP TABLE count; --", '.*', '\\', '((((', '%', '[a-z]+', '*', '   ', '{}']) {
      expect(await find(text)).toEqual([]);
    }
    expect(await find(`${'9'.repeat(40)}`)).toEqual([]);
  });

  test('one statement and one per kind of record found', async () => {
    const { data, statements } = await api.ask('{ search(text: "police", first: 100) { __typename } }');
    const kinds = new Set(data.search.map(({ __typename }: { __typename: string }) => __typename));
    expect(statements.length).toBeLessThanOrEqual(1 + kinds.size);
  });

  test('limits are told', async () => {
    expect(await api.refuse('{ search(text: "x", first: 0) { __typename } }')).toBe(
      'first: 0 is not a number of results; give 1 to 100',
    );
    expect(await api.refuse(`{ search(text: "${'x'.repeat(201)}") { __typename } }`)).toBe(
      'text: give at most 200 characters',
    );
    expect(await find('police', 3)).toHaveLength(3);
  });
});
