import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const origin = inject('origin');
const wide = { viewport: { width: 1440, height: 900 } };
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function open(path: string, options: Parameters<Browser['newContext']>[0] = wide): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  return page;
}

test('from a number on the first page to the words of its source in two clicks', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: /3,000/ }).first().click();
  await page.waitForURL(/\/commitments\/cn-lianyungang-2024-3000/);
  await expect.poll(() => page.locator('blockquote, q').allTextContents()).not.toEqual([]);
  const words = (await page.locator('main').textContent()) ?? '';
  expect(words).toContain(
    'will provide training to 3,000 law enforcement officials from various countries in',
  );
  await page
    .getByRole('link', { name: /Police chief says China to train 3,000 more/ })
    .first()
    .click();
  await page.waitForURL(/\/sources\//);
  expect(await page.locator('main').textContent()).toContain('sinodaily.com');
  await page.context().close();
});

test('the article as a reader would ask for it: as known on 9 September 2024', async () => {
  const page = await open('/?known=2024-09-09');
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toMatch(/9 September 2024/);
  const later = await open('/');
  expect(await later.locator('h1').textContent()).not.toBe(await page.locator('h1').textContent());
  await page.context().close();
  await later.context().close();
});

test('a filter applies at once, stands in the address, and survives a reload', async () => {
  const page = await open('/');
  const before = await page.locator('h1').textContent();
  await page.getByLabel('Program').selectOption({ label: 'FOCAC' });
  await page.waitForURL(/program=focac/);
  await expect.poll(() => page.locator('h1').textContent()).not.toBe(before);
  const after = await page.locator('h1').textContent();
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.locator('h1').textContent()).toBe(after);
  await page.context().close();
});

test('the page is read whole without script: chart, numbers, tables and working filters', async () => {
  const page = await open('/', { ...wide, javaScriptEnabled: false });
  expect(await page.locator('figure svg > title').first().textContent()).toBeTruthy();
  expect(await page.locator('main table').count()).toBeGreaterThan(1);
  await page.getByLabel('Program').selectOption({ label: 'FOCAC' });
  await page.getByRole('button', { name: /apply|show|update/i }).click();
  await page.waitForURL(/program=focac/);
  expect(await page.locator('h1').textContent()).toMatch(/\d/);
  await page.context().close();
});

test('the chart is travelled by keyboard and tells each point', async () => {
  const page = await open('/');
  const chart = page.getByRole('slider', { name: /Travel along the chart/ });
  await chart.focus();
  await page.keyboard.press('Home');
  const first = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('End');
  const second = await chart.getAttribute('aria-valuetext');
  expect(first).toMatch(/\d/);
  expect(second).toMatch(/\d/);
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#figure-title').count()).toBe(1);
  await page.context().close();
});

test('a bad address value is named and the page still stands', async () => {
  const page = await open('/?known=2024-02-30&from=2030&to=2010');
  expect(await page.locator('[role="alert"], [role="status"]').allTextContents()).not.toEqual([]);
  expect(await page.locator('main').textContent()).toMatch(/2024-02-30/);
  expect(await page.locator('h1').textContent()).toMatch(/\d/);
  await page.context().close();
});

test('the CSV of the chart holds the numbers of the table behind it', async () => {
  const page = await open('/');
  const href = await page.getByRole('link', { name: 'CSV' }).first().getAttribute('href');
  const response = await fetch(new URL(href ?? '', origin));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/text\/csv/);
  const rows = (await response.text()).trim().split(/\r?\n/);
  expect(rows.length).toBeGreaterThan(10);
  const last = (rows.at(-1) ?? '').split(',');
  const cells = (await page.locator('main').textContent()) ?? '';
  const numbers = last
    .filter((cell) => /^\d{4,}$/.test(cell))
    .map((cell) => Number(cell).toLocaleString('en'));
  expect(numbers.some((number) => cells.includes(number))).toBe(true);
  await page.context().close();
});
