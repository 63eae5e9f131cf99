import { type GeoPath, geoArea, geoPath } from 'd3-geo';
import type { Position } from 'geojson';
import type { Variant } from '../variant.ts';
import { type AtlasCode, findMissing, findStandings, type Land, listLands } from './atlas.ts';
import { PathWriter } from './path-writer.ts';
import type { MapRegion } from './props.ts';
import { projectRegion } from './regions.ts';

/** A land as it stands in a drawing. */
export interface FramedLand {
  code: AtlasCode;
  name: string;
  /** Its outline in steps of the grid; empty where it is too small to be seen. */
  outline: string;
  /** Of its largest piece, in units of the drawing. */
  x: number;
  y: number;
  /** Whether a reader could overlook its outline, so that it wants a mark. */
  isSmall: boolean;
}

export interface MapFrame {
  width: number;
  height: number;
  /** Those in the picture. */
  lands: FramedLand[];
}

/** Square units: points that change the picture less go, smaller islands go, smaller countries get a mark. */
const limits: Record<Variant, { point: number; island: number; mark: number }> = {
  wide: { point: 3, island: 3.5, mark: 14 },
  medium: { point: 2.4, island: 2.6, mark: 9 },
  narrow: { point: 1.3, island: 1.6, mark: 3 },
};

const frames = new Map<string, MapFrame>();

/** The lands of a region in a drawing of it. Made once per process. */
export function frameMap(region: MapRegion, variant: Variant): MapFrame {
  const key = `${region} ${variant}`;
  const frame = frames.get(key) ?? makeFrame(region, variant);
  frames.set(key, frame);
  return frame;
}

function makeFrame(region: MapRegion, variant: Variant): MapFrame {
  const { projection, width, height, isNear } = projectRegion(region, variant);
  const limit = limits[variant];
  // Both projections keep areas: a steradian is as many square units everywhere.
  const unitsPerSteradian = projection.scale() ** 2;
  const unitsPerDegree = (projection.scale() * Math.PI) / 180;
  const writer = new PathWriter();
  const path = geoPath(projection);
  const draw = geoPath(projection, writer);
  const standings = findStandings();
  const isInside = (point: [number, number] | null) =>
    point !== null && point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height;

  const frameLand = ({ code, name, polygons }: Land): FramedLand[] => {
    const standing = standings.get(code);
    if (!standing || !isNear(standing.middle)) return [];
    const coordinates = polygons.filter((polygon) => isSeen(polygon, limit.island / unitsPerSteradian));
    draw({ type: 'MultiPolygon', coordinates });
    const outline = writer.finish();
    const middle = findMiddle(coordinates, path, projection(standing.middle), isInside);
    if (!middle) return outline ? [{ code, name, outline, x: -1, y: -1, isSmall: false }] : [];
    const isSmall = standing.area * unitsPerSteradian < limit.mark;
    return [{ code, name, outline, x: round(middle[0]), y: round(middle[1]), isSmall }];
  };
  const lands = [...listLands(limit.point / unitsPerDegree ** 2), ...findMissing()];
  return { width, height, lands: lands.flatMap(frameLand) };
}

/** Thinned to less than a triangle an island may turn inside out, and would be all the world but itself. */
function isSeen(polygon: Position[][], least: number): boolean {
  const area = geoArea({ type: 'Polygon', coordinates: polygon });
  return area >= least && area < 2 * Math.PI;
}

/** Of the land's largest piece; of what the picture shows of the land where that is outside. */
function findMiddle(
  coordinates: Position[][][],
  path: GeoPath,
  point: [number, number] | null,
  isInside: (point: [number, number] | null) => boolean,
): [number, number] | null {
  if (isInside(point)) return point;
  const shown = path.centroid({ type: 'MultiPolygon', coordinates });
  return isInside(shown) ? shown : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
