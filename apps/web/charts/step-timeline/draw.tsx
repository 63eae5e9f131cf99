import type { ChartWords } from '../chart-svg.tsx';
import type { ChartStop, DrawChart } from '../drawing.ts';
import type { KeyItem } from '../key.tsx';
import { frameTimeline, type TimelineData } from './frame.ts';
import type { Lane } from './scale.ts';
import { StepTimeline } from './step-timeline.tsx';

interface TimelineInput {
  id: string;
  data: TimelineData;
  words: ChartWords;
}

/** A timeline in any of its drawings, with a stop at each lane. */
export function drawTimeline({ id, data, words }: TimelineInput): DrawChart {
  return (variant) => {
    const frame = frameTimeline(data, variant);
    return {
      svg: <StepTimeline id={id} frame={frame} atLabel={data.atLabel} words={words} />,
      width: frame.width,
      height: frame.height,
      // All in one line, so that a pointer picks the lane that it is level with.
      stops: frame.lanes.map(({ id: slug, figure, words: title, when, href, y, base, kind }): ChartStop => {
        return {
          id: slug,
          x: frame.track.left,
          y: (y + base) / 2,
          label: figure,
          lines: [
            { text: title, tone: kind === 'commitment' ? 'commit' : kind === 'report' ? 'report' : 'muted' },
            { text: when ?? 'no window stated', tone: 'muted' },
          ],
          href,
        };
      }),
    };
  };
}

/** The legend of the marks that the lanes have. */
export function listMarks(lanes: readonly Lane[]): KeyItem[] {
  const promises = lanes.filter(({ kind }) => kind === 'commitment');
  const items: (KeyItem | false)[] = [
    promises.some(({ window }) => window.end) && {
      mark: 'standing',
      words: 'A promise, from the day it was said to the end of its window',
    },
    promises.some(({ window }) => !window.end) && { mark: 'no-end', words: 'A promise without an end' },
    lanes.some(({ kind }) => kind === 'report') && { mark: 'reported', words: 'A report, over its window' },
    lanes.some(({ kind }) => kind === 'event') && { mark: 'event', words: 'An event' },
  ];
  return items.filter((item) => item !== false);
}
