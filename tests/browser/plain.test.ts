import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pages } from './pages.ts';

const origin = inject('origin');
let browser: Browser;
let plain: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  plain = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
});
afterAll(() => browser?.close());

test.each(pages.filter((path) => !path.startsWith('/admin')))(
  '%s reads whole without script',
  async (path) => {
    const page = await plain.newPage();
    await page.goto(origin + path);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const text = await page.locator('main').innerText();
    expect(text.length).toBeGreaterThan(150);
    expect(text).not.toMatch(/Loading|undefined|NaN|\[object/);
    // A chart has its words, and its table is there.
    for (const chart of await page.locator('figure svg.chart').all()) {
      expect(await chart.locator('> title').textContent()).toBeTruthy();
      expect((await chart.locator('> desc').textContent())?.length).toBeGreaterThan(20);
    }
    expect(await page.locator('[role=slider]').count()).toBe(0);
    await page.close();
  },
);
