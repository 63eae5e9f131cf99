import { rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { copySeededFolder } from '../support/seeded-folder.ts';
import { type RunningProduct, startProduct } from '../support/start.ts';

// The windows that closed in silence are those of the starter dataset; its first one is the longest silent.
const SILENT = 'cn-asean-2004-10';

const dataDir = copySeededFolder();
let product: RunningProduct;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct({ MUSTER_DATA_DIR: dataDir });
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

const findings = () => page.getByRole('region').getByRole('listitem').filter({ hasText: /\S/ });
const silent = () => findings().filter({ hasText: 'end of August 2004' });

async function expectWellMade() {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

test('the desk needs a signed-in person, as a page and as a file', async () => {
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${product.origin}/admin/quality?kind=SILENT_WINDOW`);
  expect(new URL(stranger.url()).pathname).toBe('/admin/sign-in');
  expect(new URL(stranger.url()).searchParams.get('next')).toBe('/admin/quality?kind=SILENT_WINDOW');
  await stranger.context().close();
  const file = await fetch(`${product.origin}/admin/quality/findings.csv`);
  expect(file.status).toBe(401);
});

test('a finding leads to its remedy', async () => {
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Quality' }).click();
  await page.getByRole('heading', { level: 2, name: 'All findings' }).waitFor();
  await expectWellMade();
  const kinds = page.getByRole('navigation', { name: 'Kinds of findings' });
  expect(await kinds.textContent()).toContain('Nothing found: parts larger than their whole');
  await kinds.getByRole('link', { name: /^Windows closed in silence \d+$/ }).press('Enter');
  await page.waitForURL(/kind=SILENT_WINDOW/);
  await page.getByRole('heading', { level: 2, name: 'Windows closed in silence' }).waitFor();
  expect(await silent().textContent()).toContain('no source reports on it');
  await silent().getByRole('link', { name: 'Edit the record' }).click();
  await page.waitForURL(`${product.origin}/admin/commitments/${SILENT}`);
  await page.getByRole('heading', { level: 1, name: 'Train 10 officers' }).waitFor();
  await page.goBack();
  await silent().waitFor();
});

test('a finding is dismissed by keyboard with a reason, listed apart, and opened again', async () => {
  await silent().getByRole('button', { name: 'Dismiss' }).press('Enter');
  const reason = page.getByLabel('Why it is no fault');
  expect(await reason.evaluate((field) => document.activeElement === field)).toBe(true);
  await reason.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'say why' }).waitFor();
  expect(await reason.getAttribute('aria-invalid')).toBe('true');
  await expectWellMade();
  await reason.fill('Too long ago to be reported');
  await page.route('**/graphql', (route) => route.abort());
  await reason.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'what you wrote is still here' }).waitFor();
  expect(await reason.inputValue()).toBe('Too long ago to be reported');
  await page.unroute('**/graphql');
  await reason.press('Enter');
  await silent().waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Show dismissed ones' }).click();
  await page.waitForURL(/dismissed=yes/);
  expect(await silent().textContent()).toContain('“Too long ago to be reported”');
  await expectWellMade();
  const file = await page.request.get(
    `${product.origin}/admin/quality/findings.csv?kind=SILENT_WINDOW&dismissed=yes`,
  );
  expect(file.headers()['content-type']).toContain('text/csv');
  const [head, row, ...others] = (await file.text()).trimEnd().split('\r\n');
  expect(head).toMatch(/^kind,severity,sentence,records,/);
  expect(row).toContain(
    `,${SILENT},2004-09-01,,/admin/commitments/${SILENT},Too long ago to be reported,First Administrator,`,
  );
  expect(others).toEqual([]);

  await silent().getByRole('button', { name: 'Open it again' }).press('Enter');
  await page.getByText('Nothing is dismissed.').waitFor();
  await page.getByRole('link', { name: 'Show open ones' }).click();
  await silent().waitFor();
});
