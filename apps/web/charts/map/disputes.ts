import type { Position } from 'geojson';
import type { AtlasCode, Land } from './atlas.ts';

// The atlas draws who holds a land, not who claims it. What is disputed among states is nobody's on our map.
const lands: ReadonlySet<AtlasCode> = new Set(['732', 'N. Cyprus', 'Somaliland', 'Siachen Glacier']);

/** Pieces that the atlas gives to who holds them: all around a point, or all south of a line, in degrees. */
const pieces: { name: string; of: AtlasCode; around?: [number, number]; southOf?: number }[] = [
  { name: 'Crimea', of: '643', around: [34.2, 45.2] },
  // Where Western Sahara begins; the atlas has no more of it than what lies east of the berm.
  { name: 'W. Sahara, west of the berm', of: '504', southOf: 27.667 },
];

/** Whether a land is drawn neutral, whatever is on record for it. */
export function isDisputed(code: AtlasCode): boolean {
  return lands.has(code);
}

/** The lands with the disputed pieces of each as lands of their own. */
export function takeOutDisputed(all: Land[]): Land[] {
  return all.flatMap((land) => {
    let left = land;
    const taken: Land[] = [];
    for (const { name, of, around, southOf } of pieces) {
      if (of !== land.code) continue;
      const [own, others] = around
        ? splitAround(left.polygons, around)
        : splitAlong(left.polygons, southOf ?? -90);
      left = { ...left, polygons: own };
      taken.push({ code: name, name, polygons: others });
    }
    return [left, ...taken];
  });
}

type Polygons = Land['polygons'];

/** The polygons without the one around a point, and that one. */
function splitAround(polygons: Polygons, point: Position): [Polygons, Polygons] {
  const isAround = ([ring = []]: Position[][]) => isInside(ring, point);
  return [polygons.filter((polygon) => !isAround(polygon)), polygons.filter(isAround)];
}

/** What of the polygons lies north of a line of latitude, and what lies south of it. */
function splitAlong(polygons: Polygons, latitude: number): [Polygons, Polygons] {
  const cut = (isKept: (point: Position) => boolean) =>
    polygons
      .map((rings) => rings.map((ring) => cutRing(ring, latitude, isKept)).filter((ring) => ring.length > 3))
      .filter((rings) => rings.length > 0);
  return [cut(([, y = 0]) => y >= latitude), cut(([, y = 0]) => y <= latitude)];
}

/** A ring without what is not kept, closed along the line (Sutherland and Hodgman, 1974). */
function cutRing(ring: Position[], latitude: number, isKept: (point: Position) => boolean): Position[] {
  const kept: Position[] = [];
  for (const [index, point] of ring.slice(0, -1).entries()) {
    const next = ring[index + 1] ?? point;
    if (isKept(point)) kept.push(point);
    if (isKept(point) !== isKept(next)) kept.push(crossAt(point, next, latitude));
  }
  return kept[0] ? [...kept, kept[0]] : [];
}

function crossAt([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, latitude: number): Position {
  return [ax + ((latitude - ay) / (by - ay)) * (bx - ax), latitude];
}

/** Whether a ring goes around a point: a line from it eastward crosses the ring an odd number of times. */
function isInside(ring: Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (const [index, [bx = 0, by = 0]] of ring.slice(1).entries()) {
    const [ax = 0, ay = 0] = ring[index] ?? [];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
