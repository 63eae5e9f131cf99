import { gzipSync } from 'node:zlib';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { findStandings, listLands } from '@/charts/map/atlas.ts';
import { frameMap } from '@/charts/map/frame.ts';
import { drawMap, listMapMarks, type MapCountry, type MapData } from '@/charts/map/index.ts';
import { MapChart } from '@/charts/map/map-chart.tsx';
import { PathWriter } from '@/charts/map/path-writer.ts';
import { thinLine, weighLine } from '@/charts/map/weigh.ts';
import { type Variant, variants } from '@/charts/variant.ts';

const words = { title: 'Reported', description: 'Three countries are told apart.' };

// 32 of the Solomon Islands alone; 17 over nine countries, among them Kenya with 29 of its own; 2,000 of Africa.
const onRecord: MapCountry[] = [
  country('SLB', '090', 'Solomon Islands', 'alone', 32),
  country('KEN', '404', 'Kenya', 'alone', 29),
  country('AGO', '024', 'Angola', 'shared'),
  country('TZA', '834', 'Tanzania', 'shared'),
  country('CPV', '132', 'Cabo Verde', 'shared'),
  country('ESH', '732', 'Western Sahara', 'shared'),
  country('MAR', '504', 'Morocco', 'shared'),
  country('RUS', '643', 'Russia', 'shared'),
  country('XKX', null, 'Kosovo', 'unnamed'),
  country('TWN', null, 'Taiwan', 'unnamed'),
];
const others = [...findStandings().keys()]
  .filter((code) => /^\d{3}$/.test(code) && !onRecord.some(({ m49 }) => m49 === code))
  .map((code) => country(`N${code}`, code, code, 'unnamed'));
const data: MapData = {
  tone: 'report',
  region: 'world',
  countries: [...onRecord, ...others],
  unnamed: { amount: '2,700', words: 'reported of nobody named: may be from any country' },
  picked: null,
};

function country(
  iso3: string,
  m49: string | null,
  name: string,
  reach: MapCountry['reach'],
  low = 0,
): MapCountry {
  return { iso3, m49, name, reach, low };
}

function draw(change: Partial<MapData> = {}, variant: Variant = 'wide'): string {
  return renderToStaticMarkup(
    <MapChart id="map" data={{ ...data, ...change }} words={words} variant={variant} />,
  );
}

/** What a group of the drawing holds, of the first such group that has any. */
function part(svg: string, attribute: string): string {
  const groups = svg.match(new RegExp(`<g ${attribute}[^>]*>(?:(?!</?g[ >]).)+</g>`, 'g')) ?? [];
  return groups.join('');
}

test.each(variants)('the picture, %s', (variant) => {
  const svg = draw({ region: 'oceania' }, variant).replaceAll('><', '>\n<');
  expect(svg.replaceAll(/ d="([^"]{0,24})[^"]*"/g, ' d="$1"')).toMatchSnapshot();
});

test('what is for a country alone is shaded by its class, what it shares is hatched', () => {
  const svg = draw();
  const alone = part(svg, 'data-reach="alone"');
  expect(alone).toMatch(/<path data-country="KEN" fill-opacity="0.42"/);
  expect(alone).not.toContain('"AGO"');
  const shared = part(svg, 'data-reach="shared" fill="url\\(#map-wide-hatch\\)"');
  expect(shared).toContain('data-country="AGO"');
  expect(shared).not.toContain('"KEN"');
  const more = draw({ countries: [country('KEN', '404', 'Kenya', 'alone', 1000)] });
  expect(part(more, 'data-reach="alone"')).toContain('<path data-country="KEN" fill-opacity="1"');
});

test('countries that nobody names are painted alike and plain, and the number is told beside them', () => {
  const svg = draw();
  expect(svg).not.toContain('data-country="N076"');
  expect(part(svg, 'data-reach="unnamed"')).toMatch(/<path fill="var\(--hair\)"[^>]* d="M/);
  expect(svg).toMatch(/<text data-part="unnamed".*2,700<.*nobody named/);
  expect(draw({ unnamed: null })).not.toContain('data-part="unnamed"');
});

test.each(variants)('states too small to be seen have circles, at their place (%s)', (variant) => {
  const { lands } = frameMap('world', variant);
  const islands = lands.find(({ name }) => name === 'Solomon Is.');
  const svg = draw({}, variant);
  expect(svg).toContain(`<circle data-marker="SLB" cx="${islands?.x}" cy="${islands?.y}"`);
  expect(svg).toContain('data-marker="CPV"');
  expect(svg).not.toContain('data-marker="KEN"');
  // The atlas lacks Tuvalu; a place kept by hand has its dot.
  const tuvalu = lands.find(({ code }) => code === '798');
  expect(svg).toContain(`M${Math.round((tuvalu?.x ?? 0) * 2)} ${Math.round((tuvalu?.y ?? 0) * 2)}h0`);
});

test('disputed lands are neutral, whoever holds them and whatever is on record', () => {
  const svg = draw();
  for (const name of ['W. Sahara', 'W. Sahara, west of the berm', 'Crimea', 'Somaliland', 'N. Cyprus'])
    expect(svg).toContain(`data-neutral="${name}"`);
  expect(svg).not.toContain('data-country="ESH"');
  expect(svg).toContain('data-country="MAR"');
  const lands = new Map(listLands(0).map((land) => [land.code, land]));
  const latitudes =
    lands
      .get('504')
      ?.polygons.flat(2)
      .map(([, y = 0]) => y) ?? [];
  expect(Math.min(...latitudes)).toBeCloseTo(27.667, 3);
  // Taiwan and Kosovo are in the list of countries, though M49 has no code for them.
  expect(svg).not.toContain('data-neutral="Taiwan"');
  expect(svg).not.toContain('data-neutral="Kosovo"');
  expect(findStandings().has('010')).toBe(false);
});

test('a count that is picked out is told once, joined to the countries that it names', () => {
  const countries = data.countries.map((it) => ({
    ...it,
    isPicked: ['KEN', 'AGO', 'TZA'].includes(it.iso3),
  }));
  const picked = { words: '17 over 3 countries: never divided', isNamed: true };
  const svg = draw({ countries, picked });
  expect(svg.match(/17 over 3/g)).toHaveLength(1);
  expect(/data-part="joined" d="([^"]+)"/.exec(svg)?.[1]?.match(/L/g)).toHaveLength(3);
  expect(/<g stroke="var\(--ink\)" stroke-width="2.8">.*?<g data-part/.exec(svg)?.[0]).toContain('"AGO"');
  expect(draw({ countries, picked: { ...picked, isNamed: false } })).not.toContain('data-part="joined"');
});

test('stops keep the order they are given, where the picture holds them', () => {
  const stops = new Map(
    ['KEN', 'SLB', 'ESH', 'AGO'].map((iso3) => [
      iso3,
      { lines: [{ text: iso3 }], href: `/countries/${iso3}` },
    ]),
  );
  const drawWorld = drawMap({ id: 'map', data, words, stops });
  expect(drawWorld('wide').stops.map(({ id }) => id)).toEqual(['KEN', 'SLB', 'AGO']);
  expect(drawWorld('narrow').stops[0]).toMatchObject({ label: 'Kenya', href: '/countries/KEN' });
  const africa = drawMap({ id: 'map', data: { ...data, region: 'africa' }, words, stops })('narrow');
  expect(africa.stops.map(({ id }) => id)).toEqual(['KEN', 'AGO']);
  for (const { x, y } of africa.stops) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(africa.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(africa.height);
  }
});

test('the key has the shades that the map has, and no more', () => {
  expect(listMapMarks(data).map(({ mark }) => mark)).toEqual([
    'report-shade-2',
    'report-may-be',
    'land',
    'disputed',
  ]);
  const oceania = listMapMarks({ ...data, region: 'oceania', tone: 'commit' });
  expect(oceania.map(({ mark }) => mark)).not.toContain('disputed');
  expect(oceania[0]?.words).toBe('10–99 promised for it alone');
});

test('a region holds what is near it, cut where the cut is out of sight', () => {
  const names = (region: MapData['region']) => frameMap(region, 'wide').lands.map(({ name }) => name);
  expect(names('americas')).toContain('Brazil');
  expect(names('americas')).not.toContain('Mali');
  expect(names('oceania')).toEqual(expect.arrayContaining(['Fiji', 'Samoa', 'Tuvalu', 'Cook Is.']));
  const europe = draw({ region: 'europe' });
  expect(europe).toContain('<clipPath id="map-wide-hatch-frame"><rect width="1200"');
  expect(europe).toContain('<g clip-path="url(#map-wide-hatch-frame)"');
});

test('every land is in the world, and no polygon is turned inside out', () => {
  const { lands, width, height } = frameMap('world', 'wide');
  expect(lands.length).toBeGreaterThan(240);
  for (const { name, x, y } of lands) {
    expect([name, x >= 0 && x <= width && y >= 0 && y <= height]).toEqual([name, true]);
  }
  // Inside out, an islet would be all the world but itself.
  for (const { name, outline } of lands) {
    const widest = Math.max(0, ...outline.split('M').map(measureRing));
    expect([name, widest < width * 0.4]).toEqual([name, true]);
  }
});

/** From west to east, in units of the drawing. */
function measureRing(ring: string): number {
  const [start = '', steps = ''] = ring.split('l');
  const numbers = (steps.match(/-?\d+/g) ?? []).map(Number);
  let x = Number(start.split(' ')[0]);
  const xs = [x, ...numbers.filter((_, index) => index % 2 === 0).map((step) => (x += step))];
  return (Math.max(...xs) - Math.min(...xs)) / 2;
}

test('three drawings of the world are small enough to be sent with a page', () => {
  const sizes = variants.map((variant) => draw({}, variant));
  expect(sizes.join('').length).toBeLessThan(65_000);
  expect(gzipSync(sizes.join('')).length).toBeLessThan(26_000);
});

test('a line is thinned from its least point on, and keeps its ends', () => {
  const line = weighLine([
    [0, 0],
    [1, 0.1],
    [2, 0],
    [3, 2],
    [4, 0],
  ]);
  expect(thinLine(line, 0.2)).toEqual([
    [0, 0],
    [2, 0],
    [3, 2],
    [4, 0],
  ]);
  expect(thinLine(line, 1000)).toEqual([
    [0, 0],
    [4, 0],
  ]);
});

test('an outline is written in half units from point to point, without what is too small to be one', () => {
  const writer = new PathWriter();
  const trace = (...points: [number, number][]) => {
    for (const [index, point] of points.entries()) index ? writer.lineTo(...point) : writer.moveTo(...point);
    writer.closePath();
  };
  trace([10, 10], [12, 9.5], [12, 9.6], [11, 14], [10, 10]);
  trace([1, 1], [1.1, 1.1], [1, 1.2]);
  expect(writer.finish()).toBe('M20 20l4-1-2 9z');
});
