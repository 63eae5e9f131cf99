import { scaleLinear } from 'd3-scale';
import { formatNumber, formatRange, type Range } from '@/text/number.ts';
import { round } from '../people-axis.tsx';
import { measureText, wrapText } from '../text.ts';
import { type Variant, variantWidths } from '../variant.ts';

/** One group of a breakdown: its ranges in people, null where nothing is promised or reported. */
export interface BreakdownBar {
  /** Null: counts without a group, such as those that name no program. */
  key: string | null;
  label: string;
  pledged: Range | null;
  reported: Range | null;
  /** The page of the group. */
  href?: string;
}

export interface BreakdownBarsData {
  rows: BreakdownBar[];
  /** Whether no count stands in two rows, so that the rows add up. */
  isAdditive: boolean;
}

export type Side = 'pledged' | 'reported';

export interface PlacedRange {
  side: Side;
  range: Range;
  y: number;
  /** Ends of the solid and of the hatched part. */
  low: number;
  high: number;
  text: string;
}

export interface PlacedRow extends BreakdownBar {
  top: number;
  lines: string[];
  bars: PlacedRange[];
}

export interface BreakdownFrame {
  variant: Variant;
  width: number;
  height: number;
  font: number;
  /** Left and right end of the bars. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (people: number) => number;
  /** Round numbers of people; those without room for it have no label. */
  ticks: { people: number; label: string | null }[];
  rows: PlacedRow[];
  /** What is said below the rows; null: nothing. */
  remark: string | null;
}

export const barHeight = 9;
export const lineHeight = 16;

const sizes: Record<Variant, { font: number; labels: number; gap: number }> = {
  wide: { font: 13, labels: 330, gap: 12 },
  medium: { font: 13, labels: 220, gap: 12 },
  // Labels stand above their bars.
  narrow: { font: 12.5, labels: 0, gap: 14 },
};

const head = 24;
const step = barHeight + 5;

/** Where the rows stand: names on the left, or above the bars in a narrow picture; people to the right from zero. */
export function frameBreakdown({ rows, isAdditive }: BreakdownBarsData, variant: Variant): BreakdownFrame {
  const { font, labels, gap } = sizes[variant];
  const width = variantWidths[variant];
  const texts = rows.flatMap(({ pledged, reported }) =>
    [pledged, reported].flatMap((range) => (range ? [measureText(formatRange(range), font - 1)] : [])),
  );
  const left = labels === 0 ? 2 : labels + 16;
  const right = Math.floor(width - Math.max(40, ...texts) - 10);
  const most = Math.max(1, ...rows.flatMap((row) => [row.pledged?.high ?? 0, row.reported?.high ?? 0]));
  const scale = scaleLinear([0, most], [left, right]).nice(4);
  const x = (people: number) => round(scale(people));
  let top = head;
  const placed = rows.map((row): PlacedRow => {
    const lines = wrapText(row.label, font, labels === 0 ? width - 8 : labels);
    const above = labels === 0 ? lines.length * lineHeight + 2 : 0;
    const held = (['pledged', 'reported'] as const).flatMap((side) => {
      const range = row[side];
      return range ? [{ side, range }] : [];
    });
    const bars = held.map(({ side, range }, i) => ({
      side,
      range,
      y: top + above + i * step,
      low: x(range.low),
      high: x(range.high),
      text: formatRange(range),
    }));
    const placedRow = { ...row, top, lines, bars };
    const inside = Math.max(labels === 0 ? 0 : lines.length * lineHeight, bars.length * step);
    top += above + inside + gap;
    return placedRow;
  });
  const bottom = top - gap / 2;
  const remark = isAdditive ? null : 'Rows overlap, so they do not add up.';
  return {
    variant,
    width,
    height: Math.ceil(bottom + (remark ? 24 : 4)),
    font,
    left,
    right,
    top: head - 6,
    bottom,
    x,
    ticks: placeTicks(scale.ticks(variant === 'narrow' ? 3 : 5).filter(Number.isInteger), x, font),
    rows: placed,
    remark,
  };
}

/** The last number names the unit; from it towards zero, each is written where it does not touch the one after. */
function placeTicks(ticks: number[], x: BreakdownFrame['x'], font: number): BreakdownFrame['ticks'] {
  const last = ticks.at(-1);
  let free = Number.POSITIVE_INFINITY;
  return ticks
    .toReversed()
    .map((people) => {
      const label = `${formatNumber(people)}${people === last ? ' people' : ''}`;
      const half = measureText(label, font) / 2;
      const [left, right] = people === 0 ? [x(0), x(0) + 2 * half] : [x(people) - half, x(people) + half];
      if (right + 6 > free) return { people, label: null };
      free = left;
      return { people, label };
    })
    .toReversed();
}
