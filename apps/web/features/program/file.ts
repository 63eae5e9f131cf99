import { makeTimelineFile, type TimelineFile } from '@/features/timeline/file.ts';
import { toCountLane, toEventLane } from '@/features/timeline/lanes.ts';
import { listReadingNotes, type Reading, requireChart, requireReading } from '@/features/totals/reading.ts';
import { makeYearsFile, type YearsFile } from '@/features/years/file.ts';
import type { ViewFile } from '@/files/view-file.ts';
import { addressOf, type SearchParams } from '@/text/address.ts';
import { findProgram } from './queries.ts';
import { programPath } from './view.ts';

const charts = ['years', 'timeline'] as const;

type Program = NonNullable<Awaited<ReturnType<typeof findProgram>>>;

/** A program year by year as a file, or its timeline for `chart=timeline`; null when there is none. Throws ViewRefused. */
export async function findProgramFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const reading = requireReading(params, today);
  const chart = requireChart(params, charts);
  const program = await findProgram(slug, reading.known, reading.audience);
  if (!program) return null;
  return chart === 'timeline'
    ? makeProgramTimeline(program, reading, today)
    : makeProgramFile(program, reading);
}

/** What the page of a program charts. */
export function makeProgramFile({ slug, name, years }: Program, reading: Reading): YearsFile {
  return makeYearsFile({
    page: programPath(slug, reading),
    title: `Training under ${name}, due and reported year by year`,
    years,
    notes: listReadingNotes(reading),
  });
}

/** The promises, reports and events of a program over time. */
export function makeProgramTimeline(
  { slug, name, commitments, reportedTotals, events }: Program,
  { known }: Reading,
  today: string,
): TimelineFile {
  const counts = [...commitments.nodes, ...reportedTotals.nodes];
  return makeTimelineFile({
    page: addressOf(`/programs/${slug}`, { chart: 'timeline', known }),
    name,
    lanes: [
      ...counts.map((count) => toCountLane(count, known)),
      ...events.nodes.map((event) => toEventLane(event, known)),
    ],
    cited: [...counts, ...events.nodes.map(({ sources }) => ({ claims: sources }))],
    at: known ?? today,
  });
}
