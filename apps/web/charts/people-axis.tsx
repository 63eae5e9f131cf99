import { scaleLinear } from 'd3-scale';
import { formatNumber } from '@/text/number.ts';
import { measureText } from './text.ts';

/** Heights of people in a picture; begins at zero. */
export interface PeopleScale {
  /** Its top, in people. */
  max: number;
  ticks: number[];
  /** Of a number of people, in units of the drawing. */
  y: (people: number) => number;
}

/** A scale from zero at `bottom` to a round number that is `most` or more at `top`, with about `count` ticks. */
export function scalePeople(most: number, bottom: number, top: number, count = 4): PeopleScale {
  const scale = scaleLinear([0, Math.max(1, most)], [bottom, top]).nice(count);
  return {
    max: scale.domain()[1] ?? most,
    ticks: scale.ticks(count).filter(Number.isInteger),
    y: (people) => round(scale(people)),
  };
}

interface PeopleAxisProps {
  scale: PeopleScale;
  left: number;
  right: number;
  fontSize: number;
  /** Whether the lines carry their numbers. */
  hasNumbers?: boolean;
}

/** Lines across the picture at round numbers of people, each number standing on its line. */
export function PeopleAxis({ scale, left, right, fontSize, hasNumbers = true }: PeopleAxisProps) {
  const top = scale.ticks.at(-1);
  return (
    <g data-part="people" fill="var(--muted)" fontSize={fontSize}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
            stroke={tick === 0 ? 'var(--ink)' : 'var(--hair)'}
          />
          {hasNumbers && tick > 0 && (
            <text x={left} y={scale.y(tick) - 5}>
              {sayTick(tick, top)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Width that the numbers of an axis take at most. */
export function measureTicks(scale: PeopleScale, fontSize: number): number {
  const top = scale.ticks.at(-1);
  return Math.max(...scale.ticks.map((tick) => measureText(sayTick(tick, top), fontSize)));
}

function sayTick(tick: number, top: number | undefined): string {
  return tick === top ? `${formatNumber(tick)} people` : formatNumber(tick);
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
