import type { Range } from '@/text/number.ts';

/** Amounts since the chart's first day and before `on`, in people. */
export interface HeroPoint {
  on: string;
  /** The day on which `pledged` changed, where it did since the point before; left out: that point's day. */
  pledgedOn?: string;
  pledged: Range;
  due: Range;
  reported: Range;
}

/** A report on the line: reported before the day its window ends. */
export interface HeroReport {
  id: string;
  on: string;
  reported: Range;
}

/** Something that happened: a tick on the axis, with a label when there is room for it. */
export interface HeroMoment {
  id: string;
  on: string;
  label: string;
  /** A second line, quieter. */
  detail?: string;
  /** Labels are placed from the heaviest on; zero: a tick alone. */
  weight: number;
}

export interface HeroData {
  /** First day. */
  from: string;
  /** First day after the last. */
  to: string;
  /** The day up to which the record is taken; what follows is still to fall due. */
  asOf: string;
  /** "as known on 9 Sept 2024". */
  asOfLabel: string;
  /** In order of time, from the first day on; one of them at `asOf`. */
  points: HeroPoint[];
  reports: HeroReport[];
  moments: HeroMoment[];
}
