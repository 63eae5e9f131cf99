import { rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { copySeededFolder } from '../support/seeded-folder.ts';
import { type RunningProduct, startProduct } from '../support/start.ts';

// The promise of three years to Africa, entered once more by hand under a name of its own.
const slug = 'entered-by-hand-1000';
const email = 'first@example.org';
const password = 'correct horse battery staple';

const dataDir = copySeededFolder();
let product: RunningProduct;
let browser: Browser;
let page: Page;
let setupLink: string;

beforeAll(async () => {
  product = await startProduct({ MUSTER_DATA_DIR: dataDir });
  setupLink = /http\S+\/admin\/setup#token=\S+/.exec(product.output())?.[0] ?? '';
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(query: string) {
  const response = await fetch(`${product.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: any }).data;
}

const field = (label: string, at = 0) => page.getByLabel(label, { exact: true }).nth(at);

async function expectNoViolations() {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('the printed link creates the first administrator, once', async () => {
  await page.goto(setupLink);
  await field('Name').fill('First Administrator');
  await field('E-mail').fill(email);
  await field('Password').fill('too short');
  await page.getByRole('button', { name: 'Create the administrator' }).click();
  expect(page.url()).toContain('/admin/setup');
  await field('Password').fill(password);
  await expectNoViolations();
  await page.getByRole('button', { name: 'Create the administrator' }).click();
  await page.waitForURL(/\/admin$/);
  expect(await page.locator('main').textContent()).toContain('First Administrator, admin');

  const again = await (await browser.newContext()).newPage();
  await again.goto(setupLink);
  for (const label of ['Name', 'E-mail', 'Password']) {
    await again.getByLabel(label, { exact: true }).fill(label === 'E-mail' ? 'second@example.org' : password);
  }
  await again.getByRole('button', { name: 'Create the administrator' }).click();
  await again.getByRole('alert').filter({ hasText: 'does not hold' }).waitFor();
  await again.context().close();
});

test('a commitment is drafted with its claims; mistakes are named beside their fields', async () => {
  await page.getByRole('link', { name: 'New commitment' }).click();
  await page.waitForURL(/\/admin\/commitments\/new/);
  await expectNoViolations();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('alert').filter({ hasText: 'Nothing was written' }).waitFor();
  expect(await field('Title').getAttribute('aria-invalid')).toBe('true');

  await field('Title').fill('Train 1,000 African police and law-enforcement officers');
  await field('Name in addresses').fill(slug);
  await field('Program').fill('focac');
  await page.getByRole('checkbox', { name: 'China' }).check();
  await field('Who is trained, as stated').fill('police and law enforcement');
  await field('Stated on').fill('2024-09-05');
  await field('Window: first day').fill('2024-09-05');
  await field('Window: first day after').fill('2024-09-01');
  const { sources } = await ask('{ sources(first: 1, filter: { text: "FOCAC" }) { nodes { slug } } }');
  const source =
    sources.nodes[0]?.slug ?? (await ask('{ sources(first: 1) { nodes { slug } } }')).sources.nodes[0].slug;
  await field('Source').fill(source);
  await field('The words that hold the figure').fill('1,000 police officers');
  await field('Number, or fewest').fill('1,000');
  expect(await page.locator('output').textContent()).toContain('1,000 people');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('end must be after start').first().waitFor();
  await field('Window: first day after').fill('2027-09-05');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.waitForURL(new RegExp(`/admin/commitments/${slug}`));
  await page.getByRole('status').filter({ hasText: 'Readers do not see it' }).waitFor();

  expect(await ask(`{ commitment(slug: "${slug}") { slug } }`)).toEqual({ commitment: null });
  expect((await fetch(`${product.origin}/commitments/${slug}`)).status).toBe(404);
});

test('published, it is public at once, with its revision in the history', async () => {
  const before = (await ask('{ dataset { revision } }')).dataset.revision;
  await page.getByRole('button', { name: 'Send to review' }).click();
  await page.getByRole('status').filter({ hasText: 'In review' }).waitFor();
  await field('Why this change (kept in the history)').fill('Entered by hand');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('status').filter({ hasText: 'Readers see it now' }).waitFor();

  const { commitment, dataset } = await ask(
    `{ commitment(slug: "${slug}") { quantity { low high } history { action actor } } dataset { revision } }`,
  );
  expect(commitment.quantity).toEqual({ low: 1000, high: 1000 });
  expect(commitment.history[0]).toEqual({ action: 'PUBLISHED', actor: 'First Administrator' });
  expect(dataset.revision).toBe(before + 1);
  await page.goto(`${product.origin}/commitments/${slug}`);
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain('1,000 police officers');
  expect(text).toContain('First Administrator');
});

test('a correction of a published record shows on its page', async () => {
  // What is typed before the page is awake is typed beside what it then fills in.
  await page.goto(`${product.origin}/admin/commitments/${slug}`, { waitUntil: 'networkidle' });
  await field('Most').fill('1200');
  await field('Why this change (kept in the history)').fill('A second telling');
  await page.keyboard.press('Control+s');
  await page.getByRole('status').filter({ hasText: 'Published' }).waitFor();
  await page.goto(`${product.origin}/commitments/${slug}`);
  expect(await page.locator('main').textContent()).toContain('1,000–1,200');
});

test('signed out, the pages ask to sign in, and a wrong password is refused without a hint', async () => {
  await page.goto(`${product.origin}/admin`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/admin\/sign-in/);
  await page.goto(`${product.origin}/admin/commitments/${slug}`);
  await page.waitForURL(/\/admin\/sign-in\?next=/);
  await expectNoViolations();
  await field('E-mail').fill(email);
  await field('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /invalid/i })
    .waitFor();
  await field('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(new RegExp(`/admin/commitments/${slug}$`));
});

test('the editing page fits a phone', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${product.origin}/admin/commitments/${slug}`);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expectNoViolations();
});
