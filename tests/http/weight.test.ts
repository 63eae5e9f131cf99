import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const origin = inject('origin');
/** Script of an empty Next.js app, compressed, as the design measured it. */
const emptyApp = 135_000;

async function weigh(path: string): Promise<{ script: number; style: number; html: string }> {
  const html = await (await fetch(origin + path)).text();
  const sizeOf = async (pattern: RegExp) => {
    const files = new Set(
      [...html.matchAll(pattern)].map(([, file]) => (file as string).replace(/&amp;/g, '&')),
    );
    const sizes = [...files].map(async (file) => {
      const response = await fetch(origin + file);
      expect(response.status, file).toBe(200);
      return gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  return {
    // What is for browsers without modules is fetched by none that this product supports.
    script: await sizeOf(/<script(?![^>]*\bnomodule)[^>]*\bsrc="(\/[^"]+)"/gi),
    style: await sizeOf(/<link[^>]*\bhref="(\/[^"]+\.css[^"]*)"/g),
    html,
  };
}

test.each([
  ['/', 65_000],
  ['/map', 65_000],
  ['/commitments/cn-lianyungang-2024-3000', 65_000],
  ['/countries/SLB', 65_000],
  ['/reported', 65_000],
])('%s ships at most %i bytes of our own script, compressed', async (path, most) => {
  const { script, style } = await weigh(path);
  expect(script).toBeGreaterThan(50_000);
  expect(script - emptyApp).toBeLessThanOrEqual(most);
  expect(style).toBeLessThanOrEqual(30_000);
});

test.each(['/', '/map', '/compare?with=china,united-states', '/providers/china'])(
  'the chart of %s is in the first HTML, with its title and its words',
  async (path) => {
    const { html } = await weigh(path);
    const [chart = ''] = /<svg[^>]*class="chart"[\s\S]*?<\/svg>/.exec(html) ?? [];
    expect(chart).toMatch(/<title[^>]*>[^<]+<\/title><desc[^>]*>[^<]+<\/desc>/);
    expect(chart).toMatch(/<path|<rect/);
  },
);
