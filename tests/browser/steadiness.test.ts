import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const origin = inject('origin');
const paths = [
  '/',
  '/map',
  '/providers/china',
  '/commitments/cn-lianyungang-2024-3000',
  '/compare?with=china,united-states',
  '/commitments',
];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test.each([
  [360, 'at once'],
  [1440, 'at once'],
  [360, 'late'],
  [1440, 'late'],
] as const)(
  'nothing moves while a page of %i px loads and wakes, its typefaces %s',
  async (width, typefaces) => {
    const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
    if (typefaces === 'late') {
      await page.route('**/*.woff2', async (route) => {
        await sleep(1_500);
        await route.continue();
      });
    }
    for (const path of paths) {
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      const moved = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(sum), 300);
          }),
      );
      // The field's threshold for "good" is 0.1; ours is a tenth of it.
      expect(moved, `${path} at ${width} px`).toBeLessThan(0.01);
    }
    await page.context().close();
  },
);

test('from a phone to the widest screen nothing runs over the edge', async () => {
  const page = await (await browser.newContext()).newPage();
  for (const path of paths) {
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    for (const width of [320, 600, 768, 1024, 1060, 1280, 1350, 1380, 1410, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
  await page.context().close();
});

test('nothing forbids browsers to keep a public page whole for whoever goes back', async () => {
  // The Chromium of these tests keeps no page itself, so what would hinder others is looked for.
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    const hindrances: string[] = [];
    const listen = window.addEventListener;
    window.addEventListener = function (this: Window, ...call: Parameters<typeof listen>) {
      if (/unload$/.test(call[0])) hindrances.push(call[0]);
      listen.apply(this, call);
    } as typeof listen;
    for (const name of ['WebSocket', 'EventSource', 'BroadcastChannel'] as const)
      Object.assign(window, {
        [name]: class {
          constructor() {
            hindrances.push(name);
          }
        },
      });
    Object.assign(window, { hindrances });
  });
  for (const path of paths) {
    // Idle: no request is open.
    const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
    expect(response?.headers()['cache-control'], path).toBe('private, no-cache');
    const hindrances = await page.evaluate(() => [
      ...(window as unknown as { hindrances: string[] }).hindrances,
      ...(window.onunload || window.onbeforeunload ? ['handler'] : []),
    ]);
    expect(hindrances, path).toEqual([]);
  }
  await page.context().close();
  const editors = await fetch(`${origin}/admin/sign-in`);
  expect(editors.headers.get('cache-control')).toContain('no-store');
});

test('a link that is shared shows the page’s own chart, 1200 by 630', async () => {
  for (const path of [
    '/',
    '/map',
    '/providers/china',
    '/commitments/cn-lianyungang-2024-3000?known=2024-12-31',
  ]) {
    const html = await (await fetch(origin + path)).text();
    const [, image = ''] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
    const address = new URL(image.replaceAll('&amp;', '&'));
    expect(address.searchParams.get('known')).toBe(new URL(path, origin).searchParams.get('known'));
    const png = Buffer.from(await (await fetch(address)).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(html).toMatch(/<meta property="og:description" content="[^"]*\d/);
  }
});
