import type { ReactElement } from 'react';
import type { Variant } from './variant.ts';

/** A place in a drawing at which a reader can stop: its marks, its words and the page behind it. */
export interface ChartStop {
  id: string;
  /** Of the place, in units of the drawing. */
  x: number;
  y: number;
  label: string;
  lines: { text: string; tone?: 'commit' | 'report' | 'muted' }[];
  /** The page that holds the record or rows behind it. */
  href?: string;
}

/** One drawing of a chart. */
export interface ChartDrawing {
  /** A `ChartSvg`. */
  svg: ReactElement;
  width: number;
  height: number;
  /** In the order of travel by keys. */
  stops: ChartStop[];
}

export type DrawChart = (variant: Variant) => ChartDrawing;
