import type { ReactNode } from 'react';

export interface ChartWords {
  title: string;
  /** The chart in a sentence or two. */
  description: string;
}

interface ChartSvgProps {
  /** Unlike every other on the page; ids within the chart begin with it. */
  id: string;
  width: number;
  height: number;
  words: ChartWords;
  fontSize?: number;
  /** A group where its marks are links; otherwise one image. */
  role?: 'img' | 'group';
  children: ReactNode;
}

/**
 * The root of every chart. Colours are `var(--role)` and all else is attributes, so that the same drawing stands on a
 * page, where style sheets size it, and in a file, which has none.
 */
export function ChartSvg({ id, width, height, words, fontSize = 13, role = 'img', children }: ChartSvgProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={role}
      aria-labelledby={`${id}-title ${id}-desc`}
      fontFamily="var(--sans)"
      fontSize={fontSize}
      fill="var(--ink)"
    >
      <title id={`${id}-title`}>{words.title}</title>
      <desc id={`${id}-desc`}>{words.description}</desc>
      {children}
    </svg>
  );
}
