import { type Box, boxesOverlap, measureText, wrapText } from '../text.ts';
import type { Frame } from './frame.ts';
import type { HeroMoment, HeroPoint } from './props.ts';
import { type Dot, findAt, traceSteps } from './shapes.ts';

export interface Line {
  text: string;
  quiet: boolean;
}

export interface Label extends Box {
  id: string;
  /** Where its dotted stem stands. */
  stem: number;
  side: 'left' | 'right';
  lines: Line[];
}

const gap = 6;
/** Least distance from data. */
const room = 9;
export const lineHeight = 15;

/** Labels for the heaviest moments, each where it covers neither data nor another label; the others stay ticks. */
export function placeMoments(
  moments: HeroMoment[],
  points: HeroPoint[],
  taken: Box[],
  frame: Frame,
  most: number,
): Label[] {
  const placed: Label[] = [];
  const waiting = moments.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  for (const [index, moment] of waiting.entries()) {
    if (placed.length === most) break;
    const next = waiting.slice(index + 1, most + 2);
    const label = findPlace(moment, points, taken, placed, next, frame);
    if (label) placed.push(label);
  }
  return placed;
}

/** The best place for a moment's label; `next` are those whose labels are still to come. Null where there is none. */
function findPlace(
  moment: HeroMoment,
  points: HeroPoint[],
  taken: Box[],
  placed: Label[],
  next: HeroMoment[],
  frame: Frame,
): Label | null {
  const steps = [traceSteps(points, 'high', frame), traceSteps(points, 'low', frame)];
  let best: { label: Label; cost: number } | null = null;
  for (const label of listPlaces(moment, frame)) {
    if (collides(label, taken, placed)) continue;
    if (covers(label, points, 'due', frame) || covers(label, points, 'reported', frame)) continue;
    // A short stem reads best; a thin line behind the words, or words in another's way, are worse than a long stem.
    const onLine = steps.some((dots) => touches(label, dots)) ? frame.height : 0;
    const inTheWay = next
      .filter(({ on }) => label.left - gap < frame.x(on) && frame.x(on) < label.right + gap)
      .reduce((sum, { weight }) => sum + (weight / moment.weight) * frame.height, 0);
    const cost = frame.plot.bottom - label.top + onLine + inTheWay;
    if (!best || cost < best.cost) best = { label, cost };
  }
  return best?.label ?? null;
}

/** Every place for a label that is inside the picture, right of its stem first. */
function listPlaces(moment: HeroMoment, frame: Frame): Label[] {
  const lines = writeLines(moment, frame);
  const width = Math.max(...lines.map(({ text }) => measureText(text, frame.font)));
  const height = lines.length * lineHeight;
  const stem = frame.x(moment.on);
  const { plot } = frame;
  return (['right', 'left'] as const).flatMap((side) => {
    const left = side === 'right' ? stem + gap : stem - gap - width;
    if (left < plot.left || left + width > plot.right) return [];
    const places: Label[] = [];
    for (let top = plot.top; top + height <= plot.bottom - gap; top += 6) {
      places.push({ id: moment.id, stem, side, lines, left, top, right: left + width, bottom: top + height });
    }
    return places;
  });
}

/** Whether a label or its stem meets what stands already, or another label's stem meets it. */
function collides(label: Label, taken: Box[], placed: Label[]): boolean {
  const roomy = {
    left: label.left - gap,
    top: label.top - 4,
    right: label.right + gap,
    bottom: label.bottom + 4,
  };
  const crosses = (stem: number, top: number, box: Box) =>
    box.left - 2 < stem && stem < box.right + 2 && box.bottom > top;
  return (
    [...taken, ...placed].some((box) => boxesOverlap(roomy, box) || crosses(label.stem, label.top, box)) ||
    placed.some(({ stem, top }) => crosses(stem, top, label))
  );
}

/** Whether a box touches a line of level and upright pieces. */
function touches(box: Box, dots: Dot[]): boolean {
  return dots.some(([x, y], index) => {
    const before = dots[index - 1];
    if (!before) return false;
    const piece = {
      left: Math.min(x, before[0]) - 4,
      right: Math.max(x, before[0]) + 4,
      top: Math.min(y, before[1]) - 5,
      bottom: Math.max(y, before[1]) + 5,
    };
    return boxesOverlap(box, piece);
  });
}

function writeLines({ label, detail }: HeroMoment, frame: Frame): Line[] {
  const wrap = (text: string, quiet: boolean) =>
    wrapText(text, frame.font, frame.labelWidth).map((line) => ({ text: line, quiet }));
  return [...wrap(label, false), ...(detail ? wrap(detail, true) : [])];
}

/** Whether a box lies over a quantity's band or line. An empty band (all zero) is not drawn and covers nothing. */
function covers(box: Box, points: HeroPoint[], quantity: 'due' | 'reported', frame: Frame): boolean {
  for (let x = box.left - room; x <= box.right + room; x += 4) {
    const range = findAt(points, quantity, x, frame);
    if (!range || range.high === 0) continue;
    if (box.top < frame.y(range.low) + room && box.bottom > frame.y(range.high) - room) return true;
  }
  return false;
}
