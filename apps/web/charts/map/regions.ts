import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { type Variant, variantWidths } from '../variant.ts';
import type { MapRegion } from './props.ts';

interface GeoBox {
  west: number;
  east: number;
  south: number;
  north: number;
}

// Degrees; Oceania reaches over the date line.
const boxes: Record<Exclude<MapRegion, 'world'>, GeoBox> = {
  africa: { west: -18, east: 58, south: -35, north: 37 },
  americas: { west: -122, east: -36, south: -54, north: 60 },
  asia: { west: 36, east: 142, south: -9, north: 54 },
  europe: { west: -11, east: 44, south: 35, north: 69 },
  oceania: { west: 114, east: 212, south: -45, north: 19 },
};

/** Degrees of a sphere from the middle of a region beyond which lands would be bent out of shape. */
const farthest: Record<keyof typeof boxes, number> = {
  africa: 90,
  americas: 60,
  asia: 90,
  europe: 60,
  oceania: 90,
};

const most: Record<Variant, number> = { wide: 640, medium: 520, narrow: 344 };
const worldShare = 0.452;
const margin = 8;

export interface RegionView {
  projection: GeoProjection;
  width: number;
  height: number;
  /** Whether a place is near enough to be shown. */
  isNear: (place: [longitude: number, latitude: number]) => boolean;
}

/** A projection that keeps areas, with the region in the middle of the drawing; and the drawing's size. */
export function projectRegion(region: MapRegion, variant: Variant): RegionView {
  const width = variantWidths[variant];
  if (region !== 'world') return projectBox(region, width, most[variant]);
  const height = Math.round(width * worldShare);
  const projection = fit(geoEqualEarth().rotate([-11, 0]), world, width, height);
  return { projection, width, height, isNear: () => true };
}

/** Cut in the Bering Strait, so that no country but those of the Pacific lies on both sides. */
const world: GeoBox = { west: -169, east: 190.9, south: -55, north: 83 };

function projectBox(region: keyof typeof boxes, width: number, mostHeight: number): RegionView {
  const box = boxes[region];
  const middle: [number, number] = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  const turned = () => geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).clipAngle(150);
  const roomy = fit(turned(), box, width, mostHeight);
  const [[, top], [, bottom]] = geoPath(roomy).bounds(listCorners(box));
  const height = Math.min(mostHeight, Math.ceil(bottom - top + 2 * margin));
  const isNear = (place: [number, number]) => geoDistance(place, middle) < (farthest[region] * Math.PI) / 180;
  return { projection: fit(turned(), box, width, height), width, height, isNear };
}

function fit(projection: GeoProjection, box: GeoBox, width: number, height: number): GeoProjection {
  const room: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  // Cut where the cut is out of sight.
  const seen: typeof room = [
    [-margin, -margin],
    [width + margin, height + margin],
  ];
  return projection.fitExtent(room, listCorners(box)).precision(1).clipExtent(seen);
}

/** The edge of a box every few degrees: between its corners it may bulge. */
function listCorners({ west, east, south, north }: GeoBox): MultiPoint {
  const steps = Array.from({ length: 21 }, (_, index) => index / 20);
  return {
    type: 'MultiPoint',
    coordinates: steps.flatMap((share) => {
      const [x, y] = [west + share * (east - west), south + share * (north - south)];
      return [
        [x, south],
        [x, north],
        [west, y],
        [east, y],
      ];
    }),
  };
}
