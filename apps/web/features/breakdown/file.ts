import { type BreakdownBar, drawBreakdown, listMarks } from '@/charts/breakdown-bars/index.ts';
import type { DrawChart } from '@/charts/drawing.ts';
import type { KeyItem } from '@/charts/key.tsx';
import { countOf, formatRange, type Range } from '@/text/index.ts';

/** Rows of the chart; the table holds all. */
const mostRows = 15;

interface Row {
  key?: string | null;
  label: string;
  pledged: Range;
  reported: Range;
}

interface BreakdownChartInput {
  id: string;
  title: string;
  /** What a row is: "program". */
  one: string;
  rows: readonly Row[];
  isAdditive: boolean;
  hrefOf: (key: string) => string;
  /** The sentence on the rows that have a number; default: `describeBreakdown`. */
  describe?: (bars: readonly BreakdownBar[]) => string;
}

export interface BreakdownChart {
  summary: string;
  notes: string[];
  key: KeyItem[];
  draw: DrawChart | null;
}

/** The rows of a breakdown as a chart, largest first, with its sentence and the note on what it leaves to the table. */
export function chartBreakdown({
  id,
  title,
  one,
  rows,
  isAdditive,
  hrefOf,
  describe = (bars) => describeBreakdown(bars, one, isAdditive),
}: BreakdownChartInput): BreakdownChart {
  const bars = rows
    .map(({ key, label, pledged, reported }): BreakdownBar => {
      return {
        key: key ?? null,
        label,
        pledged: orNull(pledged),
        reported: orNull(reported),
        href: key ? hrefOf(key) : undefined,
      };
    })
    .filter(({ pledged, reported }) => pledged || reported)
    // What names no group stands apart from those that are named.
    .toSorted((a, b) => Number(a.key === null) - Number(b.key === null));
  const summary = describe(bars);
  if (bars.length === 0) return { summary, notes: [], key: [], draw: null };
  const shown = bars.slice(0, mostRows);
  const left = bars.length - shown.length;
  return {
    summary,
    notes: left > 0 ? [`the ${shown.length} with the largest numbers; ${left} more in the table`] : [],
    key: listMarks(shown),
    draw: drawBreakdown({
      id,
      data: { rows: shown, isAdditive },
      words: { title, description: summary },
    }),
  };
}

/** "Of 19 programs with a number, Interpol has the largest promise: 20,000. …" */
export function describeBreakdown(bars: readonly BreakdownBar[], one: string, isAdditive: boolean): string {
  if (bars.length === 0) return `No ${one} has a promise or a report with a number.`;
  const named = bars.filter(({ key }) => key !== null);
  const promise = findLargest(named, 'pledged');
  const report = findLargest(named, 'reported');
  const parts = [
    promise && `${promise.label} has the largest promise, ${formatRange(promise.range)} people`,
    report && `${report.label} the largest report, ${formatRange(report.range)}`,
  ].filter(Boolean);
  const both = named.filter(({ pledged, reported }) => pledged && reported).length;
  return [
    parts.length > 0 && `Of ${countOf(named.length, one)} with a number, ${parts.join('; ')}.`,
    `${both === 0 ? 'None has' : both === 1 ? 'One has' : `${both} have`} both a promise and a report.`,
    !isAdditive && 'Rows overlap, so they must not be added.',
  ]
    .filter(Boolean)
    .join(' ');
}

function findLargest(bars: readonly BreakdownBar[], side: 'pledged' | 'reported') {
  const held = bars.flatMap(({ label, [side]: range }) => (range ? [{ label, range }] : []));
  return held.toSorted((a, b) => b.range.high - a.range.high)[0];
}

function orNull(range: Range): Range | null {
  return range.high > 0 ? range : null;
}
