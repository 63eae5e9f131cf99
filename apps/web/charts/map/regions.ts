import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { type Variant, variantWidths } from '../variant.ts';
import type { MapRegion } from './props.ts';

// Degrees; Oceania reaches over the date line.
const boxes: Record<
  Exclude<MapRegion, 'world'>,
  { west: number; east: number; south: number; north: number }
> = {
  africa: { west: -18, east: 58, south: -35, north: 37 },
  americas: { west: -122, east: -36, south: -54, north: 60 },
  asia: { west: 36, east: 142, south: -9, north: 54 },
  europe: { west: -11, east: 44, south: 35, north: 69 },
  oceania: { west: 114, east: 212, south: -45, north: 19 },
};

const regionHeights: Record<Variant, number> = { wide: 640, medium: 520, narrow: 344 };
const worldShare = 0.452;

/** A projection that keeps areas, with the region in the middle of the drawing; and the drawing's size. */
export function projectRegion(region: MapRegion, variant: Variant) {
  const width = variantWidths[variant];
  const height = region === 'world' ? Math.round(width * worldShare) : regionHeights[variant];
  const projection = region === 'world' ? projectWorld(width, height) : projectBox(region, width, height);
  return {
    projection: projection.precision(1).clipExtent([
      [-6, -6],
      [width + 6, height + 6],
    ]),
    width,
    height,
  };
}

/** Cut in the Bering Strait, so that no country but those of the Pacific lies on both sides. */
function projectWorld(width: number, height: number): GeoProjection {
  const corners = listCorners({ west: -169, east: 190.9, south: -55, north: 83 });
  return geoEqualEarth()
    .rotate([-11, 0])
    .fitExtent(
      [
        [2, 2],
        [width - 2, height - 2],
      ],
      corners,
    );
}

function projectBox(region: keyof typeof boxes, width: number, height: number): GeoProjection {
  const box = boxes[region];
  return geoAzimuthalEqualArea()
    .rotate([-(box.west + box.east) / 2, -(box.south + box.north) / 2])
    .clipAngle(100)
    .fitExtent(
      [
        [8, 8],
        [width - 8, height - 8],
      ],
      listCorners(box),
    );
}

/** The edge of a box every few degrees: between its corners it may bulge. */
function listCorners({ west, east, south, north }: (typeof boxes)['africa']): MultiPoint {
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
