import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const origin = inject('origin');
// Police alone, other years, another day: nothing of it is the default.
const filters = '?audience=police&from=2018&to=2030&known=2025-06-30';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
});
afterAll(() => browser?.close());

const read = async (path: string) => {
  const response = await fetch(origin + path);
  expect(response.status, path).toBe(200);
  return response;
};

test('a filtered view agrees number for number: page, SVG, PNG, CSV, JSON, metadata and embed', async () => {
  await page.goto(`${origin}/${filters}`, { waitUntil: 'networkidle' });
  const shown = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  const drawn = await listPaths(page.locator('[data-picture=wide] svg.chart'));
  expect(drawn.length).toBeGreaterThan(5);

  const csv = (await (await read(`/chart.csv${filters}`)).text()).split('\r\n').map((row) => row.split(','));
  const [header = [], ...rows] = csv;
  const exact = rows.find(([before]) => before === '2025-06-30') ?? [];
  const cell = (name: string) => Number(exact[header.indexOf(name)]);
  expect(cell('due_high')).toBeGreaterThan(0);
  for (const name of ['due', 'pledged', 'reported'])
    expect(shown).toContain(sayRange(cell(`${name}_low`), cell(`${name}_high`)));

  const json = await (await read(`/chart.json${filters}`)).json();
  expect(json.rows).toHaveLength(rows.length - 1);
  for (const [i, row] of json.rows.entries())
    expect(Object.values(row).map((value) => String(value ?? ''))).toEqual(rows[i]?.slice(0, 7));
  expect(shown).toContain(json.summary);

  const svg = await (await read(`/chart.svg${filters}`)).text();
  const embed = await (await read(`/embed${filters}`)).text();
  const png = new Uint8Array(await (await read(`/chart.png${filters}`)).arrayBuffer());
  const metadata = await (await read(`/chart.metadata.json${filters}`)).json();
  expect(svg).toContain(`<desc>${json.summary}</desc>`);
  expect(embed).toContain(`<p>${json.summary}</p>`);
  expect(Buffer.from(png).toString('utf8')).toContain(`Description\0\0\0\0\0${json.summary}`);
  expect(metadata.summary).toBe(json.summary);
  expect(metadata.sources.length).toBeGreaterThan(0);
  for (const file of Object.values<string>(metadata.files)) await read(new URL(file).pathname + filters);

  // The same drawing, to the tenth of a unit.
  await page.goto(`${origin}/embed${filters}`);
  expect(await listPaths(page.locator('[data-picture=wide] svg.chart'))).toEqual(drawn);
  await page.setContent(svg);
  expect(await listPaths(page.locator('svg.chart'))).toEqual(drawn);
  // Left edges of the marks of reports, in units of the sheet.
  const marks = await page.locator('svg.chart circle').evaluateAll((circles) =>
    circles.map((element) => {
      const circle = element as SVGCircleElement;
      const sheet = circle.ownerSVGElement?.ownerSVGElement?.getScreenCTM();
      const edge = new DOMPoint(circle.cx.baseVal.value - circle.r.baseVal.value, circle.cy.baseVal.value);
      const place = edge.matrixTransform(circle.getScreenCTM() ?? undefined);
      const { x, y } = place.matrixTransform(sheet?.inverse());
      return { x, y };
    }),
  );
  expect(marks.length).toBeGreaterThan(0);
  // The picture has a mark of a report wherever the drawing has one.
  await page.goto(origin);
  const colours = await page.evaluate(readPixels, {
    address: `${origin}/chart.png${filters}`,
    places: marks.map(({ x, y }) => [x * 2, y * 2] as const),
  });
  for (const colour of colours) expect(colour).toEqual([176, 61, 12]);
});

test('files refuse in words what a page would tell as a notice', async () => {
  for (const kind of ['svg', 'png', 'csv', 'json', 'metadata.json']) {
    const response = await fetch(`${origin}/chart.${kind}?from=soon`);
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('From: “soon” is not a year from 1990 to 2060.\n');
  }
  expect((await fetch(`${origin}/commitments.csv?provider=nobody`)).status).toBe(400);
  expect((await fetch(`${origin}/commitments.png`)).status).toBe(404);
  expect((await fetch(`${origin}/commitments/nobody.csv`)).status).toBe(404);
  expect((await fetch(`${origin}/embed/nowhere`)).status).toBe(404);
});

test('an embed stands in another site’s frame, tells its height, and is travelled by keys', async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<iframe src="${origin}/embed${filters}&theme=dark" width="500" height="700"></iframe>
     <script>addEventListener('message', ({ data }) => { if (data.type === 'muster:height') document.title = data.height })</script>`,
  );
  const frame = page.frameLocator('iframe');
  const chart = frame.locator('[role=slider]:visible');
  await chart.focus();
  const first = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('End');
  expect(await chart.getAttribute('aria-valuetext')).not.toBe(first);
  expect(await frame.locator('.tip').innerText()).toMatch(/due/);
  await expect.poll(async () => Number(await page.title())).toBeGreaterThan(300);
  expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    'rgb(20, 20, 15)',
  );
});

test('an embed ships less than 40 kB of script, and none of a framework', async () => {
  const html = await (await read('/embed')).text();
  const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src as string);
  expect(scripts).toEqual(['/embed.js']);
  const bytes = (await (await read('/embed.js')).arrayBuffer()).byteLength;
  expect(bytes).toBeGreaterThan(500);
  expect(bytes).toBeLessThan(40_000);
});

function listPaths(chart: ReturnType<Page['locator']>): Promise<string[]> {
  return chart
    .first()
    .locator('path')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''));
}

function sayRange(low: number, high: number): string {
  const say = (people: number) => people.toLocaleString('en');
  return low === high ? say(low) : `${say(low)}–${say(high)}`;
}

/** Colours of a picture at some of its pixels; runs in the browser. */
async function readPixels({ address, places }: { address: string; places: (readonly [number, number])[] }) {
  const picture = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  return places.map(([x, y]) => [
    ...context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3),
  ]);
}
