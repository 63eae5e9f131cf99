import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import jsQR from 'jsqr';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { TotpQrCode } from '@/features/people/totp-qr-code.tsx';

beforeAll(async () => {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
});

/** What a phone sees: the picture in pixels on a ground of this colour. */
function photograph(svg: string, ground: string) {
  const drawn = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const { pixels, width, height } = new Resvg(drawn, {
    background: ground,
    fitTo: { mode: 'width', value: 400 },
  }).render();
  return { pixels: new Uint8ClampedArray(pixels), width, height };
}

const account = (email: string) =>
  `otpauth://totp/Muster:${encodeURIComponent(email)}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Muster&digits=6&period=30`;

test.each([
  ['a short address', account('ada@example.org')],
  ['the longest address', account(`${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.example.org`)],
])('of %s is read back, on a dark page as on a light one', (_, uri) => {
  const svg = renderToStaticMarkup(<TotpQrCode uri={uri} />);
  for (const ground of ['#ffffff', '#101418']) {
    const { pixels, width, height } = photograph(svg, ground);
    expect(jsQR(pixels, width, height)?.data).toBe(uri);
  }
});

test('keeps four modules of white on every side, and says what it is', () => {
  const svg = renderToStaticMarkup(<TotpQrCode uri={account('ada@example.org')} />);
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const dark = [...svg.matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...dark.flat())).toBe(4);
  expect(Math.max(...dark.flat())).toBe(size - 5);
  expect(svg).toContain(`<rect width="${size}" height="${size}" fill="#ffffff"`);
  expect(svg).toMatch(/role="img" aria-label="QR code[^"]+"/);
});
