import { formatRange, type Range } from '@/text/number.ts';
import { measureTicks } from '../people-axis.tsx';
import { type Box, boxesOverlap, measureText } from '../text.ts';
import type { PairedBarsData, PairedFrame } from './frame.ts';

export type Side = 'due' | 'reported';

/** One bar: solid or hatched up to the low end, with a whisker to the high end. */
export interface PlacedBar {
  year: number;
  side: Side;
  range: Range;
  left: number;
  right: number;
  /** Height of the low and the high end. */
  low: number;
  high: number;
  /** Whether the year is not over on the day of knowledge. */
  isOpen: boolean;
}

export interface BarLabel extends Box {
  key: string;
  side: Side;
  text: string;
}

const space = 2;

/** Two bars a year, due on the left and reported on the right of the year's middle; what is absent has none. */
export function placeBars({ years, asOf }: PairedBarsData, frame: PairedFrame): PlacedBar[] {
  const { scale, slot, bar, x } = frame;
  return years.flatMap(({ year, due, reported }) => {
    const middle = x(year) + slot / 2;
    const isOpen = `${year + 1}-01-01` > asOf;
    const place = (side: Side, range: Range | null, left: number): PlacedBar[] =>
      range
        ? [
            {
              year,
              side,
              range,
              left,
              right: left + bar,
              low: scale.y(range.low),
              high: scale.y(range.high),
              isOpen,
            },
          ]
        : [];
    return [
      ...place('due', due, middle - bar - space / 2),
      ...place('reported', reported, middle + space / 2),
    ];
  });
}

/** Numbers above their bars, the largest first, where they cover neither a bar nor another number. */
export function placeLabels(bars: PlacedBar[], frame: PairedFrame, taken: Box[]): BarLabel[] {
  const { font, plot, scale } = frame;
  const size = font - 1;
  const axis = scale.ticks
    .filter((tick) => tick > 0)
    .map((tick) => ({
      left: 0,
      right: plot.left + measureTicks(scale, font - 0.5) + 6,
      top: scale.y(tick) - 18,
      bottom: scale.y(tick),
    }));
  const blocked: Box[] = [
    ...taken,
    ...axis,
    ...bars.map(({ left, right, high }) => ({ left, right, top: high, bottom: plot.bottom })),
  ];
  const labels: BarLabel[] = [];
  // Among many bars the numbers of the smallest would say little and cover much.
  const least = bars.length > 12 ? scale.max / 8 : 0;
  const told = bars.filter(({ range }) => range.high >= least);
  for (const bar of told.toSorted((a, b) => b.range.high - a.range.high)) {
    const text = formatRange(bar.range);
    const half = measureText(text, size) / 2;
    const middle = (bar.left + bar.right) / 2;
    const box = { left: middle - half, right: middle + half, top: bar.high - size - 5, bottom: bar.high - 3 };
    const isInside = box.left >= 0 && box.right <= frame.width && box.top >= 0;
    if (!isInside || [...blocked, ...labels].some((other) => boxesOverlap(box, other))) continue;
    labels.push({ ...box, key: `${bar.year}-${bar.side}`, side: bar.side, text });
  }
  return labels;
}
