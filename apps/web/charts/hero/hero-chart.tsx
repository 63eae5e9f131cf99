import { formatMonth, formatNumber } from '@/text/index.ts';
import { measureText } from '../text.ts';
import { Axes } from './axes.tsx';
import { type Frame, makeFrame, type Variant } from './frame.ts';
import { placeEnds, placeMoments } from './labels.ts';
import { EndTexts, MomentMarks } from './marks.tsx';
import type { HeroData, HeroWords } from './props.ts';
import {
  findLastReport,
  findReported,
  simplify,
  splitAt,
  toArea,
  toPath,
  trace,
  traceSteps,
} from './shapes.ts';

interface HeroChartProps {
  data: HeroData;
  words: HeroWords;
  variant: Variant;
}

/**
 * Commitments against reports over time: what fell due as a hatched band, what was promised as its hollow outline,
 * what is reported as a solid line. Colours are CSS variables, so that it follows the page's light or dark.
 */
export function HeroChart({ data, words, variant }: HeroChartProps) {
  const frame = makeFrame(data, variant);
  const id = `hero-${variant}`;
  const asOf = frame.x(data.asOf);
  const asOfBox = boxOfAsOf(asOf, data.asOfLabel, frame);
  const axisBoxes = frame.yTicks.map((tick) => ({
    left: 0,
    top: frame.y(tick) - 18,
    right: frame.plot.left + measureText(formatNumber(tick), frame.font),
    bottom: frame.y(tick) - 2,
  }));
  const labels = placeMoments(
    data.moments,
    data.points,
    [
      asOfBox,
      { left: asOf - 3, right: asOf + 3, top: frame.plot.top, bottom: frame.plot.bottom },
      ...axisBoxes,
    ],
    frame,
    { wide: 4, medium: 3, narrow: 1 }[variant],
  );
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      fontFamily="var(--sans)"
      fontSize={frame.font}
      fill="var(--ink)"
      style={{ display: 'block', width: '100%', height: 'auto' }}
    >
      <title id={`${id}-title`}>{words.title}</title>
      <desc id={`${id}-desc`}>{words.description}</desc>
      <Hatch id={`${id}-hatch`} />
      <Axes frame={frame} />
      <Pledged data={data} frame={frame} />
      <Due data={data} frame={frame} hatch={`${id}-hatch`} />
      <Reported data={data} frame={frame} />
      <g data-part="as-of">
        <line x1={asOf} x2={asOf} y1={frame.plot.top - 8} y2={frame.plot.bottom} stroke="var(--ink)" />
        <text
          x={asOfBox.left > 0 && asOfBox.right <= asOf ? asOf - 6 : asOf + 6}
          y={asOfBox.bottom - 4}
          textAnchor={asOfBox.right <= asOf ? 'end' : 'start'}
        >
          {data.asOfLabel}
        </text>
      </g>
      <MomentMarks moments={data.moments} labels={labels} frame={frame} />
      <EndTexts labels={placeEnds(writeEnds(data, frame), frame)} />
    </svg>
  );
}

function boxOfAsOf(x: number, text: string, frame: Frame) {
  const width = measureText(text, frame.font);
  const fitsLeft = x - 6 - width > frame.plot.left + 60;
  const left = fitsLeft ? x - 6 - width : x + 6;
  return { left, right: left + width, top: frame.plot.top - 12, bottom: frame.plot.top + 5 };
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="6" stroke="var(--commit)" strokeWidth="1.1" opacity=".55" />
      </pattern>
    </defs>
  );
}

interface PartProps {
  data: HeroData;
  frame: Frame;
}

function Pledged({ data, frame }: PartProps) {
  if (!data.points.some(({ pledged }) => pledged.high > 0)) return null;
  const high = simplify(traceSteps(data.points, 'high', frame));
  const low = simplify(traceSteps(data.points, 'low', frame));
  return (
    <g data-part="pledged" fill="none" stroke="var(--commit)" strokeWidth="1" opacity=".6">
      <path d={toPath(high)} />
      <path d={toPath(low)} />
    </g>
  );
}

function Due({ data, frame, hatch }: PartProps & { hatch: string }) {
  if (!data.points.some(({ due }) => due.high > 0)) return null;
  const parts = splitAt(data.points, data.asOf).map((points, index) => ({
    isFuture: index === 1,
    low: simplify(trace(points, 'due', 'low', frame)),
    high: simplify(trace(points, 'due', 'high', frame)),
  }));
  return (
    <g data-part="due">
      {parts
        .filter(({ high }) => high.length > 1)
        .map(({ isFuture, low, high }) => (
          <g
            key={String(isFuture)}
            data-when={isFuture ? 'future' : 'past'}
            fill="none"
            stroke="var(--commit)"
            strokeWidth={isFuture ? 1.2 : 1.6}
            strokeDasharray={isFuture ? '3 3' : undefined}
          >
            <path
              data-band=""
              d={toArea(low, high)}
              fill={`url(#${hatch})`}
              stroke="none"
              opacity={isFuture ? 0.35 : 1}
            />
            <path d={toPath(high)} />
            <path d={toPath(low)} />
          </g>
        ))}
    </g>
  );
}

function Reported({ data, frame }: PartProps) {
  const points = findReported(data);
  const last = points.at(-1);
  if (!last) return null;
  const low = simplify(trace(points, 'reported', 'low', frame));
  const high = simplify(trace(points, 'reported', 'high', frame));
  const isRange = points.some(({ reported }) => reported.low < reported.high);
  const end = [frame.x(data.asOf), frame.y(last.reported.high)] as const;
  return (
    <g data-part="reported" fill="none" stroke="var(--report)" strokeWidth="2.6" strokeLinejoin="round">
      {isRange && (
        <path data-band="" d={toArea(low, high)} fill="var(--report)" opacity=".22" stroke="none" />
      )}
      <path d={toPath(high)} />
      {isRange && <path d={toPath(low)} />}
      <path
        data-silence=""
        d={`M${frame.x(last.on)} ${end[1]}L${end[0]} ${end[1]}`}
        strokeWidth="1.6"
        strokeDasharray="1 5"
        strokeLinecap="round"
      />
      {data.reports
        .filter(({ on }) => on <= data.asOf && on >= data.from)
        .map(({ id, on, reported }) => (
          <circle
            key={id}
            cx={frame.x(on)}
            cy={frame.y(reported.high)}
            r={frame.variant === 'narrow' ? 3.6 : 4.6}
            fill="var(--paper)"
            strokeWidth="2"
          />
        ))}
    </g>
  );
}

function writeEnds(data: HeroData, frame: Frame) {
  const end = data.points.at(-1);
  const ends: Parameters<typeof placeEnds>[0] = [];
  const brief = frame.variant === 'narrow';
  if (end && end.due.high > 0) {
    const { low, high } = end.due;
    const one = low === high;
    const say = (people: number, condition: string) =>
      `${formatNumber(people)}${brief ? '' : ` ${condition}`}`;
    ends.push({
      id: 'due-high',
      at: frame.y(high),
      tone: 'commit',
      text: say(
        high,
        one ? `due by the end of ${Number(data.to.slice(0, 4)) - 1}` : 'if none contains another',
      ),
    });
    if (!one)
      ends.push({
        id: 'due-low',
        at: frame.y(low),
        tone: 'commit',
        text: say(low, 'if each that may, does'),
      });
  }
  const last = findLastReport(data.reports, data.asOf);
  if (last) {
    const { low, high } = last.reported;
    const people = low === high ? formatNumber(high) : `${formatNumber(low)}–${formatNumber(high)}`;
    ends.push({
      id: 'reported',
      at: frame.y(high),
      tone: 'report',
      text: brief ? formatNumber(high) : `${people} reported`,
      detail: brief ? undefined : `nothing since ${formatMonth(last.on)}`,
    });
  }
  return ends;
}
