import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function open(path: string, width = 1440): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  return page;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return {
      text: at.innerText || at.getAttribute('aria-label') || at.getAttribute('name') || '',
      href: at.getAttribute('href'),
      isSeen: at.checkVisibility(),
      hasRing: outlineStyle !== 'none' && outlineWidth !== '0px',
    };
  });

test('the first key on a page skips to its content', async () => {
  const page = await open('/commitments');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatchObject({ text: 'Skip to content', isSeen: true, hasRing: true });
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.context().close();
});

test('filters and table are walked by keys: choose, show, sort, open a record', async () => {
  const page = await open('/commitments');
  await page.getByLabel('Verdict').focus();
  await page.keyboard.type('Unrep');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect((await focused(page)).text).toBe('Show');
  await page.keyboard.press('Enter');
  await page.waitForURL(/verdict=UNREPORTED/);
  await page.waitForLoadState('networkidle');
  await page.locator('th a', { hasText: 'Number' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/sort=quantity/);
  await page.waitForLoadState('networkidle');
  await page.locator('#list tbody a').first().focus();
  const { href, hasRing } = await focused(page);
  expect(hasRing).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === href);
  await page.context().close();
});

test.each([
  ['/map', 'country'],
  ['/providers/china', 'year'],
  ['/compare?with=china,united-states', 'year'],
])('the chart of %s is travelled by keys, and its words never cover the place', async (path) => {
  const page = await open(path);
  const chart = page.locator('[role=slider]:visible').first();
  await chart.focus();
  const seen = new Set<string | null>();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) {
    await page.keyboard.press(key);
    seen.add(await chart.getAttribute('aria-valuetext'));
    const [place, tooltip] = await Promise.all([
      page.locator('[role=slider]:visible i').first().boundingBox(),
      page.locator('[role=slider]:visible div').first().boundingBox(),
    ]);
    if (!place || !tooltip) throw new Error('no place or no words');
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    const isCovered =
      x > tooltip.x && x < tooltip.x + tooltip.width && y > tooltip.y && y < tooltip.y + tooltip.height;
    expect(isCovered).toBe(false);
  }
  expect(seen.size).toBeGreaterThan(3);
  await page.keyboard.press('Escape');
  expect(await page.locator('[role=slider]:visible i').count()).toBe(0);
  await page.context().close();
});

test('the menu of a phone opens by keys and leads on', async () => {
  const page = await open('/', 360);
  const menu = page.locator('header summary').first();
  await menu.focus();
  await page.keyboard.press('Enter');
  const link = page.locator('header').getByRole('link', { name: 'Commitments' });
  await expect.poll(() => link.isVisible()).toBe(true);
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/commitments$/);
  await page.context().close();
});

test('the search box is one key away on every page', async () => {
  const page = await open('/sources');
  await page.keyboard.press('/');
  await page.keyboard.type('3,000');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=3%2C000/);
  await page.waitForLoadState('networkidle');
  expect(await page.locator('main').innerText()).toContain('Train 3,000 foreign law-enforcement officers');
  await page.context().close();
});
