import { rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCode } from '../../apps/api/test/support/totp.ts';
import { PASSWORD } from '../support/administrator.ts';
import { launchBrowser } from '../support/browser.ts';
import { copySeededFolder } from '../support/seeded-folder.ts';
import { type RunningProduct, startProduct } from '../support/start.ts';

const dataDir = copySeededFolder();
let product: RunningProduct;
let browser: Browser;
let admin: Page;
let editor: Page;
let secret = '';
let recovery = '';

async function openPage(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

beforeAll(async () => {
  product = await startProduct({ MUSTER_DATA_DIR: dataDir });
  browser = await launchBrowser();
  [admin, editor] = [await openPage(), await openPage()];
  await admin.goto(/http\S+\/admin\/setup#token=\S+/.exec(product.output())?.[0] ?? '');
  await admin.getByLabel('Name', { exact: true }).fill('First Administrator');
  await admin.getByLabel('E-mail', { exact: true }).fill('first@example.org');
  await admin.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await admin.getByRole('button', { name: 'Create the administrator' }).click();
  await admin.waitForURL(/\/admin$/);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function expectWellMade(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

async function signIn(page: Page) {
  await page.goto(`${product.origin}/admin/sign-in`);
  await page.getByLabel('E-mail').fill('edith@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an administrator invites an editor by a link that is shown once', async () => {
  await admin.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'People' }).click();
  await admin.getByLabel('Name', { exact: true }).fill('Edith');
  await admin.getByLabel('E-mail', { exact: true }).fill('edith');
  await admin.getByRole('button', { name: 'Make the invitation' }).press('Enter');
  await admin.locator('#email[aria-invalid]').waitFor();
  expect(await admin.getByLabel('Name', { exact: true }).inputValue()).toBe('Edith');
  await admin.getByLabel('E-mail', { exact: true }).fill('edith@example.org');
  await admin.getByRole('button', { name: 'Make the invitation' }).press('Enter');
  const made = admin.getByRole('region', { name: 'The link for Edith' });
  await made.waitFor();
  const link = (await made.locator('p code').textContent()) ?? '';
  expect(link).toMatch(/\/admin\/invite#token=[\w-]{43}$/);
  expect(await admin.evaluate(() => document.activeElement?.id)).toBe('made-link');
  await admin.getByRole('row').filter({ hasText: 'invited' }).waitFor();
  await expectWellMade(admin);
  await editor.goto(link);
});

test('the editor sets a password, and the link is used up', async () => {
  const link = editor.url();
  await editor.getByText('Edith, you will sign in with edith@example.org.').waitFor();
  await editor.getByLabel('New password').fill(PASSWORD);
  await editor.getByLabel('The same once more').fill('something else entirely');
  await editor.getByRole('button', { name: 'Set the password' }).click();
  await editor.locator('#again[aria-invalid]').waitFor();
  await editor.getByLabel('The same once more').fill(PASSWORD);
  await expectWellMade(editor);
  await editor.getByRole('button', { name: 'Set the password' }).click();
  await editor.getByText('Your password is set.').waitFor();
  const late = await openPage();
  await late.goto(link);
  await late.getByText('This link does not hold').waitFor();
  await late.context().close();
  await signIn(editor);
  await editor.waitForURL(/\/admin$/);
});

test('the editor turns on codes, and keeps recovery codes that are shown once', async () => {
  await editor.getByRole('link', { name: 'Edith' }).click();
  await editor.getByLabel('Your password').fill(PASSWORD);
  await expectWellMade(editor);
  await editor.getByRole('button', { name: 'Turn codes on' }).click();
  const codes = editor.getByRole('region', { name: 'Recovery codes' });
  await codes.waitFor();
  recovery = (await codes.locator('li code').first().textContent()) ?? '';
  await editor.getByRole('img', { name: 'QR code' }).waitFor();
  const uri = await editor.getByRole('link', { name: 'opening this link' }).getAttribute('href');
  secret = new URL(uri ?? '').searchParams.get('secret') ?? '';
  const field = editor.getByLabel('Code that the app shows now');
  await field.fill('000000');
  await editor.getByRole('button', { name: 'Check the code' }).click();
  await editor.locator('#first-code[aria-invalid]').waitFor();
  await expectWellMade(editor);
  await field.fill(writeCode(secret, Date.now()));
  await editor.getByRole('button', { name: 'Check the code' }).click();
  await editor.getByText('On: signing in asks for your password and for a code').waitFor();
  expect(await editor.content()).not.toContain(recovery);
});

test('signing in takes a code; wrong ones are refused, and slowed', async () => {
  await editor.getByRole('button', { name: 'Sign out', exact: true }).click();
  await editor.waitForURL(/\/admin\/sign-in/);
  await signIn(editor);
  const field = editor.getByLabel('Code', { exact: true });
  await field.waitFor();
  await expectWellMade(editor);
  for (let wrong = 0; wrong < 6; wrong++) {
    const answered = editor.waitForResponse(/verify-totp/);
    await field.fill('000000');
    await field.press('Enter');
    await answered;
  }
  await editor.getByText('too many codes were wrong').waitFor();
  await editor.getByRole('button', { name: 'Begin again' }).click();
  await signIn(editor);
  await field.fill(writeCode(secret, Date.now()));
  await field.press('Enter');
  await editor.waitForURL(/\/admin$/);
  expect(await editor.getByRole('link', { name: 'People' }).count()).toBe(0);
});

test('the role changes, and the audit log tells the story', async () => {
  await admin.reload();
  await admin.getByLabel('Role of Edith').selectOption('REVIEWER');
  await admin.getByRole('button', { name: 'Change the role of Edith' }).click();
  await admin.getByRole('button', { name: 'Change the role of Edith' }).waitFor({ state: 'detached' });
  await admin.getByRole('button', { name: 'Disable First Administrator' }).click();
  await admin.keyboard.press('Enter');
  await admin.getByRole('alert').filter({ hasText: 'the last administrator' }).waitFor();
  await admin.goto(`${product.origin}/admin/audit?record=edith`);
  await expectWellMade(admin);
  const told = await admin.locator('main tbody tr').allTextContents();
  const story = [
    'account role changed',
    'signed in',
    'code failed',
    'signed out',
    'account codes turned on',
    'signed in',
    'account password set',
    'account invited',
  ];
  let place = -1;
  for (const deed of story) {
    place = told.findIndex((row, index) => index > place && row.includes(deed));
    expect([deed, place]).not.toEqual([deed, -1]);
  }
});

test('the editor’s browser is ended from the list of people', async () => {
  await admin.goto(`${product.origin}/admin/people`);
  await admin.getByRole('button', { name: 'Sign out Edith everywhere' }).click();
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'Sign out Edith everywhere' }).waitFor({ state: 'detached' });
  await editor.reload();
  await editor.waitForURL(/\/admin\/sign-in/);
});
