import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import { Hatch } from '../key.tsx';
import { round } from '../people-axis.tsx';
import type { Variant } from '../variant.ts';
import {
  type BreakdownBarsData,
  type BreakdownFrame,
  barHeight,
  frameBreakdown,
  lineHeight,
  type PlacedRange,
} from './frame.ts';

interface BreakdownBarsProps {
  /** Unlike every other on the page. */
  id: string;
  data: BreakdownBarsData;
  words: ChartWords;
  variant: Variant;
}

const colors = { pledged: 'var(--commit)', reported: 'var(--report)' };

/**
 * What is promised and reported by group: bars from zero, solid to the low end and hatched to the high end. A group
 * without a promise or a report has no bar for it.
 */
export function BreakdownBars({ id: name, data, words, variant }: BreakdownBarsProps) {
  const id = `${name}-${variant}`;
  const frame = frameBreakdown(data, variant);
  return (
    <ChartSvg id={id} width={frame.width} height={frame.height} words={words} fontSize={frame.font}>
      <Hatch id={`${id}-pledged`} color={colors.pledged} />
      <Hatch id={`${id}-reported`} color={colors.reported} />
      <Scale frame={frame} />
      {frame.rows.map(({ key, label, top, lines, bars }) => (
        <g key={key ?? ''} data-row={key ?? ''}>
          <text
            fill={key === null ? 'var(--muted)' : undefined}
            textAnchor={isBeside(frame) ? 'end' : undefined}
          >
            {lines.map((line, i) => (
              <tspan key={line} x={isBeside(frame) ? frame.left - 12 : 2} y={top + 11 + i * lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
          {bars.map((bar) => (
            <Bar key={bar.side} bar={bar} left={frame.left} hatch={`${id}-${bar.side}`} label={label} />
          ))}
        </g>
      ))}
      {frame.remark && (
        <text x={frame.left} y={frame.height - 6} fill="var(--muted)">
          {frame.remark}
        </text>
      )}
    </ChartSvg>
  );
}

function isBeside({ variant }: BreakdownFrame): boolean {
  return variant !== 'narrow';
}

function Scale({ frame: { x, ticks, top, bottom, font } }: { frame: BreakdownFrame }) {
  return (
    <g data-part="people" fill="var(--muted)" fontSize={font - 0.5}>
      {ticks.map(({ people, label }) => (
        <g key={people}>
          <line
            x1={x(people)}
            x2={x(people)}
            y1={top}
            y2={bottom}
            stroke={people === 0 ? 'var(--ink)' : 'var(--hair)'}
          />
          {label && (
            <text x={x(people)} y={top - 5} textAnchor={people === 0 ? 'start' : 'middle'}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

interface BarProps {
  bar: PlacedRange;
  left: number;
  hatch: string;
  label: string;
}

function Bar({ bar: { side, range, y, low, high, text }, left, hatch, label }: BarProps) {
  const color = colors[side];
  return (
    <g data-bar={side}>
      <title>{`${label}: ${text} ${side === 'pledged' ? 'promised' : 'reported'}`}</title>
      {range.low > 0 && (
        <rect data-end="low" x={left} y={y} width={atLeast(low - left)} height={barHeight} fill={color} />
      )}
      {range.high > range.low && (
        <rect
          data-end="high"
          x={low}
          y={round(y + 0.5)}
          width={atLeast(high - low)}
          height={barHeight - 1}
          fill={`url(#${hatch})`}
          stroke={color}
        />
      )}
      <text x={round(Math.max(high, left + 1.5) + 6)} y={y + barHeight} fill={color} fontSize="12">
        {text}
      </text>
    </g>
  );
}

/** A bar of few people must not vanish beside one of many. */
function atLeast(width: number): number {
  return round(Math.max(1.5, width));
}
