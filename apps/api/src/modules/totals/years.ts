import { InputError } from '../../errors.ts';
import { addDays, earlierOf, laterOf } from './calendar.ts';
import type { RowOf } from './dimensions.ts';
import type { Period } from './question.ts';
import { findSpan } from './series.ts';
import { explainSums, type Ledger, sumUp } from './sums.ts';

const MOST_YEARS = 1_200;

/** A row for each calendar year of the period: what was stated, due and reported within it. */
export function sumUpYears(ledger: Ledger, period: Period): RowOf[] {
  const from = period.from ?? earlierOf(findSpan(ledger, period.at).from, period.at);
  const [first, last] = [yearOf(from), yearOf(period.at)];
  if (last - first >= MOST_YEARS) {
    throw new InputError('from', `${from} to ${period.at} are more than ${MOST_YEARS} years`);
  }
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const start = laterOf(from, `${writeYear(year)}-01-01`);
    const statedBefore = earlierOf(addDays(`${writeYear(year)}-12-31`, 1), period.statedBefore);
    return sumUpYear(ledger, writeYear(year), {
      from: start,
      at: earlierOf(statedBefore, period.at),
      statedBefore,
    });
  });
}

function sumUpYear(ledger: Ledger, year: string, period: Period & { from: string }): RowOf {
  const counts = explainSums(ledger, period).filter(({ taken, amount }) => {
    const { kind, knownOn } = taken.count;
    const isStated = kind === 'COMMITMENT' && knownOn >= period.from && knownOn < period.statedBefore;
    return isStated || (amount !== null && amount.high > 0);
  });
  return {
    key: year,
    label: year,
    ...sumUp(ledger, period),
    counts: counts.map(({ taken }) => taken.count.slug),
    reach: null,
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function writeYear(year: number): string {
  return String(year).padStart(4, '0');
}
