import { createRelease, TABLE_FILES } from '@muster/db';
import { typeDefs } from '@muster/schema/sdl';
import { buildSchema } from 'graphql';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../src/exports/formats/index.ts';
import { TABLES } from '../src/exports/tables/index.ts';
import { databases, startTestApi, type TestApi, TODAY } from './support/api.ts';

const names = TABLES.map(({ name }) => name);

describe.each(databases)('files of tables on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(kind);
  });
  afterAll(() => api.close());

  const get = (url: string, headers = {}) => api.app.inject({ url: `/data/${url}`, headers });
  const readRows = async (url: string): Promise<Record<string, any>[]> => {
    const response = await get(url);
    expect([response.statusCode, response.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
    return response.json();
  };
  const readSlugs = async (url: string) => (await readRows(url)).map(({ slug }) => slug);

  test.each(names)('%s holds as many rows as it tells, in every format', async (name) => {
    const rows = await readRows(`${name}.json`);
    expect(rows.length).toBeGreaterThan(0);
    const { columns, rows: told } = (await get(`${name}.metadata.json`)).json();
    expect(told).toBe(rows.length);
    expect(Object.keys(rows[0] ?? {})).toEqual(columns.map((column: { name: string }) => column.name));
    for (const { ending, mediaType } of FORMATS) {
      const response = await get(`${name}.${ending}`);
      expect(response.headers).toMatchObject({
        'content-type': mediaType,
        'x-total-count': String(rows.length),
      });
      expect(response.rawPayload.length).toBeGreaterThan(100);
    }
    for (const row of rows) expect(row.permalink).toMatch(/^http:\/\/localhost:3000\/\w+\//);
  });

  test('a part is what the list of the API gives, whatever way its filter is told', async () => {
    const asked = {
      provider: ['china'],
      statedOn: { from: '2020-01-01', until: '2025-01-01' },
      quantity: { min: 100 },
    };
    const { commitments } = await api.read(
      `query ($filter: CountFilter) { commitments(filter: $filter, first: 500, orderBy: QUANTITY, direction: ASC,
        knownOn: "2024-12-31") { nodes { slug } } }`,
      { filter: asked },
    );
    const slugs = commitments.nodes.map(({ slug }: { slug: string }) => slug);
    expect(slugs.length).toBeGreaterThan(2);
    const order = 'orderBy=QUANTITY&direction=ASC&knownOn=2024-12-31';
    const parameters = 'provider=china&statedOn.from=2020-01-01&statedOn.until=2025-01-01&quantity.min=100';
    const whole = `filter=${encodeURIComponent(JSON.stringify(asked))}`;
    const half = `filter=${encodeURIComponent(JSON.stringify({ provider: ['china'], quantity: { min: 100 } }))}`;
    expect(await readSlugs(`commitments.json?${order}&${parameters}`)).toEqual(slugs);
    expect(await readSlugs(`commitments.json?${order}&${whole}`)).toEqual(slugs);
    expect(
      await readSlugs(
        `commitments.json?${order}&${half}&filter.statedOn.from=2020-01-01&statedOn.until=2025-01-01`,
      ),
    ).toEqual(slugs);
  });

  test.each([
    ['commitments', 'status=SIGNED&status=ANNOUNCED', 'commitments(status: [SIGNED, ANNOUNCED])'],
    ['commitments', 'verdict=UNREPORTED', 'commitments(verdict: [UNREPORTED])'],
    ['reported-totals', 'country=SLB', 'reportedTotals(filter: { country: "SLB" })'],
    [
      'events',
      'status=SIGNED&knownOn=2024-01-01',
      'events(filter: { status: [SIGNED] }, knownOn: "2024-01-01")',
    ],
    ['sources', 'language=en&kind=MEDIA', 'sources(filter: { language: ["en"], kind: [MEDIA] })'],
    ['countries', 'onRecord=true', 'countries(filter: { onRecord: true })'],
    ['programs', 'provider=china', 'programs(filter: { provider: "china" })'],
    ['providers', 'kind=ORGANISATION', 'providers(filter: { kind: [ORGANISATION] })'],
  ])('%s?%s holds as many rows as %s', async (name, query, field) => {
    const data = await api.read(`{ list: ${field} { totalCount } }`);
    const whole = Number((await get(`${name}.csv`)).headers['x-total-count']);
    expect(await readRows(`${name}.json?${query}`)).toHaveLength(data.list.totalCount);
    expect(data.list.totalCount).toBeLessThan(whole);
    expect(data.list.totalCount).toBeGreaterThan(0);
  });

  test('claims and links are those of the counts that are asked for', async () => {
    const slug = 'cn-lianyungang-2024-3000';
    const { commitment } = await api.read(
      `{ commitment(slug: "${slug}") { claims { low source { slug url } } links { relation } } }`,
    );
    const claims = await readRows(`claims.json?slug=${slug}`);
    expect(
      claims.map(({ low, source, source_url: url }) => ({ low, source: { slug: source, url } })),
    ).toEqual(commitment.claims);
    const links = await readRows(`links.json?slug=${slug}`);
    expect(links.map(({ relation }) => relation).sort()).toEqual(
      commitment.links.map(({ relation }: { relation: string }) => relation).sort(),
    );
    for (const { from, to } of links) expect([from, to]).toContain(slug);
  });

  test('the record of a day holds nothing that became known later', async () => {
    expect(await readSlugs('counts.json?knownOn=2024-09-08')).not.toContain('cn-lianyungang-2024-3000');
    expect(await readSlugs('counts.json?knownOn=2024-09-09')).toContain('cn-lianyungang-2024-3000');
    for (const row of await readRows('links.json?knownOn=2024-09-08')) {
      expect([row.from, row.to]).not.toContain('cn-lianyungang-2024-3000');
    }
  });

  test('no text is a formula to a spreadsheet, whatever it begins with', async () => {
    const titles = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '=HYPERLINK("https://example.org","x")'];
    for (const [index, title] of titles.entries()) {
      await api.db.prisma.program.create({ data: { slug: `formula-${index}`, name: title } });
    }
    const { sheets } = await readXlsx((await get('programs.xlsx')).rawPayload);
    const rows = sheets[0]?.rows ?? [];
    const slug = rows[0]?.indexOf('slug') ?? -1;
    const written = new Map(rows.map((row) => [row[slug], row]));
    // Of a formula a reader tells the result, which nobody has computed.
    for (const [index, title] of titles.entries()) expect(written.get(`formula-${index}`)).toContain(title);
    const csv = (await get('programs.csv')).body;
    for (const title of titles) expect(csv).not.toContain(`,${title.slice(0, 4)}`);
    await api.db.prisma.program.deleteMany({ where: { slug: { startsWith: 'formula-' } } });
  });

  test('null is not zero', async () => {
    const row = (await readRows('commitments.json?slug=cn-lianyungang-2024-consultants'))[0];
    expect(row).toMatchObject({ quantity_low: null, quantity_high: null, rate: null });
    const csv = (await get('commitments.csv?slug=cn-lianyungang-2024-consultants')).body;
    expect(csv.split('\r\n')[1]).toContain(',law enforcement,,,');
    expect(csv).not.toContain('null');
  });

  test.each([
    ['provder=china', 'provder', 'provider'],
    ['provider=atlantis', 'provider', 'no provider has the slug "atlantis"'],
    ['provider=', 'provider', 'is empty'],
    ['country=XYZ', 'country', 'ISO 3166-1'],
    ['statedOn.from=2024-02-30', 'statedOn.from', 'write YYYY-MM-DD'],
    ['statedOn.from=2024-02-01&statedOn.until=2024-01-01', 'statedOn', 'is not before'],
    ['statedOn=2024', 'statedOn', 'give statedOn.from or statedOn.until'],
    ['voice=LOUD', 'voice', 'use PROVIDER, RECIPIENT'],
    ['quantity.min=many', 'quantity.min', 'write a whole number'],
    ['byName=perhaps', 'byName', 'write true or false'],
    ['knownOn=2024-01-01&knownOn=2024-01-02', 'knownOn', 'give it once'],
    ['orderBy=SIZE', 'orderBy', 'use STATED_ON'],
    ['text=a%00b', 'text', 'U+0000'],
    [`slug=${Array.from({ length: 1001 }, () => 'a').join('&slug=')}`, 'slug', 'at most 1000'],
    ['filter=%7Bprovider', 'filter', 'is not JSON'],
    ['filter=%5B1%5D', 'filter', 'is no JSON object'],
    ['filter=%7B%22provider%22%3A%5B1%5D%7D', 'filter.provider.0', 'String cannot represent'],
    ['filter=%7B%22provder%22%3A%5B%22china%22%5D%7D', 'filter', 'Did you mean "provider"'],
    [`filter=${'%7B%22a%22%3A'.repeat(200)}1${'%7D'.repeat(200)}`, 'filter', 'levels deep'],
    ['provider=china&filter=%7B%22provider%22%3A%5B%22china%22%5D%7D', 'provider', 'give it once'],
    ['release=never', 'release', 'no release'],
    ['__proto__=x', '__proto__', 'no parameter of commitments'],
    ['constructor.name=x', 'constructor.name', 'no parameter of commitments'],
  ])('?%.60s is refused by the name of the parameter', async (query, argument, words) => {
    const response = await get(`commitments.csv?${query}`);
    const [{ message, extensions }] = response.json().errors;
    expect([response.statusCode, message]).toEqual([400, expect.stringContaining(words)]);
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument, requestId: expect.any(String) });
    expect(message).toMatch(new RegExp(`^${argument.replaceAll('.', '\\.')}: `));
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    expect(response.headers.etag).toBeUndefined();
    expect(api.logs).toEqual([]);
  });

  test('a table that there is not is told with those that there are', async () => {
    const response = await get('officers.csv');
    expect(response.statusCode).toBe(404);
    expect(response.json().errors[0]).toMatchObject({
      message: expect.stringContaining('reported-totals'),
      extensions: { code: 'NOT_FOUND' },
    });
  });

  test('a file says what it is, is kept until the record changes, and asked for again is 304', async () => {
    const url = 'commitments.csv?provider=china';
    const file = await get(url);
    expect(file.headers).toMatchObject({
      'cache-control': expect.stringContaining('public'),
      'content-disposition': `attachment; filename="muster-commitments-${TODAY}-r1-part.csv"`,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('x-total-count'),
      link: expect.stringContaining('/data/commitments.metadata.json?provider=china>; rel="describedby"'),
    });
    const known = await get(url, { 'if-none-match': file.headers.etag });
    expect([known.statusCode, known.body]).toEqual([304, '']);
    const other = await get('commitments.csv', { 'if-none-match': file.headers.etag });
    expect(other.statusCode).toBe(200);
    const head = await api.app.inject({ method: 'HEAD', url: `/data/${url}` });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers['x-total-count']).toBe(file.headers['x-total-count']);
    expect(head.headers['content-length']).toBeUndefined();
  });

  test('the description of a part tells what was asked, the citation, and the other formats', async () => {
    const metadata = (await get('claims.metadata.json?provider=china&knownOn=2024-09-09')).json();
    expect(metadata).toMatchObject({
      name: 'claims',
      asked: { filter: { provider: ['china'] }, knownOn: '2024-09-09' },
      known_on: '2024-09-09',
      revision: 1,
      release: null,
      licence: { id: 'CC-BY-4.0' },
      citation: expect.stringContaining('Muster'),
    });
    expect(metadata.files.parquet).toBe(
      'http://localhost:3000/data/claims.parquet?provider=china&knownOn=2024-09-09',
    );
  });

  test('a file of a release stays as it is when the records change', async () => {
    const { release } = await createRelease(api.db, { name: 'first', day: TODAY, at: new Date() });
    const url = `commitments.json?release=${release.name}&provider=china`;
    const before = await get(url);
    expect(before.headers['content-disposition']).toContain('"muster-commitments-release-first-part.json"');
    expect(before.json()[0].permalink).toMatch(/\?release=first$/);
    const [{ slug, title }] = before.json();
    await api.db.prisma.count.update({ where: { slug }, data: { title: 'Another' } });
    expect((await get(url)).body).toBe(before.body);
    expect((await readRows(`commitments.json?slug=${slug}`))[0]?.title).toBe('Another');
    await api.db.prisma.count.update({ where: { slug }, data: { title } });
  });

  test('the API tells the same tables, columns and parameters', async () => {
    const { dataset } = await api.read(
      `{ dataset { tables { name rows columns { name type meaning unit empty } parameters { name description } files { url } } } }`,
    );
    expect(dataset.tables.map(({ name }: { name: string }) => name)).toEqual(names);
    for (const { name, rows, columns, parameters, files } of dataset.tables) {
      const response = await api.app.inject({ url: files[0].url });
      expect([name, Number(response.headers['x-total-count'])]).toEqual([name, rows]);
      expect(response.body.split('\r\n')[0]).toBe(
        columns.map((column: { name: string }) => column.name).join(','),
      );
      for (const parameter of parameters) expect(parameter.description).not.toBe('');
    }
  });
});

describe('the dictionary', () => {
  test.each(TABLES)('$name: every column is told apart and in sentences', ({ columns }) => {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { meaning, empty } of columns) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      if (empty !== null) expect(empty).toMatch(/^[A-Z].*\.$/);
    }
  });

  test.each(TABLES)(
    '$name: a name that the files of releases have is of the same type, but for lists',
    (table) => {
      const fields = TABLE_FILES.find(({ name }) => name === table.name)?.fields ?? [];
      for (const { name, type } of table.columns) {
        const field = fields.find((it) => it.name === name);
        if (field) expect([name, type]).toEqual([name, type === 'list' ? 'list' : field.type]);
        if (field && type === 'list') expect(field.description).toContain('with semicolons between them');
      }
      const missing = fields.filter(({ name }) => !table.columns.some((column) => column.name === name));
      expect(missing.map(({ name }) => name)).toEqual([]);
    },
  );

  test.each(TABLES)('$name: every argument of the list is taken, but for its pages', ({ name, like }) => {
    const args = buildSchema(typeDefs).getQueryType()?.getFields()[like.list]?.args ?? [];
    const paging = ['first', 'after', 'last', 'before'];
    const takes = args.map((arg) => arg.name).filter((arg) => !paging.includes(arg));
    // Links stand in the order in which they were recorded.
    const without = name === 'links' ? ['orderBy', 'direction'] : [];
    expect([...like.takes, ...without].sort()).toEqual(takes.sort());
  });
});
