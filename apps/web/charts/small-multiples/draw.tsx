import { formatDay, formatRange, type Range } from '@/text/index.ts';
import type { ChartWords } from '../chart-svg.tsx';
import type { ChartStop, DrawChart } from '../drawing.ts';
import type { KeyItem } from '../key.tsx';
import { framePanels, type PanelFrame, type PanelPoint, type SmallMultiplesData } from './frame.ts';
import { SmallMultiples } from './small-multiples.tsx';

export const multiplesKey: KeyItem[] = [
  { mark: 'due', words: 'Due, fewest to most' },
  { mark: 'promised', words: 'Promised by then' },
  { mark: 'reported', words: 'Reported' },
  { mark: 'silence', words: 'No report since' },
];

/** Stops of a panel at most: more would take long to travel. */
const mostStops = 12;

interface MultiplesInput {
  id: string;
  data: SmallMultiplesData;
  words: ChartWords;
}

/** Small multiples in any of their drawings, with stops panel by panel. */
export function drawMultiples({ id, data, words }: MultiplesInput): DrawChart {
  return (variant) => {
    const frame = framePanels(data, variant);
    return {
      svg: <SmallMultiples id={id} data={data} words={words} variant={variant} />,
      width: frame.width,
      height: frame.height,
      stops: frame.panels.flatMap((panel) =>
        pickPoints(panel.points, data.asOf).map((point) => stopAt(panel, point, data.asOf)),
      ),
    };
  };
}

/** The day of knowledge, and ends of years at even steps. */
function pickPoints(points: PanelPoint[], asOf: string): PanelPoint[] {
  const step = Math.ceil(points.length / mostStops);
  return points.filter(({ on }, i) => on === asOf || (points.length - 1 - i) % step === 0);
}

function stopAt(panel: PanelFrame, point: PanelPoint, asOf: string): ChartStop {
  const { on, due, reported, pledged } = point;
  const isAsOf = on === asOf;
  const say = (range: Range, verb: string, none: string, tone: 'commit' | 'report' | 'muted') =>
    range.high > 0 ? { text: `${verb} ${formatRange(range)}`, tone } : { text: none, tone: 'muted' as const };
  return {
    id: `${panel.id}-${on}`,
    x: panel.x(on),
    y: panel.scale.y(Math.max(due.high, on > asOf ? 0 : reported.high)),
    label: `${panel.label}, ${isAsOf ? formatDay(on) : `before ${on.endsWith('-01-01') ? on.slice(0, 4) : formatDay(on)}`}`,
    lines: [
      say(due, 'due', 'nothing due', 'commit'),
      on > asOf
        ? { text: 'reports not yet known', tone: 'muted' }
        : say(reported, 'reported', 'nothing reported', 'report'),
      say(pledged, 'promised', 'nothing promised', 'muted'),
    ],
    href: panel.href,
  };
}
