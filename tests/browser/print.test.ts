import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const origin = inject('origin');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  // A4 without its margins.
  page = await browser.newPage({ viewport: { width: 718, height: 1000 }, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
});
afterAll(() => browser?.close());

test('paper has no menus and nothing to press, ink on white, and tables as tables', async () => {
  await page.goto(`${origin}/commitments/cn-lianyungang-2024-3000`);
  for (const what of ['nav[aria-label="Main"]', 'nav[aria-label="All pages"]', 'header form', 'main button'])
    for (const element of await page.locator(what).all())
      expect([what, await element.isVisible()]).toEqual([what, false]);
  const looks = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
    cell: getComputedStyle(document.querySelector('main td') as Element).display,
    head: getComputedStyle(document.querySelector('main thead') as Element).display,
    beyond: document.documentElement.scrollWidth - window.innerWidth,
  }));
  expect(looks).toEqual({
    paper: 'rgb(255, 255, 255)',
    ink: 'rgb(0, 0, 0)',
    cell: 'table-cell',
    head: 'table-header-group',
    beyond: 0,
  });
});

test('a link to a document prints its address, once', async () => {
  const readAfter = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
  await page.goto(`${origin}/commitments/cn-lianyungang-2024-3000`);
  expect(await readAfter('main td a[href^="http"], main th a[href^="http"]')).toMatch(/http/);
  await page.goto(`${origin}/sources/afp-2024-09-09-china-to-train-3000-more-cops`);
  expect(await readAfter('main dd a[href^="http"]')).toBe('none');
});
