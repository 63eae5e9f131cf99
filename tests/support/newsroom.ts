import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from './administrator.ts';
import { launchBrowser } from './browser.ts';
import { copySeededFolder } from './seeded-folder.ts';
import { type RunningProduct, startProduct } from './start.ts';

export type Role = 'EDITOR' | 'REVIEWER';

/** A product with an administrator, and the means to bring in others as they would come. */
export interface Newsroom {
  product: RunningProduct;
  browser: Browser;
  admin: Page;
  /** Somebody new, signed in with a browser of their own, at the desk. */
  bring(name: string, role: Role): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a product over `dataDir`, which is removed at the end, and creates its first administrator by the printed link. */
export async function openNewsroom(dataDir = copySeededFolder()): Promise<Newsroom> {
  const product = await startProduct({ MUSTER_DATA_DIR: dataDir });
  const browser = await launchBrowser();
  const openPage = async () => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
  const admin = await openPage();
  await admin.goto(/http\S+\/admin\/setup#token=\S+/.exec(product.output())?.[0] ?? '');
  await admin.getByLabel('Name', { exact: true }).fill('First Administrator');
  await admin.getByLabel('E-mail', { exact: true }).fill('first@example.org');
  await admin.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await admin.getByRole('button', { name: 'Create the administrator' }).click();
  await admin.waitForURL(/\/admin$/);
  return {
    product,
    browser,
    admin,
    bring: async (name, role) => {
      const email = `${name.toLowerCase()}@example.org`;
      await admin.goto(`${product.origin}/admin/people`);
      await admin.getByLabel('Name', { exact: true }).fill(name);
      await admin.getByLabel('E-mail', { exact: true }).fill(email);
      await admin.getByLabel('Role', { exact: true }).selectOption(role);
      await admin.getByRole('button', { name: 'Make the invitation' }).click();
      const made = admin.getByRole('region', { name: `The link for ${name}` });
      const page = await openPage();
      await page.goto((await made.locator('p code').textContent()) ?? '');
      await page.getByLabel('New password').fill(PASSWORD);
      await page.getByLabel('The same once more').fill(PASSWORD);
      await page.getByRole('button', { name: 'Set the password' }).click();
      await page.getByText('Your password is set.').waitFor();
      await page.goto(`${product.origin}/admin/sign-in`);
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/\/admin$/);
      return page;
    },
    close: async () => {
      await browser.close();
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
