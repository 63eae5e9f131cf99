import { scaleUtc } from 'd3-scale';
import type { Range } from '@/text/number.ts';
import { type PeopleScale, round, scalePeople } from '../people-axis.tsx';
import { wrapText } from '../text.ts';
import { type Variant, variantWidths } from '../variant.ts';

/** Amounts since the panel's first day and before `on`, in people. */
export interface PanelPoint {
  on: string;
  /** The day on which `pledged` changed, where it did since the point before; left out: that point's day. */
  pledgedOn?: string;
  pledged: Range;
  due: Range;
  reported: Range;
}

export interface Panel {
  id: string;
  label: string;
  /** In order of time; one of them at the chart's `asOf`. Empty: nothing with a number. */
  points: PanelPoint[];
  /** The day on which its last report's window ended; null where nothing is reported. */
  lastReport: string | null;
  /** Its page. */
  href?: string;
}

export interface SmallMultiplesData {
  /** Two to six. */
  panels: Panel[];
  from: string;
  to: string;
  asOf: string;
  /** "as known on 9 Sept 2024". */
  asOfLabel: string;
  /** Whether names of panels lead to their pages; not in files, which stand on no site. */
  hasLinks?: boolean;
}

export interface PanelFrame extends Panel {
  left: number;
  top: number;
  /** Edges of the plot. */
  plot: { left: number; right: number; top: number; bottom: number };
  lines: string[];
  hasNumbers: boolean;
  scale: PeopleScale;
  x: (iso: string) => number;
}

export interface MultiplesFrame {
  variant: Variant;
  width: number;
  height: number;
  font: number;
  panels: PanelFrame[];
  years: number[];
}

const gutter = 28;
export const lineHeight = 17;

const plotHeights: Record<Variant, number> = { wide: 210, medium: 180, narrow: 150 };

/** Panels in rows on one scale of people and one line of time. */
export function framePanels({ panels, from, to }: SmallMultiplesData, variant: Variant): MultiplesFrame {
  const width = variantWidths[variant];
  const font = variant === 'narrow' ? 12.5 : 13;
  const columns = countColumns(panels.length, variant);
  const wide = (width - (columns - 1) * gutter) / columns;
  const titles = panels.map(({ label }) => wrapText(label, font + 2, wide - 8));
  const most = Math.max(
    1,
    ...panels.flatMap(({ points }) =>
      points.flatMap(({ pledged, due, reported }) => [pledged.high, due.high, reported.high]),
    ),
  );
  const rows = Math.ceil(panels.length / columns);
  const heads = Array.from({ length: rows }, (_, row) =>
    Math.max(...titles.slice(row * columns, (row + 1) * columns).map((lines) => lines.length)),
  );
  let top = 0;
  const placed: PanelFrame[] = [];
  for (let row = 0; row < rows; row += 1) {
    // The title, then a line each for what is due and what is reported.
    const plotTop = top + ((heads[row] ?? 1) + 2) * lineHeight + 34;
    const plotBottom = plotTop + plotHeights[variant];
    for (const [column, panel] of panels.slice(row * columns, (row + 1) * columns).entries()) {
      const left = round(column * (wide + gutter));
      const plot = { left, right: round(left + wide), top: plotTop, bottom: plotBottom };
      const time = scaleUtc([new Date(from), new Date(to)], [plot.left, plot.right]);
      placed.push({
        ...panel,
        left,
        top,
        plot,
        lines: titles[row * columns + column] ?? [],
        hasNumbers: column === 0,
        scale: scalePeople(most, plotBottom, plotTop, 3),
        x: (iso) => round(time(new Date(iso))),
      });
    }
    top = plotBottom + 44;
  }
  return { variant, width, height: top - 18, font, panels: placed, years: pickYears(from, to, wide / 62) };
}

function countColumns(panels: number, variant: Variant): number {
  if (variant === 'narrow') return 1;
  if (variant === 'medium' || panels === 2 || panels === 4) return 2;
  return 3;
}

function pickYears(from: string, to: string, most: number): number[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4)) - 1;
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first + 1) / size <= most) ?? 100;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => year % step === 0);
}
