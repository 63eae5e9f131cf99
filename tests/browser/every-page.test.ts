import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pages } from './pages.ts';

const artifacts = join(import.meta.dirname, '../artifacts');
const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  mkdirSync(artifacts, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const looks = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 360, height: 740, colorScheme: 'light' },
] as const;

describe.each(looks)('at $width px, $colorScheme', ({ width, height, colorScheme }) => {
  let page: Page;
  const trouble: string[] = [];

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
  });
  afterAll(() => page?.context().close());

  test.each(pages)(
    '%s is whole: no error, nothing beyond the edge, nothing for axe to find',
    async (path) => {
      trouble.length = 0;
      const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
      expect(response?.status()).toBe(200);
      const name = path === '/' ? 'home' : path.slice(1).replaceAll('/', '_');
      await page.screenshot({ path: join(artifacts, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page })
        // The inside of GraphiQL is its makers' own; our page around it is held.
        .exclude('.graphiql-container')
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      expect(trouble).toEqual([]);
    },
  );
});

test('every link leads somewhere, and unknown addresses are a real 404', async () => {
  const seen = new Map<string, number>();
  const queue = ['/'];
  const files = new Map<string, number>();
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (seen.has(path)) continue;
    // As a browser asks: GraphQL's address then shows a page.
    const response = await fetch(origin + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
    seen.set(path, response.status);
    if (!response.headers.get('content-type')?.includes('text/html') || response.status !== 200) {
      // A file that nobody reads would be held open, and only so many are sent at once.
      await response.arrayBuffer();
      continue;
    }
    const html = await response.text();
    for (const [, href] of html.matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g)) {
      const next = (href as string).replaceAll('&amp;', '&');
      // Filters and sort orders multiply without end: one address of each query's page is enough.
      if (next.startsWith('//') || (next.includes('?') && seen.has(next.split('?')[0] as string))) continue;
      // Each page is had as files; a few of each kind tell whether they are there.
      const kind = /^\/([^/.?]*)[^?]*\.(svg|png|csv|json|metadata\.json|bib|atom)(?:\?|$)/.exec(next);
      if (kind) {
        const name = `${kind[1]}.${kind[2]}`;
        files.set(name, (files.get(name) ?? 0) + 1);
        if ((files.get(name) ?? 0) > 3) continue;
      }
      if (!seen.has(next)) queue.push(next);
    }
  }
  const dead = [...seen].filter(([, status]) => status >= 400).map(([path, status]) => `${status} ${path}`);
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(200);
  for (const path of [
    '/nothing-here',
    '/commitments/nothing-here',
    '/countries/QQQ',
    '/sources/nothing-here',
  ]) {
    expect((await fetch(origin + path)).status).toBe(404);
  }
});
