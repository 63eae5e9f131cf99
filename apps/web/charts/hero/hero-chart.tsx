import { formatMonth, formatNumber } from '@/text/index.ts';
import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import { Hatch } from '../key.tsx';
import { measureText } from '../text.ts';
import type { Variant } from '../variant.ts';
import { Axes } from './axes.tsx';
import { placeEnds } from './ends.ts';
import { type Frame, makeFrame } from './frame.ts';
import { placeMoments } from './labels.ts';
import { EndTexts, MomentMarks } from './marks.tsx';
import { Due, Pledged, placePledged, Reported } from './parts.tsx';
import type { HeroData } from './props.ts';
import { findLastReport } from './shapes.ts';

interface HeroChartProps {
  data: HeroData;
  words: ChartWords;
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
  const pledged = placePledged(data, frame);
  const labels = placeMoments(
    data.moments,
    data.points,
    [
      asOfBox,
      { left: asOf - 3, right: asOf + 3, top: frame.plot.top, bottom: frame.plot.bottom },
      ...axisBoxes,
      ...(pledged ? [pledged] : []),
    ],
    frame,
    { wide: 4, medium: 3, narrow: 1 }[variant],
  );
  return (
    <ChartSvg id={id} width={frame.width} height={frame.height} words={words} fontSize={frame.font}>
      <Hatch id={`${id}-hatch`} color="var(--commit)" />
      <Axes frame={frame} />
      <Pledged data={data} frame={frame} label={pledged} />
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
    </ChartSvg>
  );
}

function boxOfAsOf(x: number, text: string, frame: Frame) {
  const width = measureText(text, frame.font);
  const fitsLeft = x - 6 - width > frame.plot.left + 60;
  const left = fitsLeft ? x - 6 - width : x + 6;
  return { left, right: left + width, top: frame.plot.top - 12, bottom: frame.plot.top + 5 };
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
    if (!one && low > 0)
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
      // A space lets the narrow drawing break the range over two lines.
      text: brief ? people.replace('–', '– ') : `${people} reported`,
      detail: brief ? undefined : `none counted since ${formatMonth(last.on).replace(' ', '\u00a0')}`,
    });
  }
  return ends;
}
