import type { Rate } from '@muster/db';
import type { Day } from '../../days.ts';
import { readCount, type Summand } from './figures.ts';

/** Counts that nothing is linked to, merged where sums cannot tell them apart: they only add. */
export interface Unlinked {
  /** Commitments by the day they were stated. */
  pledged: Summand[];
  /** Commitments by their window, those with an open one left out. */
  due: Summand[];
  /** Reports by their window. */
  reported: Summand[];
  /** The latest day on which one of the reports that a source dates became known, of those asked for. */
  lastReportOn: Day | null;
}

/** The sums of one role and rate, column by column; a row for all counts that share its days. */
export interface UnlinkedColumns {
  role: keyof Omit<Unlinked, 'lastReportOn'>;
  rate: Rate | null;
  knownOn: (Day | null)[];
  start: (Day | null)[];
  end: (Day | null)[];
  endLatest: (Day | null)[];
  /** Whole people, or people a year where there is a rate. */
  low: number[];
  high: number[];
  lastReportOn: Day | null;
}

export const NOTHING_UNLINKED: Unlinked = { pledged: [], due: [], reported: [], lastReportOn: null };

/** Reads sums as counts are read: the same readings of rates and of ends that are ranges. `knownOn` of those that no day was asked for. */
export function readUnlinked(columns: UnlinkedColumns[], knownOn: Day): Unlinked {
  const of = (role: UnlinkedColumns['role']) =>
    columns.flatMap((it, index) => (it.role === role ? toSummands(it, `#${index}`, knownOn) : []));
  const days = columns.flatMap(({ lastReportOn }) => lastReportOn ?? []);
  return {
    pledged: of('pledged'),
    due: of('due'),
    reported: of('reported'),
    lastReportOn: days.sort().at(-1) ?? null,
  };
}

function toSummands(columns: UnlinkedColumns, name: string, knownOn: Day): Summand[] {
  const { rate, low, high, start, end, endLatest } = columns;
  return low.flatMap((least, row) => {
    const quantity = { low: least, high: high[row] ?? least };
    const window = { start: start[row] ?? null, end: end[row] ?? null, endLatest: endLatest[row] ?? null };
    const [first, ...others] = readCount({ quantity, rate, window }, (whole) => whole);
    // A slug never holds a #.
    const count = { slug: `${name}-${row}`, knownOn: columns.knownOn[row] ?? knownOn };
    return first ? [{ count, readings: [first, ...others] }] : [];
  });
}
