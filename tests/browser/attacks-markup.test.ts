import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, askAs, createAdministrator, PASSWORD, type Person } from '../support/administrator.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Planted, payload, plantRecords, publishRecords } from '../support/payloads.ts';
import { copySeededFolder } from '../support/seeded-folder.ts';
import { type RunningProduct, startProduct } from '../support/start.ts';

/** Fields of text that is not free: names of other records, codes, addresses, tags of languages. */
const CODED =
  /^(slug|code|program|providers|source|country|group|derivedFrom|supersedes|language|from|to|url|archivedUrl)$/;

const search = encodeURIComponent(payload('asked'));
const PUBLIC = [
  '/',
  `/?program=${search}`,
  '/map',
  '/compare?by=program&with=planted,focac',
  '/commitments',
  `/commitments?text=${search}&sort=${search}`,
  '/commitments/planted-promise',
  '/commitments/planted-promise?known=2024-06-01',
  '/commitments/planted-withdrawn',
  '/reported',
  '/reported/planted-report',
  '/sources',
  '/sources/planted-one',
  '/sources/planted-two',
  '/programs',
  '/programs/planted',
  '/providers/planted',
  '/countries',
  '/countries/FJI',
  '/events',
  '/events/planted-event',
  '/search?q=planted',
  `/search?q=${search}`,
  '/changes',
  '/changes?since=2020-01-01',
  `/developers/query?query=${search}`,
  `/admin/sign-in?next=${search}`,
  `/commitments/${search}`,
];
const ADMIN = [
  '/admin',
  '/admin/commitments',
  '/admin/commitments/planted-promise',
  '/admin/commitments/planted-promise/history',
  '/admin/reported/planted-report',
  '/admin/sources/planted-one',
  '/admin/programs/planted',
  '/admin/providers/planted',
  '/admin/groups/planted',
  '/admin/events/planted-event',
  '/admin/countries/FJI',
  '/admin/links',
  '/admin/people',
  '/admin/keys',
  '/admin/audit',
  '/admin/quality',
];
const PICTURES = [
  '/commitments/planted-promise',
  '/programs/planted',
  '/providers/planted',
  '/countries/FJI',
].flatMap((path) => [`/embed${path}`, `${path}.svg`]);
const TABLES = [
  ...['chart', 'commitments', 'reported', 'sources', 'events', 'programs', 'countries'].map(
    (name) => `/${name}.csv`,
  ),
  ...['programs/planted', 'countries/FJI', 'commitments/planted-promise'].map((name) => `/${name}.csv`),
  ...['counts', 'claims', 'links', 'sources', 'events', 'programs', 'providers', 'countries'].map(
    (name) => `/data/${name}.csv`,
  ),
  '/api/admin/export.csv',
  '/api/admin/audit.csv',
];
const XML = ['/changes.atom', '/countries/FJI/changes.atom', '/commitments/planted-promise/changes.atom'];
const JSONS = [
  '/changes.json',
  '/commitments/planted-promise.json',
  '/commitments/planted-promise.metadata.json',
  '/commitments/planted-promise/citation.json',
];

const dataDir = copySeededFolder();
let product: RunningProduct;
let browser: Browser;
let page: Page;
let administrator: Person;
let ask: Ask;
let listener: Server;
let records: Planted[];
const asked: string[] = [];
const dialogs: string[] = [];

beforeAll(async () => {
  listener = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  product = await startProduct({ MUSTER_LOG_LEVEL: 'debug', MUSTER_DATA_DIR: dataDir });
  administrator = await createAdministrator({ ...product, name: payload('admin') });
  ask = askAs(product.origin, administrator);
  records = plantRecords(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/`);
  await publishRecords(ask, records);
  browser = await launchBrowser();
  page = await openPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  listener?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function openPage(cookie?: string): Promise<Page> {
  const context = await browser.newContext({ ...(cookie && { extraHTTPHeaders: { cookie } }) });
  const opened = await context.newPage();
  opened.on('dialog', (dialog) => {
    dialogs.push(`${opened.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return opened;
}

/** What a payload would have made of the document. */
function findMade(): string[] {
  const made = [
    ...document.querySelectorAll(
      '[onerror], [onload], img[src="x"], a[href^="javascript:" i], a[href^="data:" i]',
    ),
  ];
  return made.map((element) => element.outerHTML.slice(0, 200));
}

async function expectText(opened: Page, path: string): Promise<void> {
  const response = await opened.goto(product.origin + path, { waitUntil: 'load' });
  const status = path.includes('asked') && !path.includes('?') ? 404 : 200;
  expect([path, response?.status(), await opened.evaluate(findMade)]).toEqual([path, status, []]);
}

test('every text field of every record holds a payload', async () => {
  const contract = buildSchema(await (await fetch(`${product.origin}/schema.graphql`)).text());
  for (const { type, input } of records) expectPlanted(`${type}Input`, input);

  function expectPlanted(name: string, value: Record<string, unknown>): void {
    const type = contract.getType(name);
    if (!isInputObjectType(type)) throw new Error(`no input ${name}`);
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const given = value[field.name];
      if (isInputObjectType(named)) {
        for (const one of [given ?? []].flat()) expectPlanted(named.name, one as Record<string, unknown>);
      } else if (named.name === 'String' && !CODED.test(field.name)) {
        expect([name, field.name, given]).toEqual([
          name,
          field.name,
          expect.stringContaining('onerror=alert'),
        ]);
      }
    }
  }
});

test.each(['url', 'archivedUrl'])('a source’s %s is of the web', async (field) => {
  const [source] = records;
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'http://a:b@c.example/',
  ]) {
    const input = { ...source?.input, slug: 'planted-other', [field]: address };
    const { result } = await ask(
      'mutation ($input: SourceInput!) { result: createSource(input: $input) { __typename ... on ValidationFailed { problems { path } } } }',
      { input },
    );
    expect(result).toEqual({ __typename: 'ValidationFailed', problems: [{ path: field }] });
  }
});

test('no page makes anything of it', async () => {
  for (const path of PUBLIC) await expectText(page, path);
  await page.goto(`${product.origin}/commitments/planted-promise`);
  expect(await page.locator('main').textContent()).toContain(payload('planted-promise-title'));
});

test('nor the pages of editors', async () => {
  const opened = await openPage(administrator.cookie);
  for (const path of ADMIN) await expectText(opened, path);
  expect(new URL(opened.url()).pathname).toBe('/admin/quality');
});

test('nor embeds and pictures, opened by themselves', async () => {
  for (const path of PICTURES) await expectText(page, path);
});

test('feeds and pictures are well-formed, and hold it as text', async () => {
  const texts: [string, string][] = [];
  for (const path of [...XML, ...PICTURES.filter((it) => it.endsWith('.svg'))]) {
    const response = await fetch(product.origin + path);
    expect([path, response.status]).toEqual([path, 200]);
    texts.push([path, await response.text()]);
  }
  await page.goto(`${product.origin}/methodology`);
  const read = await page.evaluate((documents) => {
    const parse = (text: string) => new DOMParser().parseFromString(text, 'application/xml');
    return documents.map(([path, text]) => {
      const parsed = parse(text);
      const html = [...parsed.querySelectorAll('[type="html"]')].map(
        (element) =>
          new DOMParser()
            .parseFromString(element.textContent ?? '', 'text/html')
            .querySelectorAll('img, script').length,
      );
      return [
        path,
        parsed.querySelectorAll('parsererror, img, script, [onerror]').length,
        html.filter((found) => found > 0),
      ];
    });
  }, texts);
  expect(read).toEqual(texts.map(([path]) => [path, 0, []]));
  for (const path of JSONS) {
    const response = await fetch(product.origin + path);
    expect([path, response.headers.get('content-type')]).toEqual([path, expect.stringContaining('json')]);
    const found = JSON.stringify(await response.json(), (name, value) =>
      name === 'content_html' ? null : value,
    );
    expect(found.length).toBeGreaterThan(100);
  }
});

test('no cell of a table runs', async () => {
  for (const path of TABLES) {
    const response = await fetch(product.origin + path, { headers: { cookie: administrator.cookie } });
    expect([path, response.status]).toEqual([path, 200]);
    const cells = readCells(await response.text());
    expect(cells.length).toBeGreaterThan(5);
    const running = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
    expect([path, running]).toEqual([path, []]);
  }
});

test('nobody was asked for what a source says is there, and no dialog opened', () => {
  expect([asked, dialogs]).toEqual([[], []]);
});

test('the log of all that holds no secret', () => {
  const log = product.output().replaceAll(/Create the first administrator: \S+/g, '');
  const [, session = ''] = /session_token=([^;]+)/.exec(administrator.cookie) ?? [];
  expect(log.split('\n').length).toBeGreaterThan(100);
  for (const secret of [
    PASSWORD,
    session,
    decodeURIComponent(session).split('.')[0] ?? '',
    administrator.email,
    payload('count-note'),
  ]) {
    expect(secret.length).toBeGreaterThan(5);
    expect(log).not.toContain(secret);
  }
  expect(log).not.toMatch(/muster_[A-Za-z0-9]{20}|#token=/);
});

/** The cells of a table by RFC 4180. */
function readCells(text: string): string[] {
  return [...text.matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
