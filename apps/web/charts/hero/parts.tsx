import { type Box, measureText } from '../text.ts';
import type { Frame } from './frame.ts';
import type { HeroData } from './props.ts';
import { findLevel, findReported, simplify, splitAt, toArea, toPath, trace, traceSteps } from './shapes.ts';

interface PartProps {
  data: HeroData;
  frame: Frame;
}

/** What was promised by then: a pale band in hollow outline. */
export function Pledged({ data, frame, label }: PartProps & { label: PledgedLabel | null }) {
  if (!data.points.some(({ pledged }) => pledged.high > 0)) return null;
  const high = simplify(traceSteps(data.points, 'high', frame));
  const low = simplify(traceSteps(data.points, 'low', frame));
  return (
    <g data-part="pledged" stroke="var(--commit)" fill="none" strokeWidth="1">
      <path data-band="" d={toArea(low, high)} fill="var(--commit)" stroke="none" opacity=".06" />
      <path d={toPath(high)} opacity=".5" />
      <path d={toPath(low)} opacity=".5" />
      {label && (
        <text x={label.x} y={label.bottom - 3} textAnchor="middle" fill="var(--commit)" stroke="none">
          {pledgedText}
        </text>
      )}
    </g>
  );
}

interface PledgedLabel extends Box {
  x: number;
}

const pledgedText = 'promised';

/** Where the outline is named: over its longest level piece before the day; null where none is long enough. */
export function placePledged(data: HeroData, frame: Frame): PledgedLabel | null {
  const width = measureText(pledgedText, frame.font);
  const [past] = splitAt(data.points, data.asOf);
  const level = findLevel(simplify(traceSteps(past, 'high', frame)), width + 12, frame);
  if (!level) return null;
  const [x, y] = level;
  return { x, left: x - width / 2, right: x + width / 2, top: y - 18, bottom: y - 3 };
}

/** What fell due: a hatched band, lighter after the day. */
export function Due({ data, frame, hatch }: PartProps & { hatch: string }) {
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

/** What is reported: a solid line to the last report, and dots of silence after it. */
export function Reported({ data, frame }: PartProps) {
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
