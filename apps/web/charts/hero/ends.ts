import { type Box, measureText, wrapText } from '../text.ts';
import type { Frame } from './frame.ts';
import { type Line, lineHeight } from './labels.ts';

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
