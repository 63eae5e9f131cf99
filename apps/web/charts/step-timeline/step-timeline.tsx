import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import { measureText } from '../text.ts';
import { lineHeight, type PlacedLane, type TimelineFrame } from './frame.ts';

interface StepTimelineProps {
  /** Unlike every other on the page. */
  id: string;
  frame: TimelineFrame;
  /** "as known on 9 Sept 2024". */
  atLabel: string;
  words: ChartWords;
}

type X = TimelineFrame['x'];

const tones = { commitment: 'var(--commit)', report: 'var(--report)', event: 'var(--muted)' };

/**
 * Promises as lines that step up on the day they are stated and stand over their window, reports as bars over theirs,
 * events as marks; one lane each, all on one line of years. An end that the record does not give is drawn broken.
 */
export function StepTimeline({ id: name, frame, atLabel, words }: StepTimelineProps) {
  return (
    <ChartSvg
      id={`${name}-${frame.variant}`}
      width={frame.width}
      height={frame.height}
      words={words}
      fontSize={frame.font}
    >
      <Years frame={frame} />
      {frame.lanes.map((lane) => (
        <g key={lane.id} data-lane={lane.id}>
          <Name lane={lane} />
          <line x1="0" x2={frame.width} y1={lane.bottom} y2={lane.bottom} stroke="var(--hair)" />
          {lane.kind === 'commitment' && <Step lane={lane} x={frame.x} />}
          {lane.kind === 'report' && <Bar lane={lane} x={frame.x} />}
          {lane.kind === 'event' && <Mark lane={lane} x={frame.x} />}
        </g>
      ))}
      <Now frame={frame} label={atLabel} />
    </ChartSvg>
  );
}

function Years({ frame: { ticks, track, lanes, x, width, font } }: { frame: TimelineFrame }) {
  return (
    <g data-part="years" fill="var(--muted)" fontSize={font - 0.5}>
      {ticks.map(({ year, place }) => (
        <g key={year}>
          <path d={writeUprights(x(place), lanes)} stroke="var(--hair)" />
          <text
            x={x(place)}
            y={track.top - 6}
            textAnchor={x(place) > track.right - 30 ? 'end' : x(place) < 16 ? 'start' : 'middle'}
          >
            {year}
          </text>
        </g>
      ))}
      <line x1="0" x2={width} y1={track.top} y2={track.top} stroke="var(--ink)" />
    </g>
  );
}

/** An upright through all lanes, clear of names that stand above theirs. */
function writeUprights(x: number, lanes: PlacedLane[]): string {
  return lanes.map(({ clear, bottom }) => `M${x} ${clear}V${bottom}`).join('');
}

/** The figure in its tone, then the words. */
function Name({ lane: { kind, figure, lines, top } }: { lane: PlacedLane }) {
  return (
    <text>
      {lines.map((line, i) => {
        const isFigure = i === 0 && line.startsWith(figure);
        return (
          <tspan key={line} x="0" y={top + 16 + i * lineHeight}>
            {isFigure && (
              <tspan fill={tones[kind]} fontWeight="500">
                {figure}
              </tspan>
            )}
            {isFigure ? line.slice(figure.length) : line}
          </tspan>
        );
      })}
    </text>
  );
}

function Step({ lane: { place, stated, y, base }, x }: { lane: PlacedLane; x: X }) {
  const from = stated ?? place?.from;
  if (from === undefined) return null;
  const rise = x(place && place.startEdge !== 'open' ? Math.min(from, place.from) : from);
  const to = x(place ? place.to : 1);
  const isOpen = !place || place.endEdge === 'open';
  const until = place?.latest != null && place.latest > place.to ? x(place.latest) : null;
  return (
    <g data-end={isOpen ? 'open' : 'closed'} stroke="var(--commit)" strokeWidth="2" fill="none">
      <line data-mark="rise" x1={rise} x2={rise} y1={base} y2={y - 1} />
      <line x1={rise} x2={to} y1={y} y2={y} strokeDasharray={isOpen ? '5 4' : undefined} />
      {!isOpen && <line data-mark="fall" x1={to} x2={to} y1={y - 1} y2={base} strokeWidth="1" />}
      {until !== null && (
        <path data-mark="latest" d={`M${to} ${y}H${until}V${base}`} strokeWidth="1" strokeDasharray="3 3" />
      )}
    </g>
  );
}

function Bar({ lane: { place, y, base }, x }: { lane: PlacedLane; x: X }) {
  if (!place) return null;
  const isOpen = place.startEdge === 'open' || place.endEdge === 'open';
  const [left, right] = [x(place.from), x(place.to)];
  return (
    <rect
      data-end={isOpen ? 'open' : 'closed'}
      x={left}
      y={y + 2}
      // A week must not vanish on a scale of decades.
      width={Math.max(4, Math.round((right - left) * 10) / 10)}
      height={base - y - 2}
      fill="var(--report)"
      fillOpacity={isOpen ? 0.35 : undefined}
      stroke={isOpen ? 'var(--report)' : undefined}
      strokeDasharray={isOpen ? '3 3' : undefined}
    />
  );
}

function Mark({ lane: { place, stated, y, base }, x }: { lane: PlacedLane; x: X }) {
  const at = place?.from ?? stated;
  if (at == null) return null;
  const middle = (y + base) / 2;
  return (
    <g stroke="var(--muted)" fill="var(--paper)">
      {place && place.to > at && place.to < 1 && <line x1={x(at)} x2={x(place.to)} y1={middle} y2={middle} />}
      <circle cx={x(at)} cy={middle} r="4" strokeWidth="1.5" />
    </g>
  );
}

/** The day on which the record is read, over all lanes. */
function Now({ frame: { x, now, track, lanes, font }, label }: { frame: TimelineFrame; label: string }) {
  const at = x(now);
  const fitsLeft = at - measureText(label, font) - 6 > 0;
  return (
    <g data-part="now">
      <path d={`M${at} ${track.top - 36}V${track.top}${writeUprights(at, lanes)}`} stroke="var(--ink)" />
      <text x={fitsLeft ? at - 6 : at + 6} y={track.top - 25} textAnchor={fitsLeft ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}
