import type { Precision } from '@muster/db';
import { isTaken, readEndRange, readRange } from '../../date-range.ts';
import type { Day } from '../../days.ts';
import type { CountFilter, DateRangeInput } from '../../generated/resolvers.ts';
import { writeDay, writePeriod } from './calendar.ts';
import type { RecordedCount } from './record.ts';

/** How to say that something was dated before, on or after a day, or not at all. */
interface Phrases {
  before: string;
  from: string;
  within: string;
  undated: string;
}

const STATED: Phrases = {
  before: 'It was stated before',
  from: 'It was stated on',
  within: 'It was stated in',
  undated: 'No source dates it.',
};
const KNOWN: Phrases = {
  before: 'It was known before',
  from: 'It became known on',
  within: 'It became known in',
  undated: '',
};
const STARTS: Phrases = {
  before: 'Its window starts before',
  from: 'Its window starts on',
  within: 'Its window starts in',
  undated: 'Nobody says when its window starts.',
};
const ENDS: Phrases = {
  before: 'Its window is over before',
  from: 'Its window is over on',
  within: 'Its window is over about',
  undated: 'Nobody says when its window ends.',
};
const PUBLISHED: Phrases = {
  before: 'It was published here before',
  from: 'It was published here on',
  within: 'It was published here in',
  undated: 'The day on which it was published here is not recorded.',
};

/** Why the days asked for leave a count out; null where they do not. */
export function explainDays(count: RecordedCount, filter: CountFilter): string | null {
  const { statedOn, knownOn, windowStart, windowEnd, publishedAt } = filter;
  const { window, statedOnPrecision, windowStartPrecision } = count;
  return (
    (statedOn ? explainDate(count.statedOn, statedOnPrecision, statedOn, STATED) : null) ??
    (knownOn ? explainDate(count.knownOn, 'DAY', knownOn, KNOWN) : null) ??
    (windowStart ? explainDate(window.start, windowStartPrecision, windowStart, STARTS) : null) ??
    (windowEnd ? explainEnd(count, windowEnd) : null) ??
    (publishedAt ? explainDate(count.publishedOn, 'DAY', publishedAt, PUBLISHED) : null)
  );
}

function explainDate(
  date: Day | null,
  precision: Precision | null,
  range: DateRangeInput,
  phrases: Phrases,
): string | null {
  if (date === null || precision === null) return phrases.undated;
  return isTaken({ date, precision }, readRange(range)) ? null : describe(date, precision, range, phrases);
}

/** An end that is a range: CERTAIN takes it where all of it lies within, POSSIBLE where some day of it does. */
function explainEnd({ window, windowEndPrecision }: RecordedCount, range: DateRangeInput): string | null {
  const { end, endLatest } = window;
  if (end === null || windowEndPrecision === null) return ENDS.undated;
  const precision = windowEndPrecision;
  const isIn = readEndRange(range).some((days) => {
    if (days.precision !== precision) return false;
    const [first, last] = listReadings(end, endLatest, range);
    return (days.from === null || days.from <= first) && (days.until === null || last < days.until);
  });
  return isIn ? null : describe(end, precision, range, ENDS);
}

/** The day that must not be before the range, and the day that must not be after it. */
function listReadings(end: Day, endLatest: Day | null, { reading }: DateRangeInput): [Day, Day] {
  if (endLatest === null || reading == null || reading === 'FIRST_DAY') return [end, end];
  return reading === 'CERTAIN' ? [end, endLatest] : [endLatest, end];
}

function describe(date: Day, precision: Precision, range: DateRangeInput, phrases: Phrases): string {
  const { from, until, reading } = range;
  if (range.precision && !range.precision.includes(precision)) {
    return `${phrases.within} ${writePeriod(date, precision)}: its date is known to the ${precision.toLowerCase()}.`;
  }
  if (precision === 'DAY' || reading == null || reading === 'FIRST_DAY') {
    if (from != null && date < from) return `${phrases.before} ${writeDay(from)}.`;
    if (until != null && date >= until) return `${phrases.from} ${writeDay(until)} or later.`;
  }
  const lies = reading === 'CERTAIN' ? 'which may lie outside' : 'which lies outside';
  return `${phrases.within} ${writePeriod(date, precision)}, ${lies} the days asked for.`;
}
