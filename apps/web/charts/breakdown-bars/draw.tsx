import { formatRange, type Range } from '@/text/number.ts';
import type { ChartWords } from '../chart-svg.tsx';
import type { ChartStop, DrawChart } from '../drawing.ts';
import type { KeyItem } from '../key.tsx';
import { BreakdownBars } from './breakdown-bars.tsx';
import { type BreakdownBar, type BreakdownBarsData, frameBreakdown } from './frame.ts';

/** The legend of the marks that the rows have. */
export function listMarks(rows: readonly BreakdownBar[]): KeyItem[] {
  const has = (side: 'pledged' | 'reported', test: (range: Range) => boolean) =>
    rows.some(({ [side]: range }) => range && test(range));
  const isSure = ({ low }: Range) => low > 0;
  const isWide = ({ low, high }: Range) => low < high;
  const items: (KeyItem | false)[] = [
    has('pledged', isSure) && { mark: 'at-least', words: 'Promised, the fewest' },
    has('pledged', isWide) && { mark: 'at-most', words: 'Promised, up to the most' },
    has('reported', isSure) && { mark: 'reported', words: 'Reported, the fewest' },
    has('reported', isWide) && { mark: 'may-report', words: 'Reported, up to the most' },
  ];
  return items.filter((item) => item !== false);
}

interface BreakdownInput {
  id: string;
  data: BreakdownBarsData;
  words: ChartWords;
}

/** Breakdown bars in any of their drawings, with a stop at each row. */
export function drawBreakdown({ id, data, words }: BreakdownInput): DrawChart {
  return (variant) => {
    const frame = frameBreakdown(data, variant);
    return {
      svg: <BreakdownBars id={id} data={data} words={words} variant={variant} />,
      width: frame.width,
      height: frame.height,
      // All in one line, so that a pointer picks the row that it is level with.
      stops: frame.rows.map(
        ({ key, label, pledged, reported, href, bars, top }): ChartStop => ({
          id: key ?? 'none',
          x: frame.left,
          y: (bars[0]?.y ?? top) + 5,
          label,
          lines: [
            pledged
              ? { text: `promised ${formatRange(pledged)}`, tone: 'commit' }
              : { text: 'no promise with a number', tone: 'muted' },
            reported
              ? { text: `reported ${formatRange(reported)}`, tone: 'report' }
              : { text: 'no report with a number', tone: 'muted' },
          ],
          href,
        }),
      ),
    };
  };
}
