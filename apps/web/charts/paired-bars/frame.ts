import { formatNumber, type Range } from '@/text/number.ts';
import { type PeopleScale, round, scalePeople } from '../people-axis.tsx';
import { measureText } from '../text.ts';
import { type Variant, variantWidths } from '../variant.ts';

/** What fell due and what is reported within one year, in people. */
export interface PairedYear {
  year: number;
  /** Null where nothing falls due. */
  due: Range | null;
  /** Null where nothing is reported: never a bar of zero. */
  reported: Range | null;
}

export interface PairedBarsData {
  /** In order, without gaps. */
  years: PairedYear[];
  /** ISO day up to which the record is taken. */
  asOf: string;
  /** "as known on 9 Sept 2024"; empty: not said. */
  asOfLabel: string;
}

export interface PairedFrame {
  variant: Variant;
  width: number;
  height: number;
  font: number;
  plot: { left: number; right: number; top: number; bottom: number };
  scale: PeopleScale;
  /** Width of a year and of a bar. */
  slot: number;
  bar: number;
  /** Left edge of a year. */
  x: (year: number) => number;
  /** Place of a day; null outside the years. */
  xDay: (iso: string) => number | null;
  /** Years that have room for their number. */
  labels: number[];
}

const sizes: Record<Variant, { height: number; font: number; widest: number }> = {
  wide: { height: 360, font: 13, widest: 26 },
  medium: { height: 340, font: 13, widest: 24 },
  narrow: { height: 270, font: 12.5, widest: 20 },
};

/** Where years and people stand in the picture. */
export function framePairs({ years }: PairedBarsData, variant: Variant): PairedFrame {
  const { height, font, widest } = sizes[variant];
  const width = variantWidths[variant];
  const plot = { left: 2, right: width - 2, top: 34, bottom: height - 28 };
  const first = years[0]?.year ?? 0;
  const most = Math.max(1, ...years.flatMap(({ due, reported }) => [due?.high ?? 0, reported?.high ?? 0]));
  const scale = scalePeople(most, plot.bottom, plot.top, variant === 'narrow' ? 3 : 4);
  // Bars begin beside the numbers of the axis.
  const start = plot.left + Math.max(...scale.ticks.map((tick) => measureText(formatNumber(tick), font))) + 6;
  const slot = (plot.right - start) / Math.max(years.length, 6);
  const x = (year: number) => round(start + (year - first) * slot);
  return {
    variant,
    width,
    height,
    font,
    plot,
    scale,
    slot,
    bar: round(Math.min(widest, slot * 0.38)),
    x,
    xDay: (iso) => {
      const day = Number(iso.slice(0, 4)) + shareOfYear(iso);
      return day < first || day > first + years.length ? null : x(day);
    },
    labels: pickYears(years, slot, measureText('2000', font) + 10),
  };
}

/** Years at even steps, none nearer to the next than `room`. */
function pickYears(years: PairedYear[], slot: number, room: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((count) => count * slot >= room) ?? 100;
  return years.map(({ year }) => year).filter((year) => year % step === 0 || step === 1);
}

function shareOfYear(iso: string): number {
  const start = Date.UTC(Number(iso.slice(0, 4)), 0, 1);
  return (Date.parse(`${iso}T00:00:00Z`) - start) / (365.25 * 86_400_000);
}
