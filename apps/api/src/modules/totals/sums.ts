import {
  type Contribution,
  explainTotal,
  type Link,
  type SeriesPoint,
  series,
  totalAt,
  totalsUntil,
} from '@muster/accounting';
import type { Day } from '../../days.ts';
import type { Interval } from '../../generated/resolvers.ts';
import { addDays } from './calendar.ts';
import { countReadings, type Summand, type Taken, toDueFigures, toPledgedFigures } from './figures.ts';
import { linkPresent, mapSteps, type Steps } from './links.ts';
import type { Period, Question } from './question.ts';
import type { Quantity, RecordedLink } from './record.ts';
import { addRanges, hullOf, NOBODY } from './rounding.ts';
import type { Selection } from './selection.ts';
import { NOTHING_UNLINKED, type Unlinked } from './unlinked.ts';

/** What sums are made of: those who take part, and how all that is on record hangs together. */
export interface Ledger extends Selection {
  links: RecordedLink[];
  steps: Steps;
  question: Question;
  /** Counts that are left out but still hold, so that links run on through them. */
  through: ReadonlySet<string>;
  /** What was merged before it was read; nothing where every count was read. */
  unlinked: Unlinked;
}

export interface Sums {
  pledged: Quantity;
  due: Quantity;
  reported: Quantity;
}

export interface SumsOfBucket extends Sums {
  start: Day;
  end: Day;
  cumulativeDue: Quantity;
  cumulativeReported: Quantity;
}

export function openLedger(
  selection: Selection,
  links: RecordedLink[],
  question: Question,
  unlinked = NOTHING_UNLINKED,
): Ledger {
  const holding = selection.excluded.filter(
    ({ reason }) => reason !== 'NOT_YET_KNOWN' && reason !== 'STATUS' && reason !== 'SUPERSEDED',
  );
  // The filter is told first, so what is not yet known may hide behind it.
  const known = holding.filter(({ count }) => count.knownOn <= question.knownOn);
  const kept = keepWithinKind(selection, links);
  return {
    ...selection,
    links: kept,
    steps: mapSteps(kept),
    question,
    through: new Set(known.map(({ count }) => count.slug)),
    unlinked,
  };
}

/** Everyone who takes part, commitments first. */
export function listTaken({ commitments, reports }: Pick<Ledger, 'commitments' | 'reports'>): Taken[] {
  return [...commitments, ...reports];
}

/** Promises are summed among promises and reports among reports; what a report is to a promise is its standing. */
function keepWithinKind(
  { commitments, reports, excluded }: Selection,
  links: RecordedLink[],
): RecordedLink[] {
  const counts = [...commitments, ...reports, ...excluded];
  const kinds = new Map(counts.map(({ count }) => [count.slug, count.kind]));
  return links.filter(({ from, to }) => kinds.get(from) === kinds.get(to));
}

/** Unrounded ranges over the period; hulls where a window's end is a range. */
export function sumUp(ledger: Ledger, period: Period): Sums {
  const statedIn = { from: period.from, at: period.statedBefore };
  return {
    pledged: sumPledged(ledger, statedIn),
    due: sumDue(ledger, period),
    reported: sumReported(ledger, period),
  };
}

type Days = Pick<Period, 'from' | 'at'>;
type ToFigures = typeof toDueFigures;

function sumPledged(ledger: Ledger, days: Days): Quantity {
  return sum(addendsOf(ledger, 'pledged'), toPledgedFigures, days, ledger, 'AT_START');
}

function sumDue(ledger: Ledger, days: Days): Quantity {
  return sum(addendsOf(ledger, 'due'), toDueFigures, days, ledger, ledger.question.schedule);
}

function sumReported(ledger: Ledger, days: Days): Quantity {
  return sum(addendsOf(ledger, 'reported'), toDueFigures, days, ledger, 'EVEN');
}

/** What was reported from `from` to each of the days. */
export function sumReportedUntil(ledger: Ledger, from: Day, ends: Day[]): Quantity[] {
  const { taken, plain, ranged } = addendsOf(ledger, 'reported');
  const links = linkTaken(ledger, taken, toDueFigures);
  const options = { from, ends, schedule: 'EVEN' as const, knownOn: ledger.question.knownOn };
  const others = [...taken, ...ranged];
  const readings = listReadings(others).map((reading) =>
    totalsUntil(toDueFigures(others, reading), links, options),
  );
  return totalsUntil(toDueFigures(plain, 0), [], options).map((range, index) =>
    addRanges(range, hullOf(readings.flatMap((ranges) => ranges[index] ?? []))),
  );
}

/** Everything that is summed in one role. */
interface Addends {
  taken: Taken[];
  /** Unlinked, with one reading: they only add, whichever reading the others have. */
  plain: Summand[];
  /** Unlinked, with two readings. */
  ranged: Summand[];
}

function addendsOf({ commitments, reports, unlinked }: Ledger, role: keyof Sums): Addends {
  const [plain = [], ranged = []] = [true, false].map((isPlain) =>
    unlinked[role].filter(({ readings }) => (readings.length === 1) === isPlain),
  );
  return { taken: role === 'reported' ? reports : commitments, plain, ranged };
}

function sum(
  { taken, plain, ranged }: Addends,
  toFigures: ToFigures,
  { from, at }: Days,
  ledger: Ledger,
  schedule: Question['schedule'],
): Quantity {
  const links = linkTaken(ledger, taken, toFigures);
  const { knownOn } = ledger.question;
  const options = { ...(from !== null && { from }), at, schedule, knownOn };
  const others = [...taken, ...ranged];
  return addRanges(
    totalAt(toFigures(plain, 0), [], options),
    hullOf(listReadings(others).map((reading) => totalAt(toFigures(others, reading), links, options))),
  );
}

/** Buckets from `from` to `to`, cut at calendar borders. */
export function sumUpBuckets(ledger: Ledger, from: Day, to: Day, interval: Interval): SumsOfBucket[] {
  const { schedule, knownOn } = ledger.question;
  const cut = (role: keyof Sums, toFigures: ToFigures, by: Question['schedule']): SeriesPoint[] => {
    const { taken, plain, ranged } = addendsOf(ledger, role);
    const links = linkTaken(ledger, taken, toFigures);
    const options = { from, to, interval, schedule: by, knownOn };
    const others = [...taken, ...ranged];
    const readings = listReadings(others).map((reading) =>
      series(toFigures(others, reading), links, options),
    );
    return series(toFigures(plain, 0), [], options).map((point, index) => {
      const addHull = (bound: 'range' | 'cumulative') =>
        addRanges(point[bound], hullOf(readings.flatMap((points) => points[index]?.[bound] ?? [])));
      return { ...point, range: addHull('range'), cumulative: addHull('cumulative') };
    });
  };
  const pledged = cut('pledged', toPledgedFigures, 'AT_START');
  const due = cut('due', toDueFigures, schedule);
  const reported = cut('reported', toDueFigures, 'EVEN');
  return due.map(({ start, end, range, cumulative }, index) => ({
    start,
    end,
    pledged: pledged[index]?.cumulative ?? NOBODY,
    due: range,
    reported: reported[index]?.range ?? NOBODY,
    cumulativeDue: cumulative,
    cumulativeReported: reported[index]?.cumulative ?? NOBODY,
  }));
}

export interface ContributionOf {
  taken: Taken;
  quantity: Quantity;
  /** Null where its window is open. */
  amount: Quantity | null;
  role: Contribution['role'];
  /** Slugs. */
  within: string[];
}

/** Everyone who takes part, with its own amounts and its place among the others of its kind. */
export function explainSums(ledger: Ledger, { from, at }: Days): ContributionOf[] {
  const { schedule, knownOn } = ledger.question;
  const explain = (taken: Taken[], by: Question['schedule']) => {
    // Places come from all figures, amounts from those with a window.
    const places = explainTotal(toPledgedFigures(taken, 0), linkTaken(ledger, taken, toPledgedFigures), {
      at: addDays(knownOn, 1),
      schedule: 'AT_START',
      knownOn,
    }).contributions;
    const options = { ...(from !== null && { from }), at, schedule: by, knownOn };
    const amounts = listReadings(taken).map(
      (reading) =>
        new Map(
          explainTotal(toDueFigures(taken, reading), [], options).contributions.map((it) => [
            it.id,
            it.amount,
          ]),
        ),
    );
    return taken.map((it, index): ContributionOf => {
      const own = amounts.flatMap((reading) => reading.get(it.count.slug) ?? []);
      const place = places[index];
      return {
        taken: it,
        quantity: hullOf(it.readings.map(({ quantity }) => quantity)),
        amount: own.length > 0 ? hullOf(own) : null,
        role: place?.role ?? 'ALONE',
        within: place?.within ?? [],
      };
    });
  };
  return [...explain(ledger.commitments, schedule), ...explain(ledger.reports, 'EVEN')];
}

function listReadings(taken: Summand[]): number[] {
  return Array.from({ length: countReadings(taken) }, (_, reading) => reading);
}

function linkTaken(ledger: Ledger, taken: Taken[], toFigures: ToFigures): Link[] {
  const present = new Set(toFigures(taken, 0).map(({ id }) => id));
  const absent = taken.filter(({ count: { slug } }) => !present.has(slug) && !ledger.through.has(slug));
  if (absent.length === 0) return linkPresent(ledger.steps, present, ledger.through);
  const through = new Set([...ledger.through, ...absent.map(({ count }) => count.slug)]);
  return linkPresent(ledger.steps, present, through);
}
