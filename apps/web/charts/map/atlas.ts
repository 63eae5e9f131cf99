import { geoArea, geoCentroid } from 'd3-geo';
import type { Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json';
import { takeOutDisputed } from './disputes.ts';
import { thinLine, type WeighedLine, weighLine } from './weigh.ts';

/** What the map knows a country by: its UN M49 code, or the atlas's name for it where it has none. */
export type AtlasCode = string;

/** Land under one code; polygons of [longitude, latitude]. */
export interface Land {
  code: AtlasCode;
  /** English, as the atlas has it. */
  name: string;
  polygons: Position[][][];
}

/** Where a land stands, whatever the drawing. */
export interface Standing {
  /** Of its largest piece. */
  middle: [longitude: number, latitude: number];
  /** Of its largest piece, in steradians. */
  area: number;
}

// The atlas lacks them; degrees, by hand.
const missing: Record<AtlasCode, { name: string; middle: [number, number] }> = {
  '798': { name: 'Tuvalu', middle: [179.2, -8.52] },
  '772': { name: 'Tokelau', middle: [-171.85, -9.17] },
  '638': { name: 'Réunion', middle: [55.53, -21.13] },
  '175': { name: 'Mayotte', middle: [45.15, -12.82] },
  '292': { name: 'Gibraltar', middle: [-5.35, 36.14] },
  '312': { name: 'Guadeloupe', middle: [-61.55, 16.25] },
  '474': { name: 'Martinique', middle: [-61.02, 14.65] },
};

// In the dataset's list of countries, though M49 has no code for them.
const uncoded: Record<string, AtlasCode> = { TWN: '158', XKX: 'Kosovo' };

const antarctica = '010';

/** Null where the atlas may have the country, but under no code that is known. */
export function findAtlasCode(iso3: string, m49: string | null): AtlasCode | null {
  return uncoded[iso3] ?? m49;
}

let lines: WeighedLine[] | undefined;
let standings: Map<AtlasCode, Standing> | undefined;

/** Every land but Antarctica, its borders without the points that take away less than `least` square degrees. */
export function listLands(least: number): Land[] {
  lines ??= readLines().map(weighLine);
  const arcs = lines.map((line) => thinLine(line, least));
  return joinLands({ type: 'Topology', objects: world.objects, arcs } as typeof world);
}

/** Where each land stands, by code. */
export function findStandings(): Map<AtlasCode, Standing> {
  standings ??= new Map([
    ...joinLands(world).map(({ code, polygons }) => [code, standOn(polygons)] as const),
    ...Object.entries(missing).map(([code, { middle }]) => [code, { middle, area: 0 }] as const),
  ]);
  return standings;
}

/** Lands that the atlas lacks; they have a place and no outline. */
export function findMissing(): Land[] {
  return Object.entries(missing).map(([code, { name }]) => ({ code, name, polygons: [] }));
}

function standOn(polygons: Position[][][]): Standing {
  let best: Standing = { middle: [0, 0], area: -1 };
  for (const coordinates of polygons) {
    const area = geoArea({ type: 'Polygon', coordinates });
    if (area > best.area) best = { middle: geoCentroid({ type: 'Polygon', coordinates }), area };
  }
  return best;
}

function joinLands(topology: typeof world): Land[] {
  const lands = new Map<AtlasCode, Land>();
  for (const { id, properties, geometry } of feature(topology, topology.objects.countries).features) {
    const { name } = properties;
    const code = id === undefined ? name : String(id);
    if (code === antarctica) continue;
    const land = lands.get(code) ?? { code, name, polygons: [] };
    lands.set(code, land);
    if (geometry.type === 'Polygon') land.polygons.push(geometry.coordinates);
    if (geometry.type === 'MultiPolygon') land.polygons.push(...geometry.coordinates);
  }
  return takeOutDisputed([...lands.values()]);
}

/** The atlas's lines in degrees: it stores steps from point to point on a grid. */
function readLines(): Position[][] {
  const { arcs, transform } = world as Topology;
  const [[scaleX, scaleY], [left, bottom]] = [transform?.scale ?? [1, 1], transform?.translate ?? [0, 0]];
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([stepX = 0, stepY = 0]) => {
      x += stepX;
      y += stepY;
      return [x * scaleX + left, y * scaleY + bottom];
    });
  });
}
