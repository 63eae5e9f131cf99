import type { Prisma } from '@muster/db';
import { type RecordedDays, recordedWhere } from '../../date-range.ts';
import { toDate } from '../../days.ts';
import type { DateReading } from '../../generated/resolvers.ts';

/** An end that is a range has an earliest reading, `windowEnd`, and a latest; both are of one precision. */
export function windowEndWhere(ranges: RecordedDays[], reading: DateReading): Prisma.CountWhereInput {
  const byEarliest = recordedWhere(ranges, 'windowEnd', 'windowEndPrecision');
  if (reading === 'FIRST_DAY' || ranges.length === 0) return byEarliest;
  const isRange = { windowEndLatest: { not: null } };
  const byBoth = ranges.map((range) => ({
    AND: [{ windowEndPrecision: range.precision }, readingsWhere(range, reading)],
  }));
  return {
    AND: [
      { windowEnd: { not: null } },
      { OR: [{ AND: [{ NOT: isRange }, byEarliest] }, { AND: [isRange, { OR: byBoth }] }] },
    ],
  };
}

/** CERTAIN: both readings lie within; POSSIBLE: some day from the earliest to the latest does. */
function readingsWhere({ from, until }: RecordedDays, reading: 'CERTAIN' | 'POSSIBLE') {
  const [first, last] =
    reading === 'CERTAIN' ? ['windowEnd', 'windowEndLatest'] : ['windowEndLatest', 'windowEnd'];
  return {
    AND: [
      from === null ? {} : { [first as string]: { gte: toDate(from) } },
      until === null ? {} : { [last as string]: { lt: toDate(until) } },
    ],
  };
}
