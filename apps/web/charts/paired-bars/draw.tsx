import { formatRange } from '@/text/number.ts';
import type { ChartWords } from '../chart-svg.tsx';
import type { ChartStop, DrawChart } from '../drawing.ts';
import type { KeyItem } from '../key.tsx';
import { framePairs, type PairedBarsData, type PairedFrame, type PairedYear } from './frame.ts';
import { PairedBars } from './paired-bars.tsx';

/** The legend of the marks that the years have. */
export function listMarks({ years, asOf }: PairedBarsData): KeyItem[] {
  const ranges = years.flatMap(({ due, reported }) => [due, reported].filter((range) => range !== null));
  const isRange = ranges.some(({ low, high }) => low < high);
  const items: (KeyItem | false)[] = [
    years.some(({ due }) => due) && { mark: 'due', words: 'Due in the year, the fewest' },
    years.some(({ reported }) => reported) && {
      mark: 'reported',
      words: 'Reported for the year, the fewest',
    },
    isRange && { mark: 'whisker', words: 'Up to the most' },
    years.some(({ year, due }) => due && `${year + 1}-01-01` > asOf) && {
      mark: 'to-come',
      words: 'Due in a year that is not over',
    },
  ];
  return items.filter((item) => item !== false);
}

interface PairsInput {
  id: string;
  data: PairedBarsData;
  words: ChartWords;
  /** The page that holds the records of a year. */
  hrefOf: (year: PairedYear) => string | undefined;
}

/** Paired bars in any of their drawings, with a stop at each year that holds something. */
export function drawPairs({ id, data, words, hrefOf }: PairsInput): DrawChart {
  return (variant) => {
    const frame = framePairs(data, variant);
    return {
      svg: <PairedBars id={id} data={data} words={words} variant={variant} />,
      width: frame.width,
      height: frame.height,
      stops: data.years
        .filter(({ due, reported }) => due || reported)
        .map((year) => stopAt(year, data.asOf, frame, hrefOf(year))),
    };
  };
}

function stopAt(year: PairedYear, asOf: string, frame: PairedFrame, href: string | undefined): ChartStop {
  const { due, reported } = year;
  const isOver = `${year.year + 1}-01-01` <= asOf;
  return {
    id: String(year.year),
    x: frame.x(year.year) + frame.slot / 2,
    y: frame.scale.y(Math.max(due?.high ?? 0, reported?.high ?? 0)),
    label: isOver ? String(year.year) : `${year.year}, not over`,
    lines: [
      due ? { text: `due ${formatRange(due)}`, tone: 'commit' } : { text: 'nothing due', tone: 'muted' },
      reported
        ? { text: `reported ${formatRange(reported)}`, tone: 'report' }
        : { text: isOver ? 'nothing reported' : 'nothing reported yet', tone: 'muted' },
    ],
    href,
  };
}
