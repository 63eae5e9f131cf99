import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

interface BrowserOptions {
  /** More of Chromium's own switches. */
  args?: string[];
  /** Whether pages that were left are kept whole, as browsers of readers do; Playwright turns that off. */
  keepsPages?: boolean;
}

/** A real headless Chromium from the package alone; nothing is downloaded. Closing it fails where a page broke its policy. */
export async function launchBrowser({
  args = [],
  keepsPages = false,
}: BrowserOptions = {}): Promise<Browser> {
  const browser = await playwright.launch({
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
  watchPolicies(browser);
  return browser;
}

/** No page of any test may try what its Content Security Policy forbids. */
function watchPolicies(browser: Browser): void {
  const broken: string[] = [];
  const openContext = browser.newContext.bind(browser);
  const close = browser.close.bind(browser);
  browser.newContext = async (options) => {
    const context = await openContext(options);
    context.on('console', (message) => {
      if (/content security policy/i.test(message.text()))
        broken.push(`${message.page()?.url()}: ${message.text()}`);
    });
    return context;
  };
  browser.close = async (options) => {
    await close(options);
    if (broken.length > 0) throw new Error(`pages broke their policy:\n${broken.join('\n')}`);
  };
}
