import { gridSteps } from './path-writer.ts';
import { findShade, type MapCountry, shades, type Tone } from './props.ts';

/** Opacity with which a country is filled for which some people are counted alone. */
export function findTint({ low }: Pick<MapCountry, 'low'>): number | undefined {
  return shades[findShade(low) - 1]?.opacity;
}

interface MapHatchProps {
  id: string;
  tone: Tone;
  /** To a unit of the drawing. */
  steps?: number;
  /** What lies under the lines; nothing by default. */
  ground?: string;
}

/** The hatch of what may be a country's. */
export function MapHatch({ id, tone, steps = gridSteps, ground }: MapHatchProps) {
  const width = 3.6 * steps;
  return (
    <pattern id={id} width={width} height={width} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      {ground && <rect width={width} height={width} fill={ground} />}
      <line y2={width} stroke={`var(--${tone})`} strokeWidth={1.5 * steps} strokeOpacity=".75" />
    </pattern>
  );
}

export const plainFill = 'var(--hair)';
