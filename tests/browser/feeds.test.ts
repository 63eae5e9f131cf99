import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const origin = inject('origin');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** The feed as a browser's XML parser reads it. */
async function parseAtom(path: string) {
  const response = await fetch(origin + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  return page.evaluate(
    (xml) => {
      const atom = 'http://www.w3.org/2005/Atom';
      const feed = new DOMParser().parseFromString(xml, 'application/xml');
      const textsOf = (parent: Element | Document, name: string) =>
        [...parent.getElementsByTagNameNS(atom, name)].map(({ textContent }) => textContent ?? '');
      const linkOf = (parent: Element, rel: string) =>
        [...parent.children]
          .find((child) => child.localName === 'link' && child.getAttribute('rel') === rel)
          ?.getAttribute('href') ?? null;
      return {
        isBroken: feed.querySelector('parsererror') !== null,
        root: `${feed.documentElement.namespaceURI} ${feed.documentElement.localName}`,
        self: linkOf(feed.documentElement, 'self'),
        home: linkOf(feed.documentElement, 'alternate'),
        subtitle: textsOf(feed, 'subtitle')[0] ?? '',
        entries: [...feed.getElementsByTagNameNS(atom, 'entry')].map((entry) => ({
          id: textsOf(entry, 'id'),
          title: textsOf(entry, 'title'),
          updated: textsOf(entry, 'updated'),
          link: linkOf(entry, 'alternate'),
        })),
      };
    },
    await response.text(),
  );
}

describe.each([
  ['/changes', '/changes'],
  ['/countries/SLB/changes', '/countries/SLB'],
  ['/commitments/cn-gsi-2023-5000/changes', '/commitments/cn-gsi-2023-5000'],
])('%s', (path, home) => {
  test('is Atom: well-formed, each entry with an id of its own, a title, an instant and a page', async () => {
    const feed = await parseAtom(`${path}.atom`);
    expect(feed.isBroken).toBe(false);
    expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
    expect(feed).toMatchObject({ self: `${origin}${path}.atom`, home: origin + home });
    expect(feed.entries.length).toBeGreaterThan(0);
    for (const { id, title, updated, link } of feed.entries) {
      expect([id.length, title.length, updated.length]).toEqual([1, 1, 1]);
      expect(Number.isNaN(Date.parse(updated[0] ?? ''))).toBe(false);
      expect(link?.startsWith(`${origin}/`)).toBe(true);
    }
    expect(new Set(feed.entries.map(({ id }) => id[0])).size).toBe(feed.entries.length);
  });

  test('is JSON Feed with the same entries', async () => {
    const [feed, response] = await Promise.all([parseAtom(`${path}.atom`), fetch(`${origin}${path}.json`)]);
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const { version, feed_url, items } = (await response.json()) as {
      version: string;
      feed_url: string;
      items: { id: string }[];
    };
    expect(version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed_url).toBe(`${origin}${path}.json`);
    expect(items.map(({ id }) => id)).toEqual(feed.entries.map(({ id }) => id[0]));
  });

  test('is named in the head of its page and linked from it', async () => {
    await page.goto(origin + home);
    for (const [type, file] of [
      ['application/atom+xml', `${path}.atom`],
      ['application/feed+json', `${path}.json`],
    ]) {
      const href = await page.locator(`link[rel="alternate"][type="${type}"]`).getAttribute('href');
      expect(new URL(href ?? '', origin).href).toBe(`${origin}${file}`);
      expect(await page.locator(`main a[href="${file}"]`).count()).toBe(1);
    }
  });
});

test('the feed of a country says by which rule, and a country or record that is none has no feed', async () => {
  const { subtitle } = await parseAtom('/countries/PAK/changes.atom');
  expect(subtitle).toMatch(/name Pakistan/);
  expect(subtitle).toMatch(/a group of which it was a member on the day stated/);
  for (const path of [
    '/countries/QQQ/changes.atom',
    '/countries/QQQ/changes.json',
    '/commitments/none/changes.json',
  ])
    expect((await fetch(origin + path)).status).toBe(404);
});
