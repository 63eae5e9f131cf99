import { type Box, boxesOverlap } from '../text.ts';
import type { Frame } from './frame.ts';
import type { HeroPoint } from './props.ts';
import { type Dot, simplify, trace, traceSteps } from './shapes.ts';

/** What labels keep clear of, worked out once for a picture. */
export interface Ground {
  /** Upright slices of the bands of due and reported. */
  slices: { x: number; top: number; bottom: number }[];
  /** Thin lines of level and upright pieces. */
  pieces: Box[];
}

const sliceWidth = 4;
/** Least distance from a band. */
const room = 9;

export function makeGround(points: HeroPoint[], frame: Frame): Ground {
  const slices = (['due', 'reported'] as const).flatMap((quantity) => {
    const high = simplify(trace(points, quantity, 'high', frame));
    const low = simplify(trace(points, quantity, 'low', frame));
    const found: Ground['slices'] = [];
    for (let x = frame.plot.left; x <= frame.plot.right; x += sliceWidth) {
      const [top, bottom] = [findHeight(high, x), findHeight(low, x)];
      // An empty band is not drawn and is in nobody's way.
      if (top !== null && bottom !== null && top < frame.plot.bottom) found.push({ x, top, bottom });
    }
    return found;
  });
  const lines = (['high', 'low'] as const).map((side) => simplify(traceSteps(points, side, frame)));
  return { slices, pieces: lines.flatMap(listPieces) };
}

/** Whether a box lies over a band or too near to it. */
export function coversBand(box: Box, { slices }: Ground): boolean {
  return slices.some(
    ({ x, top, bottom }) =>
      x >= box.left - room && x <= box.right + room && box.top < bottom + room && box.bottom > top - room,
  );
}

/** Whether a box touches a thin line. */
export function coversLine(box: Box, { pieces }: Ground): boolean {
  return pieces.some((piece) => boxesOverlap(box, piece));
}

/** Height of a line at a place; null outside of it. */
function findHeight(dots: Dot[], x: number): number | null {
  const index = dots.findIndex((dot) => dot[0] >= x);
  const after = dots[index];
  if (!after) return null;
  const before = dots[index - 1] ?? after;
  if (after[0] === before[0]) return after[1];
  return before[1] + ((after[1] - before[1]) * (x - before[0])) / (after[0] - before[0]);
}

function listPieces(dots: Dot[]): Box[] {
  return dots.flatMap(([x, y], index) => {
    const before = dots[index - 1];
    if (!before) return [];
    return {
      left: Math.min(x, before[0]) - 4,
      right: Math.max(x, before[0]) + 4,
      top: Math.min(y, before[1]) - 5,
      bottom: Math.max(y, before[1]) + 5,
    };
  });
}
