import { formatRange } from '@/text/number.ts';
import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import { Hatch } from '../key.tsx';
import { measureTicks, PeopleAxis } from '../people-axis.tsx';
import { measureText } from '../text.ts';
import type { Variant } from '../variant.ts';
import {
  framePanels,
  lineHeight,
  type MultiplesFrame,
  type PanelFrame,
  type SmallMultiplesData,
} from './frame.ts';
import { Due, Pledged, Reported } from './marks.tsx';

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
