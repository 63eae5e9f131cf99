import { drawTimeline, type Lane, listMarks, pickLanes, sortLanes } from '@/charts/step-timeline/index.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import { labelAsOf } from '@/features/years/chart-data.ts';
import type { FileColumn, ViewFile } from '@/files/view-file.ts';
import { describeTimeline } from './sentences.ts';

/** Lanes of the chart; the table holds all. */
const mostLanes = 15;

interface TimelineFileInput {
  /** Path and parameters of the page, with `chart=timeline`. */
  page: string;
  name: string;
  lanes: readonly Lane[];
  /** What cites the documents behind the lanes. */
  cited: Parameters<typeof listCitedSources>[0];
  /** ISO day on which the record is read. */
  at: string;
}

/** A timeline as data for its chart, its table and its files. */
export interface TimelineFile extends ViewFile {
  lanes: Lane[];
}

/** What stood, was reported and happened, and when. A single lane is no timeline, and has no chart. */
export function makeTimelineFile({ page, name, lanes, cited, at }: TimelineFileInput): TimelineFile {
  const title = `${name} over time`;
  const summary = describeTimeline(lanes, at);
  const drawn = pickLanes(lanes, mostLanes);
  const left = lanes.length - drawn.length;
  return {
    page,
    title,
    summary,
    notes: left > 0 ? [`the ${drawn.length} with the largest numbers; ${left} more in the table`] : [],
    knownOn: at,
    key: listMarks(drawn),
    draw:
      lanes.length > 1
        ? drawTimeline({
            id: 'timeline',
            data: { lanes: drawn, at, atLabel: labelAsOf(at) },
            words: { title, description: summary },
          })
        : null,
    columns,
    rows: sortLanes(lanes).map(({ kind, id, figure, words, statedOn, window }) => [
      `${folders[kind]}/${id}`,
      kind,
      id,
      words,
      kind === 'event' ? null : figure,
      statedOn,
      window.start?.date,
      window.start?.precision,
      window.end?.date,
      window.end?.precision,
    ]),
    sources: listCitedSources(cited),
    lanes: sortLanes(lanes),
  };
}

const folders: { [kind in Lane['kind']]: string } = {
  commitment: '/commitments',
  report: '/reported',
  event: '/events',
};

const columns: FileColumn[] = [
  { name: 'permalink', description: 'Its page.', isPath: true },
  { name: 'kind', description: 'commitment, report or event.' },
  { name: 'slug', description: 'Its name in addresses; it never changes.' },
  { name: 'title', description: 'What it is.' },
  { name: 'number', description: 'Its number in words; empty for events.' },
  { name: 'stated_on', description: 'The day it was stated, ISO 8601; empty: undated.' },
  { name: 'start', description: 'First day of its window; empty: not stated.' },
  { name: 'start_precision', description: 'DAY, MONTH or YEAR.' },
  { name: 'end', description: 'First day after its window; empty: not stated.' },
  { name: 'end_precision', description: 'DAY, MONTH or YEAR.' },
];
