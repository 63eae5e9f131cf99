import type { Position } from 'geojson';

/** A line of [longitude, latitude], and for each of its points how much of the shape goes with it. */
export interface WeighedLine {
  points: Position[];
  /** Square degrees, as wide as they are at the point's latitude; infinite at both ends. */
  weights: number[];
}

/** Weighs points by the area that each takes away when the least of them goes first (Visvalingam and Whyatt, 1993). */
export function weighLine(points: Position[]): WeighedLine {
  const weights = points.map(() => Number.POSITIVE_INFINITY);
  const left = points.map((_, index) => index);
  const areas = left.map((_, at) => areaAt(points, left, at));
  let most = 0;
  while (left.length > 2) {
    const at = findLeast(areas);
    most = Math.max(most, areas[at] ?? 0);
    weights[left[at] ?? 0] = most;
    left.splice(at, 1);
    areas.splice(at, 1);
    for (const beside of [at - 1, at]) areas[beside] = areaAt(points, left, beside);
  }
  return { points, weights };
}

/** The points that weigh as much or more; both ends always. */
export function thinLine({ points, weights }: WeighedLine, least: number): Position[] {
  return points.filter((_, index) => (weights[index] ?? 0) >= least);
}

function findLeast(areas: number[]): number {
  let least = 1;
  for (let at = 2; at < areas.length - 1; at += 1) if ((areas[at] ?? 0) < (areas[least] ?? 0)) least = at;
  return least;
}

/** Of the triangle with both neighbours; infinite at the ends, which stay. */
function areaAt(points: Position[], left: number[], at: number): number {
  const [a, b, c] = [at - 1, at, at + 1].map((index) => points[left[index] ?? -1]);
  if (!a || !b || !c) return Number.POSITIVE_INFINITY;
  const [[ax = 0, ay = 0], [bx = 0, by = 0], [cx = 0, cy = 0]] = [a, b, c];
  const narrow = Math.cos((by * Math.PI) / 180);
  return (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * narrow) / 2;
}
