import type { Schedule } from '@/generated/contract.ts';
import {
  addDays,
  countOf,
  formatDay,
  formatDays,
  formatNumber,
  formatRange,
  type Range,
} from '@/text/index.ts';
import type { Names } from './names.ts';
import type { AudienceChoice, View } from './view.ts';

/** A piece of a sentence; a tone where it tells of a promise or a report. */
export interface Piece {
  text: string;
  tone?: 'commit' | 'report';
}

interface Facts {
  pledged: Range;
  due: Range;
  reported: Range;
  gap: Range;
}

interface HeadlineInput {
  view: View;
  names: Names;
  totals: Pick<Facts, 'pledged' | 'reported'>;
  /** Year of the first promise that takes part; null where there is none. */
  since: number | null;
}

const trained: Record<AudienceChoice, [foreign: string, plain: string]> = {
  'police-and-security': ['foreign police', 'police'],
  police: ['foreign police', 'police'],
  military: ['foreign soldiers', 'soldiers'],
  all: ['foreign police, soldiers and officials', 'police, soldiers and officials'],
};

/** "China has promised to train 27,000–37,500 foreign police since 2016. 7,121–7,150 are reported since 2015." */
export function writeHeadline({ view, names, totals, since }: HeadlineInput): Piece[] {
  const past = view.known !== null;
  const subject = names.provider ?? (past ? 'providers on record' : 'Providers on record');
  const have = past ? 'had' : names.provider ? 'has' : 'have';
  const whom = describeWhom(view, names);
  const opening = past ? `By ${formatDay(view.known ?? '')} ${subject}` : subject;
  const years = since === null ? '' : ` since ${since}`;
  if (totals.pledged.high === 0) {
    return [
      { text: `${opening} ${have} made no promise with a number to train ${whom}. ` },
      ...writeRecord(totals.reported, view),
    ];
  }
  return [
    { text: `${opening} ${have} promised to train ` },
    { text: sayRange(totals.pledged), tone: 'commit' },
    { text: ` ${whom}${years}. ` },
    ...writeRecord(totals.reported, view),
  ];
}

/** Of reports that began before the first year only the later part is counted, so the year is said. */
function writeRecord(reported: Range, { known, from }: View): Piece[] {
  const past = known !== null;
  if (reported.high === 0)
    return [{ text: `No report with a number and a window ${past ? 'was' : 'is'} on record.` }];
  const single = reported.low === 1 && reported.high === 1;
  const verb = past ? (single ? 'was' : 'were') : single ? 'is' : 'are';
  const text = sayRange(reported);
  return [
    { text: text.charAt(0).toUpperCase() + text.slice(1), tone: 'report' },
    { text: ` ${verb} reported since ${from}.` },
  ];
}

/** "5,000–9,000", "5,000"; "up to 28,000" where it may be none. */
export function sayRange(range: Range): string {
  return range.low === 0 && range.high > 0 ? `up to ${formatNumber(range.high)}` : formatRange(range);
}

function describeWhom({ audience }: View, { recipients, program }: Names): string {
  const [foreign, plain] = trained[audience];
  const whom = recipients ? `${plain} from ${recipients}` : foreign;
  return program ? `${whom} under ${program}` : whom;
}

/** "China: police training due and reported, 2015–2028". */
export function titleChart(view: View, { provider, recipients, program }: Names): string {
  const [, plain] = trained[view.audience];
  const who = [provider ?? 'All providers', program, recipients && `for ${recipients}`]
    .filter(Boolean)
    .join(', ');
  return `${who}: training of ${plain} due and reported, ${view.from}–${view.to}`;
}

const spread: Record<Schedule, string> = {
  EVEN: 'spread evenly over each window',
  AT_START: 'all due on the first day of each window',
  AT_END: 'due only when each window closes',
};

/** "Spread evenly over each window", "places read as people". */
export function listAssumptions({ schedule, placesAsPeople }: View): string[] {
  const first = spread[schedule];
  return [
    first.charAt(0).toUpperCase() + first.slice(1),
    placesAsPeople ? 'places read as people' : 'places left out',
  ];
}

interface ChartSentenceInput extends Facts {
  asOf: string;
  daysSinceLastReport: number | null;
}

/** The chart in words. */
export function describeChart({ asOf, due, reported, gap, daysSinceLastReport }: ChartSentenceInput): string {
  const day = formatDay(asOf);
  if (due.high === 0 && reported.high === 0) return `Up to ${day} nothing fell due and nothing is reported.`;
  const people = (range: Range) => (range.low === 1 && range.high === 1 ? 'person was' : 'people were');
  const fell =
    due.high === 0
      ? `Up to ${day} nothing fell due.`
      : due.low === 0
        ? `Up to ${day}, at most ${formatNumber(due.high)} ${people({ low: due.high, high: due.high })} due to be trained.`
        : due.low === due.high
          ? `Up to ${day}, ${formatNumber(due.high)} ${people(due)} due to be trained.`
          : `Up to ${day}, between ${formatNumber(due.low)} and ${formatNumber(due.high)} people were due to be trained.`;
  if (reported.high === 0) return `${fell} No report with a number and a window accounts for any of them.`;
  const silence = !daysSinceLastReport
    ? ''
    : `; the last that counts here was given on ${formatDay(addDays(asOf, -daysSinceLastReport))}, ${formatDays(daysSinceLastReport)} before`;
  return `${fell} Reports account for ${sayRange(reported)}${silence}.${due.high > 0 ? ` ${describeGap(gap)}` : ''}`;
}

/** What is missing, in a sentence that blames nobody. */
export function describeGap(gap: Range): string {
  if (gap.high <= 0) return 'Reports cover all that was due.';
  if (gap.low <= 0) return `Reports may cover all that was due, or be ${formatNumber(gap.high)} short of it.`;
  return `${formatRange(gap)} are not accounted for, which is not the same as not trained.`;
}

const voices = {
  PROVIDER: 'the provider',
  RECIPIENT: 'a recipient',
  INDEPENDENT: 'someone independent',
  MEDIA: 'media',
};

/** "4 totals, 3 of them told by the provider". */
export function describeVoices(reports: { voice: keyof typeof voices }[]): string {
  const own = reports.filter(({ voice }) => voice === 'PROVIDER').length;
  const total = countOf(reports.length, 'total');
  if (reports.length === 0) return 'no total fits these filters';
  if (own === 0) return `${total}, none of them told by the provider itself`;
  if (own === reports.length) return `${total}, told by the provider itself`;
  return `${total}, ${formatNumber(own)} of them told by the provider itself`;
}
