import { drawTimeline, listMarks, sortLanes } from '@/charts/step-timeline/index.ts';
import { findCommitment } from '@/features/commitment/queries.ts';
import { findReportedTotal } from '@/features/reported-total/queries.ts';
import { listCitedSources } from '@/features/source/cited.ts';
import type { TimelineFile } from '@/features/timeline/file.ts';
import { toCountLane } from '@/features/timeline/lanes.ts';
import { labelAsOf } from '@/features/years/chart-data.ts';
import { type FileColumn, type ViewFile, ViewRefused } from '@/files/view-file.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import {
  addressOf,
  countOf,
  countPath,
  describeVerdict,
  formatSentence,
  readKnown,
  type SearchParams,
} from '@/text/index.ts';
import { findKnownLinks } from '../link-sentences.ts';
import { writeDek, writeWitnesses } from '../sentences.ts';

type Commitment = NonNullable<Awaited<ReturnType<typeof findCommitment>>>;
type ReportedTotal = NonNullable<Awaited<ReturnType<typeof findReportedTotal>>>;

/** A commitment as a file: its tellings, and its window beside those of the records linked to it. Throws ViewRefused. */
export async function findCommitmentFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const known = requireKnown(params, today);
  const commitment = await findCommitment(slug, known);
  return commitment && makeCommitmentFile(commitment, known, today);
}

/** A reported total as a file, as `findCommitmentFile`. */
export async function findReportedTotalFile(
  slug: string,
  params: SearchParams,
  today: string,
): Promise<ViewFile | null> {
  const known = requireKnown(params, today);
  const report = await findReportedTotal(slug, known);
  return report && makeReportedTotalFile(report, known, today);
}

export function makeCommitmentFile(
  commitment: Commitment,
  known: string | null,
  today: string,
): TimelineFile {
  const { word, detail } = describeVerdict(commitment);
  const verdict = commitment.standing?.rule ?? formatSentence(`${word}: ${detail}`);
  return makeRecordFile(commitment, `${writeDek(commitment, commitment.status)} ${verdict}`, known, today);
}

export function makeReportedTotalFile(
  report: ReportedTotal,
  known: string | null,
  today: string,
): TimelineFile {
  return makeRecordFile(report, writeDek(report, null), known, today);
}

function makeRecordFile(
  record: CountRecordFragment,
  summary: string,
  known: string | null,
  today: string,
): TimelineFile {
  const { slug, title, claims } = record;
  const at = known ?? today;
  const linked = findKnownLinks(record.links, known).map(({ from, to }) => (from.slug === slug ? to : from));
  const counts = new Map([record, ...linked].map((count) => [count.slug, count]));
  const lanes = [...counts.values()].map((count) => toCountLane(count, known));
  return {
    page: addressOf(countPath(record), { known }),
    title,
    summary,
    notes: [
      writeWitnesses(record),
      ...(linked.length > 0 ? [`drawn with ${countOf(counts.size - 1, 'record')} linked to it`] : []),
    ],
    knownOn: at,
    key: listMarks(lanes),
    draw: drawTimeline({
      id: 'record',
      data: { lanes, at, atLabel: labelAsOf(at) },
      words: { title, description: summary },
    }),
    columns,
    rows: claims.map((claim) => [
      `/sources/${claim.source.slug}`,
      claim.low,
      claim.high,
      claim.qualifier,
      claim.fragment,
      claim.language,
      claim.locator,
      claim.rank,
      claim.rankReason,
      claim.note,
      claim.source.title,
      claim.source.publisher,
      claim.source.kind,
      claim.source.publishedOn?.date,
      claim.source.publishedOn?.precision,
      claim.source.url,
      claim.source.derivedFrom?.slug,
    ]),
    sources: listCitedSources([record]),
    lanes: sortLanes(lanes),
  };
}

const columns: FileColumn[] = [
  { name: 'source', description: 'Page of the document that tells of it.', isPath: true },
  {
    name: 'low',
    description: 'The fewest that it tells, in the unit of the record; empty: no number in it.',
  },
  { name: 'high', description: 'The most that it tells; empty as `low`.' },
  { name: 'qualifier', description: 'EXACT, OVER, ABOUT, NEARLY, UP_TO or AT_LEAST; empty: none.' },
  { name: 'fragment', description: 'The words that hold the number; empty: they are not on record.' },
  { name: 'language', description: 'Of the words, BCP 47.' },
  { name: 'locator', description: 'Where in the document; empty: not stated.' },
  { name: 'rank', description: 'PREFERRED, NORMAL or DEPRECATED.' },
  { name: 'rank_reason', description: 'Why it is ranked so; empty: normal.' },
  { name: 'note', description: 'An editor’s remark.' },
  { name: 'title', description: 'Of the document.' },
  { name: 'publisher', description: 'Of the document.' },
  { name: 'kind', description: 'OFFICIAL, WIRE, MEDIA, RESEARCH or REWRITE.' },
  { name: 'published_on', description: 'Day of publication; empty: undated.' },
  { name: 'published_on_precision', description: 'DAY, MONTH or YEAR.' },
  { name: 'url', description: 'Where the document was found.' },
  { name: 'derived_from', description: 'Slug of the document that it retells: the two are one witness.' },
];

function requireKnown(params: SearchParams, today: string): string | null {
  const { known, refused } = readKnown(params, today);
  if (refused) throw new ViewRefused([`known: “${refused}” is not a day up to today (YYYY-MM-DD).`]);
  return known;
}
