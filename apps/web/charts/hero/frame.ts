import { scaleLinear, scaleUtc } from 'd3-scale';
import { type Variant, variantWidths } from '../variant.ts';
import type { HeroData } from './props.ts';

interface Size {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  font: number;
  /** Widest line of an end label and of a moment's label. */
  endWidth: number;
  labelWidth: number;
}

const margins = { top: 26, bottom: 50 };

// Each is drawn at about its own width on screen, so that 12 units stay near 12 pixels.
const sizes: Record<Variant, Size> = {
  wide: {
    ...margins,
    width: variantWidths.wide,
    height: 520,
    left: 8,
    right: 176,
    font: 13,
    endWidth: 164,
    labelWidth: 200,
  },
  medium: {
    ...margins,
    width: variantWidths.medium,
    height: 440,
    left: 6,
    right: 132,
    font: 13,
    endWidth: 120,
    labelWidth: 160,
  },
  narrow: {
    ...margins,
    width: variantWidths.narrow,
    height: 330,
    left: 2,
    right: 50,
    font: 12.5,
    endWidth: 48,
    labelWidth: 108,
  },
};

export interface Frame extends Size {
  variant: Variant;
  plot: { left: number; right: number; top: number; bottom: number };
  /** Top of the vertical axis, in people. */
  max: number;
  x: (iso: string) => number;
  y: (people: number) => number;
  yTicks: number[];
  years: { iso: string; label: string }[];
}

/** Where days and people stand in the picture. The axis begins at zero. */
export function makeFrame(data: HeroData, variant: Variant): Frame {
  const size = sizes[variant];
  const plot = {
    left: size.left,
    right: size.width - size.right,
    top: size.top,
    bottom: size.height - size.bottom,
  };
  const most = Math.max(
    1,
    ...data.points.flatMap(({ pledged, due, reported }) => [pledged.high, due.high, reported.high]),
  );
  const vertical = scaleLinear([0, most], [plot.bottom, plot.top]).nice(4);
  const horizontal = scaleUtc([new Date(data.from), new Date(data.to)], [plot.left, plot.right]);
  const x = (iso: string) => round(horizontal(new Date(iso)));
  return {
    ...size,
    variant,
    plot,
    max: vertical.domain()[1] ?? most,
    x,
    y: (people) => round(vertical(people)),
    yTicks: vertical.ticks(4).filter(Number.isInteger),
    years: pickYears(data, (plot.right - plot.left) / (variant === 'narrow' ? 60 : 64)),
  };
}

function pickYears({ from, to }: HeroData, most: number): Frame['years'] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4)) - 1;
  const step = [1, 2, 4, 5, 10, 20, 50].find((years) => (last - first) / years <= most) ?? 100;
  const years = [];
  for (let year = first; year <= last; year += step)
    years.push({ iso: `${year}-01-01`, label: String(year) });
  return years;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
