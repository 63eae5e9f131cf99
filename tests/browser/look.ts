import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pages } from './pages.ts';

const artifacts = join(import.meta.dirname, '../artifacts');

/** Opens every page of the product at one size, in both colour schemes, and keeps its pictures. */
export function lookAtPages(size: { width: number; height: number }): void {
  const origin = inject('origin');
  const isPhone = size.width < 760;
  let browser: Browser;
  let page: Page;
  const trouble: string[] = [];

  beforeAll(async () => {
    mkdirSync(artifacts, { recursive: true });
    browser = await launchBrowser();
    page = await (await browser.newContext({ viewport: size })).newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
  });
  afterAll(() => browser?.close());

  test.each(pages)(
    '%s is whole: no error, nothing beyond the edge, nothing for axe to find',
    async (path) => {
      trouble.length = 0;
      const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
      expect(response?.status()).toBe(200);
      // What a page does against it is an error in the console.
      expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w-]{22}'/);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      const name = path === '/' ? 'home' : path.slice(1).replaceAll('/', '_');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: join(artifacts, `${name}-${size.width}-${colorScheme}.jpg`),
          quality: 85,
          fullPage: true,
        });
        // What is dark differs in colours alone, and they are the same at every width.
        if (colorScheme === 'dark' && isPhone) continue;
        const rules = colorScheme === 'dark' ? ['color-contrast'] : null;
        expect([colorScheme, await findViolations(page, rules)]).toEqual([colorScheme, []]);
      }
      expect(trouble).toEqual([]);
    },
  );
}

async function findViolations(page: Page, rules: string[] | null): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // No page of these holds a frame; without them axe needs no second page.
    .setLegacyMode()
    // The inside of GraphiQL is its makers' own; our page around it is held.
    .exclude('.graphiql-container');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
