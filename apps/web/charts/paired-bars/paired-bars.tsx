import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import { Hatch } from '../key.tsx';
import { PeopleAxis, round } from '../people-axis.tsx';
import { measureText } from '../text.ts';
import type { Variant } from '../variant.ts';
import { framePairs, type PairedBarsData, type PairedFrame } from './frame.ts';
import { type PlacedBar, placeBars, placeLabels } from './labels.ts';

interface PairedBarsProps {
  /** Unlike every other on the page. */
  id: string;
  data: PairedBarsData;
  words: ChartWords;
  variant: Variant;
}

/**
 * What fell due against what is reported, year by year: two bars a year up to the low end, each with a whisker to the
 * high end. Years that are not over are hollow; a year without a report has no bar for it.
 */
export function PairedBars({ id: name, data, words, variant }: PairedBarsProps) {
  const frame = framePairs(data, variant);
  const id = `${name}-${variant}`;
  const bars = placeBars(data, frame);
  const asOf = placeAsOf(data, frame);
  const labels = placeLabels(bars, frame, asOf ? [asOf.box, asOf.line] : []);
  return (
    <ChartSvg id={id} width={frame.width} height={frame.height} words={words} fontSize={frame.font}>
      <Hatch id={`${id}-hatch`} color="var(--commit)" />
      <PeopleAxis
        scale={frame.scale}
        left={frame.plot.left}
        right={frame.plot.right}
        fontSize={frame.font - 0.5}
      />
      <Years frame={frame} />
      {bars.map((bar) => (
        <Bar key={`${bar.year}-${bar.side}`} bar={bar} hatch={`${id}-hatch`} bottom={frame.plot.bottom} />
      ))}
      {asOf && (
        <g data-part="as-of">
          <line x1={asOf.x} x2={asOf.x} y1={asOf.box.top} y2={frame.plot.bottom} stroke="var(--ink)" />
          <text x={asOf.textX} y={asOf.box.bottom - 4} textAnchor={asOf.anchor}>
            {data.asOfLabel}
          </text>
        </g>
      )}
      <g data-part="numbers" fontSize={frame.font - 1} textAnchor="middle">
        {labels.map(({ key, side, text, left, right, bottom }) => (
          <text
            key={key}
            data-number={key}
            x={round((left + right) / 2)}
            y={round(bottom - 1)}
            fill={side === 'due' ? 'var(--commit)' : 'var(--report)'}
          >
            {text}
          </text>
        ))}
      </g>
    </ChartSvg>
  );
}

function Years({ frame: { plot, labels, x, slot } }: { frame: PairedFrame }) {
  return (
    <g data-part="years" fill="var(--muted)" textAnchor="middle">
      {labels.map((year) => (
        <text key={year} x={round(x(year) + slot / 2)} y={plot.bottom + 20}>
          {year}
        </text>
      ))}
    </g>
  );
}

function Bar({ bar, hatch, bottom }: { bar: PlacedBar; hatch: string; bottom: number }) {
  const { year, side, range, left, right, low, isOpen } = bar;
  const isDue = side === 'due';
  const color = isDue ? 'var(--commit)' : 'var(--report)';
  return (
    <g data-bar={side} data-year={year} data-when={isOpen ? 'open' : 'over'} stroke={color}>
      {range.low > 0 && (
        <rect
          x={round(left + 0.6)}
          y={low}
          width={round(right - left - 1.2)}
          height={round(bottom - low)}
          fill={fillOf(side, isOpen, hatch)}
          strokeWidth="1.2"
          strokeDasharray={isDue && isOpen ? '3 3' : undefined}
        />
      )}
      {range.low < range.high && <Whisker bar={bar} />}
    </g>
  );
}

function fillOf(side: PlacedBar['side'], isOpen: boolean, hatch: string): string {
  if (side === 'reported') return 'var(--report)';
  return isOpen ? 'none' : `url(#${hatch})`;
}

/** From the low to the high end, with a cap at the high one; broken where the year is not over. */
function Whisker({ bar: { left, right, low, high, isOpen } }: { bar: PlacedBar }) {
  const middle = round((left + right) / 2);
  const cap = round(Math.min(5, (right - left) / 2 - 0.5));
  return (
    <g data-whisker="" strokeWidth="1.6">
      <line x1={middle} x2={middle} y1={low} y2={high} strokeDasharray={isOpen ? '3 3' : undefined} />
      <line x1={round(middle - cap)} x2={round(middle + cap)} y1={high} y2={high} />
    </g>
  );
}

function placeAsOf({ asOf, asOfLabel }: PairedBarsData, { plot, font, xDay }: PairedFrame) {
  const x = asOfLabel ? xDay(asOf) : null;
  if (x === null) return null;
  const width = measureText(asOfLabel, font);
  const fitsLeft = x - 6 - width > plot.left;
  const left = fitsLeft ? x - 6 - width : x + 6;
  return {
    x,
    textX: fitsLeft ? x - 6 : x + 6,
    anchor: fitsLeft ? ('end' as const) : ('start' as const),
    box: { left, right: left + width, top: 2, bottom: 20 },
    line: { left: x - 2, right: x + 2, top: 2, bottom: plot.bottom },
  };
}
