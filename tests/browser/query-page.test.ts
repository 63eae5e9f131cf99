import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const origin = inject('origin');
const wide = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 780 } };
const HINT = /The answer stands here/;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The query page with its editor loaded, and whatever it asked of other hosts, which are out of reach. */
async function openEditor(
  path: string,
  options: BrowserContextOptions,
): Promise<{ page: Page; foreign: string[] }> {
  const context = await browser.newContext(options);
  const foreign: string[] = [];
  await context.route(
    (address) => address.origin !== origin && address.protocol.startsWith('http'),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  await page.goto(origin + path);
  await page.locator('.graphiql-query-editor .CodeMirror-line').first().waitFor({ timeout: 60_000 });
  return { page, foreign };
}

const readHint = (page: Page) =>
  page.locator('.result-window').evaluate((pane) => getComputedStyle(pane, '::before').content);

async function run(page: Page): Promise<string> {
  await page.getByRole('button', { name: /Execute query/ }).click();
  const answer = page.locator('.result-window .CodeMirror-code');
  await expect.poll(() => answer.textContent(), { timeout: 30_000 }).toContain('"data"');
  return (await answer.textContent()) ?? '';
}

test.each([
  ['wide', wide],
  ['on a phone', phone],
  ['dark', { ...wide, colorScheme: 'dark' }],
] as const)('an example is chosen, run, and its answer read: %s', async (_, options) => {
  const { page, foreign } = await openEditor('/developers/query', options);
  expect(await readHint(page)).toMatch(HINT);
  await page.getByRole('link', { name: 'A record and its claims' }).click();
  await expect.poll(() => page.locator('.graphiql-query-editor').textContent()).toContain('commitment(');
  expect(await run(page)).toContain('"title"');
  expect(await readHint(page)).not.toMatch(HINT);
  expect(foreign).toEqual([]);
  await page.context().close();
});

test('a question typed by hand is run; its address holds it', async () => {
  const { page } = await openEditor('/developers/query', wide);
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{ dataset { size { commitments } } }');
  expect(await run(page)).toMatch(/"commitments": \d+/);
  expect(new URL(page.url()).searchParams.get('query')).toContain('dataset { size { commitments } }');
  await page.context().close();
});

test('on a phone nothing lies over the question, and the page does not scroll sideways', async () => {
  const { page } = await openEditor('/developers/query', phone);
  const box = async (part: string) => {
    const found = await page.locator(part).first().boundingBox();
    return found ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  const editor = await box('.graphiql-query-editor .graphiql-editor');
  const toolbar = await box('.graphiql-toolbar');
  const answer = await box('.graphiql-response');
  expect(editor.width).toBeGreaterThan(250);
  expect(toolbar.y).toBeGreaterThanOrEqual(editor.y + editor.height);
  expect(answer.y).toBeGreaterThanOrEqual(toolbar.y + toolbar.height);
  expect(Math.min(editor.height, answer.height)).toBeGreaterThan(180);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.context().close();
});
