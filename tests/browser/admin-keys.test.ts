import { rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { copySeededFolder } from '../support/seeded-folder.ts';
import { type RunningProduct, startProduct } from '../support/start.ts';

// The first page alone asks for more: it would stand empty if the dashboard were counted as one reader.
const ALLOWANCE = '3000';

const dataDir = copySeededFolder();
let product: RunningProduct;
let browser: Browser;
let page: Page;
let secret: string;

beforeAll(async () => {
  product = await startProduct({ MUSTER_DATA_DIR: dataDir, MUSTER_RATE_LIMIT: ALLOWANCE });
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(/http\S+\/admin\/setup#token=\S+/.exec(product.output())?.[0] ?? '');
  await page.getByLabel('Name', { exact: true }).fill('First Administrator');
  await page.getByLabel('E-mail', { exact: true }).fill('first@example.org');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Create the administrator' }).click();
  await page.waitForURL(/\/admin$/);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = () =>
  fetch(`${product.origin}/graphql?query={dataset{revision}}`, {
    headers: { 'apollo-require-preflight': '1', authorization: `Bearer ${secret}` },
  });

const row = () => page.getByRole('row').filter({ hasText: 'Notebook' });

async function expectWellMade() {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

test('a key is made on a phone by keyboard, shown once, and used', async () => {
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'API keys' }).click();
  await page.getByText('No key has been made yet').waitFor();
  await page.getByRole('button', { name: 'Make the key' }).press('Enter');
  await page.getByRole('alert').filter({ hasText: 'No key was made' }).waitFor();
  const name = page.getByLabel('Whose it is, or what for');
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await name.fill('Notebook');
  await name.press('Enter');

  const made = page.getByRole('region', { name: 'The key “Notebook”' });
  await made.waitFor();
  secret = (await made.locator('p code').textContent()) ?? '';
  expect(secret).toMatch(/^muster_[a-zA-Z]{64}$/);
  expect(await made.getByRole('button', { name: 'Copy the key' }).isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('made-key');
  await row().filter({ hasText: 'never' }).waitFor();
  await expectWellMade();

  const reply = await ask();
  expect(reply.status).toBe(200);
  expect(Number(reply.headers.get('ratelimit-limit'))).toBeGreaterThan(0);
  await page.reload();
  await row().filter({ hasText: 'UTC' }).waitFor();
  expect(await page.content()).not.toContain(secret);
});

test('a key is revoked after a second thought, and is refused from then on', async () => {
  const revoke = page.getByRole('button', { name: 'Revoke the key “Notebook”' });
  await revoke.press('Enter');
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect((await ask()).status).toBe(200);
  await revoke.press('Enter');
  await expectWellMade();
  await page.keyboard.press('Enter');
  await row().filter({ hasText: 'revoked' }).waitFor();
  const refused = await ask();
  expect(refused.status).toBe(401);
  expect((await refused.json()).errors[0].extensions.code).toBe('KEY_REVOKED');
});

test('a release is made, and its page opens', async () => {
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Releases' }).click();
  const name = page.getByLabel('Name in addresses');
  await name.fill('Not A Name');
  await page.getByRole('button', { name: 'Make the release' }).click();
  await page.locator('#name[aria-invalid]').waitFor();
  await name.fill('first-look');
  await page.getByRole('button', { name: 'Make the release' }).click();
  const told = page.getByRole('status').filter({ hasText: 'was made' });
  await told.waitFor({ timeout: 60_000 });
  await page.getByRole('row').filter({ hasText: 'first-look' }).waitFor();
  await expectWellMade();
  await page.getByRole('button', { name: 'Make the release' }).click();
  await page.getByRole('status').filter({ hasText: 'Nothing was published since' }).waitFor();
  await page.getByRole('row').getByRole('link', { name: 'first-look' }).click();
  await page.waitForURL(/\/data\/releases\/first-look$/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('first-look');
});

test('pages are drawn however little their reader may ask', async () => {
  for (let visit = 0; visit < 3; visit++) {
    await page.goto(product.origin);
    await page.locator('main svg:visible').first().waitFor();
  }
});
