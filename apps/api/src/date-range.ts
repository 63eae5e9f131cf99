import type { Precision } from '@muster/db';
import { addDays } from '@muster/schema/rules';
import { anyValue, noValue } from './composition.ts';
import type { Day, ImpreciseDateRow } from './days.ts';
import { toDate } from './days.ts';
import { InputError } from './errors.ts';
import type { DateRangeInput } from './generated/resolvers.ts';

/** Days `[from, until)` in which a date of one precision must be recorded to be taken; null leaves a side open. */
export interface RecordedDays {
  precision: Precision;
  from: Day | null;
  until: Day | null;
}

const PRECISIONS: Precision[] = ['DAY', 'MONTH', 'YEAR'];

/** Throws InputError for days the wrong way round, or none at all. */
export function requireOrderedDays(argument: string, { from, until }: DateRangeInput): void {
  if (from != null && until != null && from >= until) {
    throw new InputError(argument, `from ${from} is not before until ${until}`);
  }
}

/** What a range takes of each precision, by its reading: the one meaning of a `DateRangeInput`. */
export function readRange({ from, until, reading, precision }: DateRangeInput): RecordedDays[] {
  return (precision ?? PRECISIONS).map((own) => {
    const [first, last] = [from ?? null, until ?? null];
    if (own === 'DAY' || reading == null || reading === 'FIRST_DAY') {
      return { precision: own, from: first, until: last };
    }
    const [open, close] = reading === 'CERTAIN' ? [ceilTo, floorTo] : [floorTo, ceilTo];
    return { precision: own, from: first && open(first, own), until: last && close(last, own) };
  });
}

/** The same for dates that are the first day after something, as ends are: it is the last day that lies in a period. */
export function readEndRange(range: DateRangeInput): RecordedDays[] {
  const shift = (day: Day | null | undefined, days: number) => (day == null ? null : addDays(day, days));
  const last = { ...range, from: shift(range.from, -1), until: shift(range.until, -1) };
  return readRange(last).map(({ precision, from, until }) => ({
    precision,
    from: shift(from, 1),
    until: shift(until, 1),
  }));
}

export function isTaken(date: ImpreciseDateRow, ranges: RecordedDays[]): boolean {
  return ranges.some(
    ({ precision, from, until }) =>
      date.precision === precision &&
      (from === null || from <= date.date) &&
      (until === null || date.date < until),
  );
}

/**
 * A range as a condition on a date column that may be empty and the column of its precision, or, without one, on a
 * column of whole days. What is undated is left out. Throws InputError for a reversed or empty range.
 */
export function dateRangeWhere(
  argument: string,
  range: DateRangeInput,
  column: string,
  precisionColumn: string | null,
): object {
  requireOrderedDays(argument, range);
  return recordedWhere(readRange(range), column, precisionColumn);
}

/** Of a column of whole days that is always filled. Throws as `dateRangeWhere`. */
export function dayRangeWhere(argument: string, range: DateRangeInput, column: string): object {
  return dateRangeWhere(argument, range, column, null);
}

/** The same of days already read. */
export function recordedWhere(
  ranges: RecordedDays[],
  column: string,
  precisionColumn: string | null,
): object {
  const within = ({ from, until }: RecordedDays) =>
    from === null && until === null
      ? anyValue(column)
      : {
          [column]: {
            ...(from !== null && { gte: toDate(from) }),
            ...(until !== null && { lt: toDate(until) }),
          },
        };
  const [first, ...others] = ranges;
  if (precisionColumn === null) {
    const days = ranges.find(({ precision }) => precision === 'DAY');
    return days ? within(days) : noValue(column);
  }
  if (!first) return noValue(precisionColumn);
  const isFilled = { [column]: { not: null } };
  const isAlike = others.every(({ from, until }) => from === first.from && until === first.until);
  if (isAlike && ranges.length === PRECISIONS.length) return { AND: [isFilled, within(first)] };
  const ways = ranges.map((range) => ({ AND: [{ [precisionColumn]: range.precision }, within(range)] }));
  return { AND: [isFilled, { OR: ways }] };
}

function floorTo(day: Day, precision: Precision): Day {
  return precision === 'YEAR' ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 7)}-01`;
}

/** The day itself where it is the first of its month or year, else that of the next. */
function ceilTo(day: Day, precision: Precision): Day {
  const first = floorTo(day, precision);
  return first === day ? day : floorTo(addDays(first, precision === 'YEAR' ? 366 : 31), precision);
}
