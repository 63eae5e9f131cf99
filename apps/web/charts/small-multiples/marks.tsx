import { type Dot, simplify, toArea, toPath } from '../hero/shapes.ts';
import type { PanelFrame, PanelPoint, SmallMultiplesData } from './frame.ts';

/** What was promised by then, as a hollow outline with steps. */
export function Pledged({ panel, to }: { panel: PanelFrame; to: string }) {
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

/** What fell due as a band; broken where it is still to fall due. */
export function Due({ panel, data, hatch }: { panel: PanelFrame; data: SmallMultiplesData; hatch: string }) {
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

/** What is reported, up to the last report, and dots of silence after it. */
export function Reported({ panel, asOf }: { panel: PanelFrame; asOf: string }) {
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
