import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { ChartSvg } from '@/charts/chart-svg.tsx';
import { cardAddress, embedAddress, fileAddress, pageOfFile } from '@/files/address.ts';
import { writeEmbed } from '@/files/embed.tsx';
import { writePng } from '@/files/png.ts';
import { addPngText } from '@/files/png-text.ts';
import type { Provenance } from '@/files/provenance.ts';
import { writeCard, writeSvg } from '@/files/svg.tsx';
import { writeViewCsv, writeViewJson, writeViewMetadata } from '@/files/tables.ts';
import type { ViewFile } from '@/files/view-file.ts';

const view: ViewFile = {
  page: '/countries/SLB?known=2024-09-09',
  title: 'Solomon Islands: due & reported',
  summary: 'Between 32 and 34 people are reported.',
  notes: ['spread evenly'],
  knownOn: '2024-09-09',
  key: [{ mark: 'reported', words: 'Reported' }],
  draw: () => ({
    svg: (
      <ChartSvg id="try" width={600} height={200} words={{ title: 'Try', description: 'A bar.' }}>
        <rect width="300" height="100" fill="var(--report)" />
        <text y="150">32–34</text>
      </ChartSvg>
    ),
    width: 600,
    height: 200,
    stops: [{ id: 'a', x: 300, y: 100, label: '2022', lines: [{ text: 'reported 32–34' }] }],
  }),
  columns: [
    { name: 'year', description: 'Year.' },
    { name: 'reported_low', description: 'Fewest; empty: not reported.' },
  ],
  rows: [
    ['2022', 32],
    ['2023', null],
    ['=1+1', 0],
  ],
  sources: [
    {
      slug: 'a-source',
      title: 'A "source" </metadata>',
      publisher: 'SIBC',
      publishedOn: '2022-11-01',
      url: 'https://example.org/?a=1&b=2',
    },
  ],
};

const provenance: Provenance = {
  permalink: 'https://muster.example/countries/SLB?known=2024-09-09',
  metadata: 'https://muster.example/countries/SLB.metadata.json?known=2024-09-09',
  citation: 'Muster (revision 7).',
  licence: 'CC-BY-4.0',
  revision: 7,
  release: null,
};

test('a page has its files, its embed and its card at addresses of its own', () => {
  expect(fileAddress('/countries/SLB?known=2024-09-09', 'metadata.json')).toBe(
    '/countries/SLB.metadata.json?known=2024-09-09',
  );
  expect(fileAddress('/?from=2020', 'csv')).toBe('/chart.csv?from=2020');
  expect(pageOfFile('/chart')).toBe('/');
  expect(embedAddress('/')).toBe('/embed');
  expect(embedAddress('/map?show=reported')).toBe('/embed/map?show=reported');
  expect(cardAddress('/map')).toBe('/map.png?size=card');
});

test('the SVG stands alone: no roles are left, and words, sources and citation are inside', async () => {
  const { svg, width, height } = await writeSvg(view, provenance);
  expect(svg).not.toContain('var(');
  expect(svg).toContain('fill="#b03d0c"');
  expect(svg).toContain('Solomon Islands: due &amp; reported');
  expect(svg).toContain('32–34');
  expect(svg).toContain('Muster (revision 7).');
  expect(svg).toContain(provenance.permalink);
  expect(svg).toContain('https://example.org/?a=1&amp;b=2');
  expect(svg.match(/<\/metadata>/g)).toHaveLength(1);
  expect(width).toBe(1264);
  expect(height).toBeGreaterThan(300);
});

test('the PNG is the SVG at twice its size, and the card has the size that sites ask for', async () => {
  const drawn = await writeSvg(view, provenance);
  const png = await writePng(drawn);
  expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(sizeOf(png)).toEqual([drawn.width * 2, drawn.height * 2]);
  expect(sizeOf(await writePng(await writeCard(view, provenance), 1))).toEqual([1200, 630]);
});

test('the PNG carries its words, each in a chunk whose checksum is right', async () => {
  const plain = await writePng(await writeCard(view, provenance), 1);
  const png = addPngText(plain, { Title: view.title, Comment: 'Ōe “5–9”' });
  expect(readChunks(png)).toEqual([
    ...readChunks(plain).slice(0, -1),
    { type: 'iTXt', text: `Title\0\0\0\0\0${view.title}`, isWhole: true },
    { type: 'iTXt', text: 'Comment\0\0\0\0\0Ōe “5–9”', isWhole: true },
    { type: 'IEND', text: null, isWhole: true },
  ]);
});

test('the CSV leaves empty what is not known, runs no formula, and names its page on every row', () => {
  const [header, first, second, third, end] = writeViewCsv(view, provenance).split('\r\n');
  expect(header).toBe('year,reported_low,known_on,page,metadata,licence,citation');
  const rest = `2024-09-09,${provenance.permalink},${provenance.metadata},CC-BY-4.0,Muster (revision 7).`;
  expect(first).toBe(`2022,32,${rest}`);
  expect(second).toBe(`2023,,${rest}`);
  expect(third).toMatch(/^'=1\+1,0,/);
  expect(end).toBe('');
});

test('the JSON holds rows as objects, and null where nothing is known', () => {
  const { rows, sources, known_on, page } = JSON.parse(writeViewJson(view, provenance));
  expect(rows.slice(0, 2)).toEqual([
    { year: '2022', reported_low: 32 },
    { year: '2023', reported_low: null },
  ]);
  expect(sources[0].page).toBe('https://muster.example/sources/a-source');
  expect([known_on, page]).toEqual(['2024-09-09', provenance.permalink]);
});

test('the metadata names every column, and only files that the view has', () => {
  const whole = JSON.parse(writeViewMetadata(view, provenance));
  expect(whole.columns.map(({ name }: { name: string }) => name)).toEqual(['year', 'reported_low']);
  expect(whole.files.png).toBe('https://muster.example/countries/SLB.png?known=2024-09-09');
  const table = JSON.parse(writeViewMetadata({ ...view, draw: null }, provenance));
  expect(Object.keys(table.files)).toEqual(['csv', 'json', 'metadata.json']);
});

test('the embed reads without script, holds its stops, and stays in the theme that is asked for', async () => {
  const html = await writeEmbed(view, provenance, null);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain('Between 32 and 34 people are reported.');
  expect(html).toContain('32–34</text>');
  expect(html).toContain('prefers-color-scheme:dark');
  expect(html.match(/data-stops="[^"]*reported 32–34/g)).toHaveLength(3);
  expect(await writeEmbed(view, provenance, 'light')).not.toContain('prefers-color-scheme');
});

function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

function readChunks(png: Uint8Array) {
  const file = Buffer.from(png);
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    const type = body.toString('latin1', 0, 4);
    const isWhole = crc32(body) === file.readUInt32BE(at + 8 + length);
    chunks.push({ type, text: type === 'iTXt' ? body.toString('utf8', 4) : null, isWhole });
    at += length + 12;
  }
  return chunks;
}
