import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

// The five questions of a reader who begins at the overview and only follows what the pages offer.
const origin = inject('origin');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
});
afterEach(() => page.context().close());

const main = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
const follow = async (name: string | RegExp, address: RegExp) => {
  await page.getByRole('link', { name }).first().click();
  await page.waitForURL(address);
  await page.waitForLoadState('networkidle');
};
const promise = /^Train 1,000 African police/;
const promiseAddress = /\/commitments\/cn-focac-2024-police-1000$/;

test('What did China promise Africa in 2024?', async () => {
  await page.getByLabel('Recipients').selectOption({ label: 'Africa' });
  await page.waitForURL(/recipients=africa/);
  await expect.poll(() => page.locator('h1').innerText()).toContain('police from Africa');
  await follow(promise, promiseAddress);
  const text = await main();
  expect(text).toContain('Announced by Xi Jinping on 5 September 2024');
  expect(await page.locator('#claims q').allInnerTexts()).toContain(
    'training for 6,000 military personnel and 1,000 police and law enforcement officers,',
  );
  // The Chinese words are told to be Chinese, for fonts and voices.
  expect(await page.locator('#claims q[lang="zh-Hans"]').first().innerText()).toContain('1000名警务执法');
});

test('What was reported of it?', async () => {
  await page.getByLabel('Recipients').selectOption({ label: 'Africa' });
  await page.waitForURL(/recipients=africa/);
  await expect.poll(() => page.locator('h1').innerText()).toContain('police from Africa');
  await follow(promise, promiseAddress);
  const text = await main();
  expect(text).toMatch(/Running/);
  expect(text).toMatch(/no known source links a report/);
  // The rule that gave the verdict is one click away.
  const rule = page.locator('main a[href^="/methodology"]').first();
  await rule.click();
  await page.waitForURL(/\/methodology/);
});

test('Which large promises closed in silence, and since when?', async () => {
  await follow('Which promises closed in silence?', /\/commitments\?.*verdict=UNREPORTED/);
  const rows = await page.locator('#list tbody tr').allInnerTexts();
  const [first = '', second = ''] = rows.map((row) => row.replaceAll('\u00a0', ' '));
  expect(first).toMatch(/^Train 20,000 police for developing countries/);
  expect(first).toMatch(/Unreported\s+closed 1,\d{3} days ago/);
  expect(second).toMatch(/3,000/);
  for (const row of rows) expect(row).toContain('Unreported');
  await follow(/^Train 20,000 police/, /\/commitments\/cn-interpol-2017-20000/);
  expect(await main()).toMatch(/1,\d{3}\s+days/);
  expect(await page.locator('#claims q').count()).toBeGreaterThan(0);
});

test('What changed between what was known on 2022-12-31 and today?', async () => {
  const now = await page.locator('h1 .commit').innerText();
  await follow('What was known before, and since when?', /\/changes\?since=2022-12-31/);
  const text = await main();
  expect(text).toContain('What became known since 31 December 2022');
  expect(text).toContain(now);
  expect(text).toContain('5,000 training opportunities for developing countries');
  await page.goBack({ waitUntil: 'networkidle' });
  await page.goto(`${origin}/?known=2022-12-31`, { waitUntil: 'networkidle' });
  const then = await page.locator('h1 .commit').innerText();
  expect(then).not.toBe(now);
  expect(text).toContain(then);
});

test('Who, other than the provider, confirms anything?', async () => {
  await follow('Who else confirms any of it?', /\/reported\?provider=china&voice=others/);
  const voices = await page.locator('#list tbody tr td:last-child').allInnerTexts();
  expect(voices.length).toBeGreaterThan(5);
  for (const voice of voices) expect(voice).toMatch(/A recipient|Someone independent|Media/);
  await follow(/^Royal Solomon Islands Police officers train one month/, /\/reported\/cn-slb-2022-10-fujian/);
  expect(await main()).toMatch(/32–34/);
  expect(await page.locator('#claims q').allInnerTexts()).toContain(
    'A delegation consisting of 32 officers of the Royal Solomon Islands Police',
  );
});
