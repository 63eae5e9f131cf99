import type { ChartWords } from '@/charts/chart-svg.tsx';
import type { ChartStop, DrawChart } from '@/charts/drawing.ts';
import { makeFrame } from '@/charts/hero/frame.ts';
import { HeroChart } from '@/charts/hero/hero-chart.tsx';
import type { HeroData } from '@/charts/hero/props.ts';
import type { KeyItem } from '@/charts/key.tsx';
import type { Stop } from './stops.ts';

export const heroKey: KeyItem[] = [
  { mark: 'due', words: 'Due, fewest to most' },
  { mark: 'promised', words: 'Promised by then' },
  { mark: 'reported', words: 'Reported' },
  { mark: 'silence', words: 'No report counted since' },
];

/** The overview's chart in any of its drawings. */
export function drawHero(data: HeroData, words: ChartWords, stops: Stop[]): DrawChart {
  return (variant) => {
    const { width, height, x, y } = makeFrame(data, variant);
    return {
      svg: <HeroChart data={data} words={words} variant={variant} />,
      width,
      height,
      stops: stops.map(
        ({ on, label, due, reported, promised, marks }): ChartStop => ({
          id: on,
          x: x(on),
          y: y(Math.max(0, ...marks.map(({ people }) => people))),
          label,
          lines: [
            { text: `due ${due}`, tone: 'commit' },
            reported === null
              ? { text: 'reports not yet known', tone: 'muted' }
              : { text: `reported ${reported}`, tone: 'report' },
            { text: `promised ${promised}`, tone: 'muted' },
          ],
        }),
      ),
    };
  };
}
