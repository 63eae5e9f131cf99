import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

interface BrowserOptions {
  /** More of Chromium's own switches. */
  args?: string[];
  /** Whether pages that were left are kept whole, as browsers of readers do; Playwright turns that off. */
  keepsPages?: boolean;
}

/** A real headless Chromium from the package alone; nothing is downloaded. */
export async function launchBrowser({
  args = [],
  keepsPages = false,
}: BrowserOptions = {}): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}
