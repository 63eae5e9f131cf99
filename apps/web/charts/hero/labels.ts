import { type Box, boxesOverlap, measureText, wrapText } from '../text.ts';
import type { Frame } from './frame.ts';
import { coversBand, coversLine, type Ground, makeGround } from './ground.ts';
import type { HeroMoment, HeroPoint } from './props.ts';

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
  const ground = makeGround(points, frame);
  const waiting = moments.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  for (const [index, moment] of waiting.entries()) {
    if (placed.length === most) break;
    const next = waiting.slice(index + 1, most + 2).map(({ on, weight }) => ({ stem: frame.x(on), weight }));
    const label = findPlace(moment, ground, taken, placed, next, frame);
    if (label) placed.push(label);
  }
  return placed;
}

/** The best place for a moment's label; `next` are those whose labels are still to come. Null where there is none. */
function findPlace(
  moment: HeroMoment,
  ground: Ground,
  taken: Box[],
  placed: Label[],
  next: { stem: number; weight: number }[],
  frame: Frame,
): Label | null {
  let best: { label: Label; cost: number } | null = null;
  for (const label of listPlaces(moment, frame)) {
    if (best && frame.plot.bottom - label.top >= best.cost) continue;
    if (collides(label, taken, placed)) continue;
    if (coversBand(label, ground)) continue;
    // A short stem reads best; a thin line behind the words, or words in another's way, are worse than a long stem.
    const onLine = coversLine(label, ground) ? frame.height : 0;
    const inTheWay = next
      .filter(({ stem }) => label.left - gap < stem && stem < label.right + gap)
      .reduce((sum, { weight }) => sum + (weight / moment.weight) * frame.height, 0);
    const cost = frame.plot.bottom - label.top + onLine + inTheWay;
    if (!best || cost < best.cost) best = { label, cost };
  }
  return best?.label ?? null;
}

/** Every place for a label that is inside the picture, lowest first. */
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
    for (let top = plot.bottom - gap - height; top >= plot.top; top -= 6) {
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

function writeLines({ label, detail }: HeroMoment, frame: Frame): Line[] {
  const wrap = (text: string, quiet: boolean) =>
    wrapText(text, frame.font, frame.labelWidth).map((line) => ({ text: line, quiet }));
  return [...wrap(label, false), ...(detail ? wrap(detail, true) : [])];
}
