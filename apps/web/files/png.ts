import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { SvgFile } from './svg.tsx';

const typefaces = [
  '@fontsource/inter/files/inter-latin-400-normal.woff2',
  '@fontsource/inter/files/inter-latin-500-normal.woff2',
  '@fontsource/inter/files/inter-latin-600-normal.woff2',
  '@fontsource/inter/files/inter-latin-ext-400-normal.woff2',
  '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
];

let ready: Promise<Uint8Array[]> | undefined;

/** The picture as PNG, `scale` pixels to each of its units. Typefaces are our own, whatever the machine has. */
export async function writePng({ svg, width }: SvgFile, scale = 2): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= loadRenderer();
  const fontBuffers = await ready.catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * scale },
    font: {
      fontBuffers,
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      serifFamily: 'Source Serif 4',
    },
  });
  try {
    const drawn = image.render();
    const png = new Uint8Array(drawn.asPng());
    drawn.free();
    return png;
  } finally {
    image.free();
  }
}

async function loadRenderer(): Promise<Uint8Array[]> {
  // Resolved as the program runs: the bundler must leave these files where they are.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(typefaces.map(async (name) => new Uint8Array(await readFile(resolve(name)))));
}
