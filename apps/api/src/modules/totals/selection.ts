import type { CommitmentStatus, Measure, Unit } from '@muster/db';
import type { Day } from '../../days.ts';
import type { ExclusionReason } from '../../generated/resolvers.ts';
import { writeDay } from './calendar.ts';
import { describeReadings, readCount, type Taken } from './figures.ts';
import { explainFilter } from './filter.ts';
import type { Period, Question } from './question.ts';
import { isByName } from './reach.ts';
import type { Groups } from './recipients.ts';
import type { RecordedCount, RecordedLink } from './record.ts';
import { createTaker } from './targets.ts';
import { MEASURE_WORDS, STATUS_WORDS, UNIT_WORDS, writeTitle } from './words.ts';

export interface Exclusion {
  count: RecordedCount;
  reason: ExclusionReason;
  detail: string;
}

export interface Selection {
  commitments: Taken[];
  reports: Taken[];
  excluded: Exclusion[];
}

/** An offer, and what came to nothing, are no promises. */
export const NO_PROMISE: readonly CommitmentStatus[] = ['PROPOSED', 'REJECTED', 'WITHDRAWN'];

/** What is counted where people are. */
export const TRAINED: readonly Measure[] = ['TRAINEES', 'PLACES'];

/** Units that may be added. */
export function listUnits({ placesAsPeople }: Pick<Question, 'placesAsPeople'>): Unit[] {
  return placesAsPeople ? ['PEOPLE', 'PLACES'] : ['PEOPLE'];
}

type Verdict = { taken: Taken } | { reason: ExclusionReason; detail: string };

/**
 * Sorts every count into those that take part and those that do not, each with one reason: the first that holds, in
 * the order of `judgeCount`, and last of all that a count which takes part replaces it.
 */
export function selectCounts(
  { counts, links }: { counts: RecordedCount[]; links: RecordedLink[] },
  question: Question,
  period: Period | null,
  groups: Groups,
): Selection {
  const candidates: Taken[] = [];
  const excluded: Exclusion[] = [];
  for (const count of counts) {
    const verdict = judgeCount(count, question, period, groups);
    if ('taken' in verdict) candidates.push(verdict.taken);
    else excluded.push({ count, ...verdict });
  }
  const successors = findSuccessors(candidates, links);
  const taken = candidates.filter(({ count }) => {
    const successor = successors.get(count.slug);
    if (successor)
      excluded.push({ count, reason: 'SUPERSEDED', detail: `${writeTitle(successor)} replaces it.` });
    return !successor;
  });
  return {
    commitments: taken.filter(({ count }) => count.kind === 'COMMITMENT'),
    reports: taken.filter(({ count }) => count.kind === 'REPORTED_TOTAL'),
    excluded,
  };
}

/** Rates turned into totals, ends that are ranges, places read as people: what the answer rests on, in words. */
export function describeSelection({ commitments, reports }: Selection): string[] {
  return [...commitments, ...reports].flatMap(describeReadings);
}

function describeElsewhere({ providers }: RecordedCount, { targets }: Question): string {
  const isOwn = targets.some(
    (target) => target.kind === 'COUNTRY' && providers.some(({ iso3 }) => iso3 === target.iso3),
  );
  return isOwn
    ? 'The country asked for is the one that trains others by it.'
    : 'It cannot concern the recipients asked for.';
}

function judgeCount(
  count: RecordedCount,
  question: Question,
  period: Period | null,
  groups: Groups,
): Verdict {
  const filtered = explainFilter(count, question.filter, groups);
  if (filtered !== null) return { reason: 'FILTERED', detail: filtered };
  const take = createTaker(count, question.targets, groups);
  if (take === null) return { reason: 'FILTERED', detail: describeElsewhere(count, question) };
  if (question.filter.byName && !question.targets.every((target) => isByName(count, target, groups)))
    return { reason: 'FILTERED', detail: 'It names nobody there: it may concern anybody.' };
  if (count.knownOn > question.knownOn) {
    return {
      reason: 'NOT_YET_KNOWN',
      detail: `The public could be sure of it on ${writeDay(count.knownOn)}.`,
    };
  }
  const apart = period && explainPeriod(count, period);
  if (apart) return { reason: 'FILTERED', detail: apart };
  const unfit = explainUnfit(count, question);
  if (unfit) return unfit;
  const [first, ...others] = readCount(count, take);
  if (!first || (first.window === null && count.kind === 'REPORTED_TOTAL')) {
    return { reason: 'OPEN_WINDOW', detail: describeOpenWindow(count) };
  }
  return { taken: { count, readings: [first, ...others] } };
}

/** A commitment belongs to the day it was stated, a report to its window. */
function explainPeriod({ kind, knownOn, window }: RecordedCount, period: Period): string | null {
  const { from, at, statedBefore } = period;
  if (kind === 'COMMITMENT') {
    const stated = `It counts as stated on ${writeDay(knownOn)}`;
    if (from !== null && knownOn < from) return `${stated}, before ${writeDay(from)}.`;
    return knownOn >= statedBefore ? `${stated}, too late for these totals.` : null;
  }
  const end = window.endLatest ?? window.end;
  if (from !== null && end !== null && end <= from) return `Its window was over by ${writeDay(from)}.`;
  return window.start !== null && window.start >= at
    ? `Its window starts on ${writeDay(window.start)}, after the days asked for.`
    : null;
}

function explainUnfit(
  { status, measure, unit, quantity }: RecordedCount,
  question: Question,
): { reason: ExclusionReason; detail: string } | null {
  if (status !== null && NO_PROMISE.includes(status)) {
    return { reason: 'STATUS', detail: `It was ${STATUS_WORDS[status]}.` };
  }
  // Courses are a unit of their own, and told as such.
  if (!TRAINED.includes(measure) && unit !== 'COURSES') {
    return { reason: 'MEASURE', detail: `It counts ${MEASURE_WORDS[measure]}.` };
  }
  if (!listUnits(question).includes(unit)) {
    return { reason: 'UNIT', detail: `It counts ${UNIT_WORDS[unit]}, not people.` };
  }
  return quantity === null ? { reason: 'NO_QUANTITY', detail: 'It has no number. Null is not zero.' } : null;
}

function describeOpenWindow({ window: { start, end }, rate }: RecordedCount): string {
  const silence = describeSilence(start, end);
  return rate ? `It is a yearly rate, and ${silence}.` : `It is a total, and ${silence}.`;
}

function describeSilence(start: Day | null, end: Day | null): string {
  if (start !== null) return `nobody says when the window that begins on ${writeDay(start)} ends`;
  return end === null
    ? 'nobody says when its window is'
    : `nobody says when the window that ends by ${writeDay(end)} began`;
}

function findSuccessors(candidates: Taken[], links: RecordedLink[]): Map<string, RecordedCount> {
  const present = new Map(candidates.map(({ count }) => [count.slug, count]));
  return new Map(
    links.flatMap(({ from, to, relation }) => {
      const successor = relation === 'SUPERSEDES' ? present.get(from) : undefined;
      return successor ? [[to, successor] as const] : [];
    }),
  );
}
