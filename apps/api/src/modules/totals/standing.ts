import { type Figure, type Link, totalAt, type Verdict, verdictOf } from '@muster/accounting';
import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { load } from '../../loading.ts';
import { addDays, earlierOf } from './calendar.ts';
import { type Reading, readCount } from './figures.ts';
import { linkPresent, mapSteps } from './links.ts';
import { type Fulfilment, findFulfilments, findPromiseIds } from './queries.ts';
import type { Quantity, RecordedCount } from './record.ts';
import { hullOf, roundRange } from './rounding.ts';
import { writeRule } from './rule.ts';

/** What can be said of a commitment's keeping, whole people (or places, or courses). */
export interface StandingAnswer {
  verdict: Verdict;
  days: number | null;
  due: Quantity | null;
  reported: Quantity;
  rule: string;
}

/** What a rule is written from. */
export interface Judgement extends Omit<StandingAnswer, 'rule'> {
  commitment: RecordedCount;
  at: Day;
  /** The day from which nobody doubts that the window is closed; null while it is open. */
  windowEnd: Day | null;
  /** Reports that may be compared: those that a source links to it, and those that only may fulfil it. */
  stated: RecordedCount[];
  inferred: RecordedCount[];
  /** Reports that a source links to it, which count something else or have no number. */
  incomparable: RecordedCount[];
}

/** The standing of a commitment on a day, as known on another; null where there is no promise with a number. */
export async function findStanding(
  ctx: Context,
  id: number,
  days: { at?: Day | null; knownOn?: Day | null },
): Promise<StandingAnswer | null> {
  const fulfilment = await load(ctx, findFulfilments, id);
  const at = days.at ?? ctx.today;
  return fulfilment && judgeStanding(fulfilment, at, days.knownOn ?? at);
}

/** Ids of the commitments that have one of the verdicts on the day as of which the record is read. */
export async function findIdsByVerdict(
  ctx: Context,
  verdicts: readonly Verdict[],
  knownOn: Day,
): Promise<number[]> {
  const fulfilments = await findFulfilments(ctx, await findPromiseIds(ctx, knownOn));
  return [...fulfilments].flatMap(([id, fulfilment]) => {
    const standing = judgeStanding(fulfilment, knownOn, knownOn);
    return standing && verdicts.includes(standing.verdict) ? [id] : [];
  });
}

export function judgeStanding(
  { commitment, reports, links }: Fulfilment,
  at: Day,
  knownOn: Day,
): StandingAnswer | null {
  const { status, knownOn: promisedOn } = commitment;
  if (status !== 'ANNOUNCED' && status !== 'SIGNED') return null;
  if (commitment.quantity === null || promisedOn > knownOn) return null;

  const isReplaced = (successors: RecordedCount[]) =>
    successors.some((successor) => successor.knownOn <= knownOn && canCompare(commitment, successor));
  const known = reports.filter(
    ({ report, successors }) => report.knownOn <= knownOn && !isReplaced(successors),
  );
  const isComparable = ({ report }: { report: RecordedCount }) => canCompare(commitment, report);
  const statedOnes = known.filter(({ isStated }) => isStated);
  const stated = statedOnes.filter(isComparable).map(({ report }) => report);
  const incomparable = statedOnes.filter((it) => !isComparable(it)).map(({ report }) => report);
  const inferred = known
    .filter((it) => !it.isStated && isComparable(it))
    .map(({ report }) => report)
    .filter((report) => !stated.includes(report));

  const readings = readCount(commitment, (whole) => whole);
  const due = sumDue(commitment, readings, at);
  const period = { from: commitment.window.start, at, knownOn };
  const toReported = (report: RecordedCount) => toFigure(report, period.from);
  const figures = { stated: stated.map(toReported), all: [...stated, ...inferred].map(toReported) };
  const reported = {
    low: sumReports(figures.stated, links, period).low,
    high: sumReports(figures.all, links, period).high,
  };
  const windowEnd = commitment.window.endLatest ?? commitment.window.end;
  const hasReport = stated.length > 0;
  let { verdict, days } = verdictOf({ due: due ?? { low: 0, high: 0 }, reported, hasReport, windowEnd, at });
  // Where a source does report, only not in what was promised, there is no silence to count.
  if (verdict === 'UNREPORTED' && incomparable.length > 0) ({ verdict, days } = UNCLEAR);
  // A promise whose start nobody tells has an end to be silent after, but no share that is due by a day.
  if (windowEnd !== null && due === null && hasReport) ({ verdict, days } = UNCLEAR);
  const judgement: Judgement = {
    verdict,
    days,
    due: due && roundRange(due),
    reported: roundRange(reported),
    commitment,
    at,
    windowEnd,
    stated,
    inferred,
    incomparable,
  };
  const { due: wholeDue, reported: wholeReported } = judgement;
  return { verdict, days, due: wholeDue, reported: wholeReported, rule: writeRule(judgement) };
}

const UNCLEAR: { verdict: Verdict; days: null } = { verdict: 'INDETERMINATE', days: null };

/** People cannot keep a promise of places, nor visitors one of trainees. */
function canCompare(commitment: RecordedCount, report: RecordedCount): boolean {
  const { unit, measure, quantity } = report;
  return (
    unit === commitment.unit && measure === commitment.measure && quantity !== null && report.rate === null
  );
}

function sumDue({ slug, knownOn }: RecordedCount, readings: Reading[], at: Day): Quantity | null {
  const due = readings.flatMap(({ quantity, window }) =>
    window ? [totalAt([{ id: slug, quantity, window, knownOn }], [], { at, schedule: 'EVEN', knownOn })] : [],
  );
  return due.length > 0 ? hullOf(due) : null;
}

/** A report tells what has happened: where its window is not told, it is all there on the day it was stated. */
/** A report without a window counts whole from the day it was stated, that day included. */
function toFigure({ slug, quantity, window, knownOn }: RecordedCount, from: Day | null): Figure {
  const { start, end } = window;
  const dayBefore = addDays(knownOn, -1);
  const first = from === knownOn ? knownOn : dayBefore;
  return {
    id: slug,
    quantity: quantity ?? { low: 0, high: 0 },
    window: start !== null && end !== null ? { start, end } : { start: first, end: addDays(first, 1) },
    knownOn,
  };
}

function sumReports(
  figures: Figure[],
  links: Fulfilment['links'],
  { from, at, knownOn }: { from: Day | null; at: Day; knownOn: Day },
): Quantity {
  const present = new Set(figures.map(({ id }) => id));
  const among: Link[] = linkPresent(mapSteps(links), present, new Set());
  const start = from === null ? {} : { from: earlierOf(from, at) };
  return totalAt(figures, among, { ...start, at, schedule: 'EVEN', knownOn });
}
