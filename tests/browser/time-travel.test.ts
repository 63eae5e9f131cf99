import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

// Everything here must work for a reader without script.
const origin = inject('origin');
let browser: Browser;
let plain: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  plain = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  page = await plain.newPage();
});
afterEach(() => page.close());

const open = (path: string) => page.goto(origin + path);
const address = () => page.url().slice(origin.length);
const main = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
const control = () => page.getByRole('form', { name: 'As known on' });

test.each([
  '/countries/SLB',
  '/programs',
  '/providers/china',
  '/commitments/cn-lianyungang-2024-3000',
  '/reported',
  '/sources',
  '/events',
  '/search?q=police',
  '/methodology',
  '/changes',
])('%s can be asked for another day', async (path) => {
  await open(path);
  await control().getByLabel('As known on').fill('2024-12-31');
  await control().getByRole('button').click();
  const [where, asked] = path.split('?');
  expect(address()).toBe(`${where}?known=2024-12-31${asked ? `&${asked}` : ''}`);
  expect(await control().getByLabel('As known on').inputValue()).toBe('2024-12-31');
});

test('the day survives filters and navigation, and what came since is one step away', async () => {
  await open('/commitments?provider=china&sort=title');
  await control().getByLabel('As known on').fill('2022-12-31');
  await control().getByRole('button').click();
  const asked = new URL(page.url()).searchParams;
  expect(Object.fromEntries(asked)).toEqual({ known: '2022-12-31', provider: 'china', sort: 'title' });
  await page.locator('main td a, main th a').filter({ hasText: 'SCO member states' }).click();
  expect(address()).toBe('/commitments/cn-sco-2022-2000?known=2022-12-31');
  expect(await main()).toMatch(/Since then \d+ commitments, \d+ reported totals and \d+ events became known/);
  await page.getByRole('link', { name: 'see what' }).click();
  expect(address()).toBe('/changes?since=2022-12-31');
});

test('then and now are the overview’s numbers, and every new record is listed', async () => {
  await open('/changes?since=2022-12-31');
  const ranges = await page.locator('#then-and-now td').allInnerTexts();
  const [pledgedThen, pledgedNow, dueThen, dueNow, reportedThen, reportedNow] = ranges;
  const [, commitments, reports, events] = /(\d+) commitments, (\d+) reported totals and (\d+) events/.exec(
    await main(),
  ) as RegExpExecArray;
  const listed = await page.locator('#new tbody tr').count();
  expect(listed).toBe(Number(commitments) + Number(reports) + Number(events));
  const days = await page
    .locator('#new time')
    .evaluateAll((all) => all.map((it) => it.getAttribute('datetime')));
  expect(days).toEqual(days.toSorted().reverse());
  expect(days.every((day) => day !== null && day > '2022-12-31')).toBe(true);

  await open('/?known=2022-12-31');
  for (const range of [pledgedThen, dueThen, reportedThen]) expect(await main()).toContain(range);
  await open('/');
  for (const range of [pledgedNow, dueNow, reportedNow]) expect(await main()).toContain(range);
});

test('a day that is none is told, and the page stays', async () => {
  await open('/changes?since=2022-02-30');
  expect(await page.getByRole('alert').innerText()).toContain('“2022-02-30” is not a day before today');
  expect(await page.locator('h1').innerText()).toBe('Changes');
});

test('each figure of a record has an address that keeps the day', async () => {
  await open('/commitments/cn-lianyungang-2024-3000?known=2024-12-31');
  await page.getByRole('link', { name: /Permanent link to this telling by AFP/ }).click();
  const { searchParams, hash } = new URL(page.url());
  expect(searchParams.get('known')).toBe('2024-12-31');
  expect(await page.locator(hash).innerText()).toContain('AFP');
  await page.getByRole('link', { name: 'Permanent link to this number' }).click();
  expect(await page.locator(new URL(page.url()).hash).innerText()).toBe('3,000');
});

test('a record is cited in three forms, as text and as files', async () => {
  await open('/commitments/cn-lianyungang-2024-3000?known=2024-12-31');
  const cite = page.locator('#cite');
  expect(await cite.innerText()).toContain('as known on 31 December 2024');
  for (const name of ['BibTeX', 'CSL-JSON']) await cite.getByText(name, { exact: true }).click();
  expect(await cite.getByRole('button', { name: /Copy/ }).count()).toBe(0);
  const paths = await cite
    .getByRole('link', { name: /as a file/ })
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') as string));
  const [bib, csl] = await Promise.all(paths.map((path) => fetch(origin + path)));
  expect(bib?.headers.get('content-type')).toMatch(/^application\/x-bibtex/);
  const entry = (await bib?.text()) ?? '';
  expect(entry).toMatch(/^@misc\{cn-lianyungang-2024-3000,/);
  expect(entry).toContain('known=2024-12-31');
  expect(csl?.headers.get('content-type')).toMatch(/^application\/vnd\.citationstyles\.csl\+json/);
  expect(await csl?.json()).toMatchObject([
    {
      id: 'cn-lianyungang-2024-3000',
      type: 'dataset',
      version: '1',
      URL: expect.stringContaining('known=2024-12-31'),
    },
  ]);
  expect((await fetch(`${origin}/reported/cn-report-2024-2700/citation.bib`)).status).toBe(200);
  expect((await fetch(`${origin}/commitments/none/citation.json`)).status).toBe(404);
  expect((await fetch(`${origin}/commitments/cn-gsi-2023-5000/citation.bib?known=2022-12-31`)).status).toBe(
    404,
  );
  expect((await fetch(`${origin}/commitments/cn-gsi-2023-5000/citation.bib?known=soon`)).status).toBe(400);
});
