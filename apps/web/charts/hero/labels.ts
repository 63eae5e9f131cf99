import { type Box, boxesOverlap, measureText, wrapText } from '../text.ts';
import type { Frame } from './frame.ts';
import type { HeroMoment, HeroPoint } from './props.ts';
import { findAt } from './shapes.ts';

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
  const byWeight = moments.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  for (const moment of byWeight) {
    if (placed.length === most) break;
    const label = findPlace(moment, points, [...taken, ...placed], frame);
    if (label) placed.push(label);
  }
  return placed;
}

function findPlace(moment: HeroMoment, points: HeroPoint[], taken: Box[], frame: Frame): Label | null {
  const lines = writeLines(moment, frame);
  const width = Math.max(...lines.map(({ text }) => measureText(text, frame.font)));
  const height = lines.length * lineHeight;
  const stem = frame.x(moment.on);
  const { plot } = frame;
  let best: { label: Label; cost: number } | null = null;
  for (const side of ['right', 'left'] as const) {
    const left = side === 'right' ? stem + gap : stem - gap - width;
    if (left < plot.left || left + width > plot.right) continue;
    for (let top = plot.top; top + height <= plot.bottom - gap; top += 6) {
      const label: Label = {
        id: moment.id,
        stem,
        side,
        lines,
        left,
        top,
        right: left + width,
        bottom: top + height,
      };
      const roomy = { left: left - gap, top: top - 4, right: label.right + gap, bottom: label.bottom + 4 };
      if (
        taken.some(
          (box) => boxesOverlap(roomy, box) || (box.left < stem && stem < box.right && box.bottom > top),
        )
      )
        continue;
      if (covers(label, points, 'due', frame) || covers(label, points, 'reported', frame)) continue;
      const cost =
        plot.bottom - top + (side === 'left' ? 4 : 0) + (covers(label, points, 'pledged', frame) ? 150 : 0);
      if (!best || cost < best.cost) best = { label, cost };
    }
  }
  return best?.label ?? null;
}

function writeLines({ label, detail }: HeroMoment, frame: Frame): Line[] {
  const wrap = (text: string, quiet: boolean) =>
    wrapText(text, frame.font, frame.labelWidth).map((line) => ({ text: line, quiet }));
  return [...wrap(label, false), ...(detail ? wrap(detail, true) : [])];
}

/** Whether a box lies over a quantity's band or line. An empty band (all zero) is not drawn and covers nothing. */
function covers(
  box: Box,
  points: HeroPoint[],
  quantity: 'due' | 'reported' | 'pledged',
  frame: Frame,
): boolean {
  for (let x = box.left - 3; x <= box.right + 3; x += 4) {
    const range = findAt(points, quantity, x, frame);
    if (!range || range.high === 0) continue;
    if (box.top < frame.y(range.low) + 5 && box.bottom > frame.y(range.high) - 5) return true;
  }
  return false;
}

export interface EndLabel extends Box {
  id: string;
  /** Height of what it labels. */
  at: number;
  tone: 'commit' | 'report';
  lines: Line[];
}

/** Labels at the right end, moved apart until none touches another, inside the picture. */
export function placeEnds(
  ends: { id: string; at: number; tone: EndLabel['tone']; text: string; detail?: string }[],
  frame: Frame,
): EndLabel[] {
  const left = frame.plot.right + (frame.variant === 'narrow' ? 4 : 10);
  const labels = ends
    .map(({ text, detail, ...end }): EndLabel => {
      const lines: Line[] = [
        ...wrapText(text, frame.font, frame.endWidth).map((line) => ({ text: line, quiet: false })),
        ...(detail
          ? wrapText(detail, frame.font, frame.endWidth).map((line) => ({ text: line, quiet: true }))
          : []),
      ];
      const top = end.at - lineHeight / 2;
      const width = Math.max(...lines.map((line) => measureText(line.text, frame.font)));
      return { ...end, lines, left, right: left + width, top, bottom: top + lines.length * lineHeight };
    })
    .toSorted((a, b) => a.at - b.at);
  for (const [index, label] of labels.entries()) {
    const above = labels[index - 1];
    if (above) moveTo(label, Math.max(label.top, above.bottom + 3));
  }
  let floor = frame.plot.bottom + lineHeight / 2;
  for (const label of labels.toReversed()) {
    if (label.bottom > floor) moveTo(label, floor - (label.bottom - label.top));
    floor = label.top - 3;
  }
  return labels;
}

function moveTo(label: EndLabel, top: number): void {
  const height = label.bottom - label.top;
  label.top = top;
  label.bottom = top + height;
}
