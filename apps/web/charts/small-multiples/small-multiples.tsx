import { formatRange } from '@/text/number.ts';
import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import { type Dot, simplify, toArea, toPath } from '../hero/shapes.ts';
import { Hatch } from '../key.tsx';
import { measureTicks, PeopleAxis } from '../people-axis.tsx';
import { measureText } from '../text.ts';
import type { Variant } from '../variant.ts';
import {
  framePanels,
  lineHeight,
  type MultiplesFrame,
  type PanelFrame,
  type PanelPoint,
  type SmallMultiplesData,
} from './frame.ts';

interface SmallMultiplesProps {
  /** Unlike every other on the page. */
  id: string;
  data: SmallMultiplesData;
  words: ChartWords;
  variant: Variant;
}

/**
 * Several things side by side on one scale: what fell due as a hatched band, what was promised as its hollow outline,
 * what is reported as a solid line that ends with the last report. What nobody promised or reported is not drawn.
 */
export function SmallMultiples({ id: name, data, words, variant }: SmallMultiplesProps) {
  const id = `${name}-${variant}`;
  const frame = framePanels(data, variant);
  return (
    <ChartSvg
      id={id}
      width={frame.width}
      height={frame.height}
      words={words}
      fontSize={frame.font}
      role={data.hasLinks ? 'group' : 'img'}
    >
      <Hatch id={`${id}-hatch`} color="var(--commit)" />
      {frame.panels.map((panel) => (
        <g key={panel.id} data-panel={panel.id}>
          <Head panel={panel} data={data} font={frame.font} />
          <PeopleAxis
            scale={panel.scale}
            left={panel.plot.left}
            right={panel.plot.right}
            fontSize={frame.font - 0.5}
            hasNumbers={panel.hasNumbers}
          />
          <Years panel={panel} frame={frame} from={data.from} />
          <Pledged panel={panel} to={data.to} />
          <Due panel={panel} data={data} hatch={`${id}-hatch`} />
          <Reported panel={panel} asOf={data.asOf} />
          <AsOf panel={panel} data={data} font={frame.font} />
        </g>
      ))}
    </ChartSvg>
  );
}

interface PartProps {
  panel: PanelFrame;
  asOf: string;
}

/** The day of knowledge; said once in each row of panels. */
function AsOf({ panel, data, font }: { panel: PanelFrame; data: SmallMultiplesData; font: number }) {
  const { plot, hasNumbers } = panel;
  const x = panel.x(data.asOf);
  const isWide = x - plot.left > measureText(data.asOfLabel, font) + measureTicks(panel.scale, font) + 20;
  return (
    <g data-part="as-of">
      <line x1={x} x2={x} y1={plot.top - 16} y2={plot.bottom} stroke="var(--ink)" />
      {hasNumbers && isWide && (
        <text x={x - 6} y={plot.top - 7} textAnchor="end">
          {data.asOfLabel}
        </text>
      )}
    </g>
  );
}

interface HeadProps {
  panel: PanelFrame;
  data: SmallMultiplesData;
  font: number;
}

/** The panel's name, and its numbers on the day of knowledge. */
function Head({ panel, data: { asOf, hasLinks }, font }: HeadProps) {
  const { left, top, lines } = panel;
  const now = panel.points.find(({ on }) => on === asOf);
  const below = top + lines.length * lineHeight + 16;
  const amounts = [
    { range: now?.due, verb: 'due', none: 'nothing due with a number', color: 'var(--commit)' },
    { range: now?.reported, verb: 'reported', none: 'no report with a number', color: 'var(--report)' },
  ];
  const title = (
    <text fontSize={font + 2} fontWeight="600" textDecoration={hasLinks ? 'underline' : undefined}>
      {lines.map((line, i) => (
        <tspan key={line} x={left} y={top + 15 + i * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
  return (
    <g data-part="head">
      {hasLinks && panel.href ? <a href={panel.href}>{title}</a> : title}
      {amounts.map(({ range, verb, none, color }, i) => {
        const isSome = range !== undefined && range.high > 0;
        return (
          <text key={verb} x={left} y={below + i * lineHeight} fill={isSome ? color : 'var(--muted)'}>
            {isSome ? `${formatRange(range)} ${verb}` : none}
          </text>
        );
      })}
    </g>
  );
}

function Years({ panel, frame, from }: { panel: PanelFrame; frame: MultiplesFrame; from: string }) {
  const { plot, x } = panel;
  return (
    <g data-part="years" fill="var(--muted)" fontSize={frame.font - 0.5}>
      {frame.years.map((year) => {
        const at = x(`${year}-01-01`);
        const isFirst = `${year}-01-01` <= from || at - plot.left < 14;
        return (
          <g key={year}>
            <line x1={at} x2={at} y1={plot.bottom} y2={plot.bottom + 4} stroke="var(--edge)" />
            <text
              x={isFirst ? plot.left : at}
              y={plot.bottom + 18}
              textAnchor={isFirst ? 'start' : plot.right - at < 14 ? 'end' : 'middle'}
            >
              {year}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Pledged({ panel, to }: { panel: PanelFrame; to: string }) {
  const { points, x, scale } = panel;
  if (!points.some(({ pledged }) => pledged.high > 0)) return null;
  const side = (end: 'low' | 'high') => toPath(simplify(extend(traceSteps(panel, end), x(to))));
  const isRange = points.some(({ pledged }) => pledged.low < pledged.high);
  return (
    <g data-part="pledged" fill="none" stroke="var(--commit)" strokeOpacity=".45" data-max={scale.max}>
      <path d={side('high')} />
      {isRange && <path d={side('low')} />}
    </g>
  );
}

function Due({ panel, data, hatch }: { panel: PanelFrame; data: SmallMultiplesData; hatch: string }) {
  const { points, x } = panel;
  if (!points.some(({ due }) => due.high > 0)) return null;
  const { asOf, to } = data;
  const parts = [
    { when: 'past', held: points.filter(({ on }) => on <= asOf), until: null },
    { when: 'future', held: points.filter(({ on }) => on >= asOf), until: x(to) },
  ];
  return (
    <g data-part="due" fill="none" stroke="var(--commit)">
      {parts.map(({ when, held, until }) => {
        const [low, high] = (['low', 'high'] as const).map((end) => {
          const dots = trace(panel, held, 'due', end);
          return simplify(until === null ? dots : extend(dots, until));
        });
        if (!low || !high || high.length < 2) return null;
        const isFuture = when === 'future';
        return (
          <g key={when} data-when={when} strokeDasharray={isFuture ? '3 3' : undefined}>
            <path
              data-band=""
              d={toArea(low, high)}
              fill={`url(#${hatch})`}
              stroke="none"
              opacity={isFuture ? 0.35 : 1}
            />
            <path d={toPath(high)} strokeWidth={isFuture ? 1.2 : 1.5} />
            <path d={toPath(low)} strokeWidth={isFuture ? 1.2 : 1.5} />
          </g>
        );
      })}
    </g>
  );
}

function Reported({ panel, asOf }: PartProps) {
  const { points, lastReport, x } = panel;
  const held = points.filter(({ on }) => on <= asOf);
  const first = held.findIndex(({ reported }) => reported.high > 0);
  const end = held.at(-1);
  if (first < 0 || !end) return null;
  const known = held.slice(Math.max(0, first - 1));
  const last = lastReport && lastReport < asOf ? lastReport : asOf;
  const [low, high] = (['low', 'high'] as const).map((side): Dot[] => {
    const dots = trace(
      panel,
      known.filter(({ on }) => on <= last),
      'reported',
      side,
    );
    return simplify([...dots, [x(last), panel.scale.y(end.reported[side])]]);
  });
  if (!low || !high) return null;
  const isRange = known.some(({ reported }) => reported.low < reported.high);
  const y = panel.scale.y(end.reported.high);
  return (
    <g data-part="reported" fill="none" stroke="var(--report)" strokeWidth="2.2" strokeLinejoin="round">
      {isRange && (
        <path data-band="" d={toArea(low, high)} fill="var(--report)" opacity=".22" stroke="none" />
      )}
      <path d={toPath(high)} />
      {isRange && <path d={toPath(low)} strokeWidth="1.2" />}
      {last < asOf && (
        <path
          data-silence=""
          d={`M${x(last)} ${y}L${x(asOf)} ${y}`}
          strokeWidth="1.6"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
      )}
      <circle cx={x(last)} cy={y} r="3.6" fill="var(--paper)" strokeWidth="1.8" />
    </g>
  );
}

type Quantity = 'due' | 'pledged' | 'reported';

function trace(
  { x, scale }: PanelFrame,
  points: PanelPoint[],
  quantity: Quantity,
  side: 'low' | 'high',
): Dot[] {
  return points.map((point) => [x(point.on), scale.y(point[quantity][side])]);
}

/** What is promised, with steps: a promise counts in full from the day it is made. */
function traceSteps({ points, x, scale }: PanelFrame, side: 'low' | 'high'): Dot[] {
  return points.flatMap(({ on, pledged, pledgedOn }, i): Dot[] => {
    const before = points[i - 1];
    const y = scale.y(pledged[side]);
    if (!before) return [[x(on), y]];
    const step = x(pledgedOn && pledgedOn > before.on ? pledgedOn : before.on);
    return [
      [step, scale.y(before.pledged[side])],
      [step, y],
      [x(on), y],
    ];
  });
}

/** Level to the right edge: nothing more is promised, and nothing more falls due. */
function extend(dots: Dot[], right: number): Dot[] {
  const last = dots.at(-1);
  return last && last[0] < right ? [...dots, [right, last[1]]] : dots;
}
