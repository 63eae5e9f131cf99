import { round } from '../people-axis.tsx';
import { fitText } from '../text.ts';
import { type Variant, variantWidths } from '../variant.ts';
import { placeDay, placeWindow, type TrackDomain, type TrackPlace } from '../window-track/geometry.ts';
import { type Lane, sortLanes, spanLanes, tickYears, type YearTick } from './scale.ts';

export interface TimelineData {
  lanes: readonly Lane[];
  /** ISO day on which the record is read. */
  at: string;
  /** "as known on 9 Sept 2024". */
  atLabel: string;
}

export interface PlacedLane extends Lane {
  top: number;
  bottom: number;
  /** Where the lines of years begin in it: below a name that stands above. */
  clear: number;
  /** Lines of its name. */
  lines: string[];
  /** Height at which its windows stand, and of its ground. */
  y: number;
  base: number;
  place: TrackPlace | null;
  /** Share of the years at which it was stated; null where undated. */
  stated: number | null;
}

export interface TimelineFrame {
  variant: Variant;
  width: number;
  height: number;
  font: number;
  track: { left: number; right: number; top: number; bottom: number };
  /** Place of a share of the years. */
  x: (share: number) => number;
  now: number;
  ticks: YearTick[];
  lanes: PlacedLane[];
  domain: TrackDomain;
}

export const lineHeight = 17;

const sizes: Record<Variant, { font: number; label: number; ticks: number; lines: number }> = {
  wide: { font: 13, label: 400, ticks: 10, lines: 2 },
  medium: { font: 13, label: 300, ticks: 6, lines: 2 },
  // Names stand above their lanes.
  narrow: { font: 12.5, label: 0, ticks: 5, lines: 2 },
};

const head = 40;
const rise = 13;

/** Where lanes and years stand: names on the left, or above their lanes in a narrow picture. */
export function frameTimeline({ lanes, at }: TimelineData, variant: Variant): TimelineFrame {
  const { font, label, ticks, lines: mostLines } = sizes[variant];
  const width = variantWidths[variant];
  const left = label === 0 ? 1 : label + 24;
  const right = width - 2;
  const domain = spanLanes(lanes, at);
  let top = head;
  const placed = sortLanes(lanes).map((lane): PlacedLane => {
    const lines = fitText(`${lane.figure} ${lane.words}`, font, label === 0 ? width - 4 : label, mostLines);
    const named = lines.length * lineHeight;
    const base = label === 0 ? top + named + rise + 11 : top + Math.max(named + 8, rise + 14) - 5;
    const bottom = base + 5;
    const place = placeWindow(lane.window, domain, lane.kind === 'commitment');
    const stated = lane.statedOn ? placeDay(lane.statedOn, domain) : null;
    const clear = label === 0 ? base - rise - 5 : top;
    const row = { ...lane, top, bottom, clear, lines, base, y: base - rise, place, stated };
    top = bottom;
    return row;
  });
  return {
    variant,
    width,
    height: top + 2,
    font,
    track: { left, right, top: head, bottom: top },
    x: (share) => round(left + share * (right - left)),
    now: placeDay(at, domain),
    ticks: tickYears(domain, ticks),
    lanes: placed,
    domain,
  };
}
