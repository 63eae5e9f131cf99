import type { ImpreciseDate, Precision } from '@/generated/contract.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { formatDate, formatDay } from '@/text/index.ts';

type Dated = Pick<CountRecordFragment, '__typename' | 'window' | 'statedOn'>;

/** A window as the sources state it, as its days are computed, and what had to be assumed for that. */
export interface WindowWords {
  stated: string;
  computed: string;
  assumed: string[];
}

const surety: { [precision in Precision]: string } = {
  DAY: 'known to the day',
  MONTH: 'known to the month only',
  YEAR: 'known to the year only',
};

export function writeWindow(record: Dated): WindowWords {
  return {
    stated: writeStated(record.window.stated),
    computed: writeComputed(record.window),
    assumed: listAssumptions(record),
  };
}

function writeStated(stated: string | null | undefined): string {
  if (!stated) return 'in no words on record';
  return /["“]/.test(stated) ? stated : `“${stated}”`;
}

function writeComputed({ start, end, endLatest }: Dated['window']): string {
  if (!start && !end) return 'no days: the record gives no dates';
  const isOne = start && end && start.precision === end.precision;
  const how = ({ precision }: ImpreciseDate) => (isOne ? '' : ` (${surety[precision]})`);
  const from = start ? `${formatDay(start.date)}${how(start)}` : 'no start';
  const until = end
    ? `${formatDay(end.date)}, that day not included${how(end)}`
    : 'no end, as none is stated';
  const both = isOne ? `; both ${surety[start.precision]}` : '';
  const latest = endLatest ? `; the end may be as late as ${formatDay(endLatest)}` : '';
  return `${from} to ${until}${both}${latest}`;
}

function listAssumptions({ __typename, window, statedOn }: Dated): string[] {
  const { start, end, endLatest } = window;
  const assumed: string[] = [];
  if (start && statedOn && start.date === statedOn.date)
    assumed.push('that it counts from the day on which it was said');
  if (start && start.precision !== 'DAY' && isFirstDay(start.date, start.precision))
    assumed.push(`that ${formatDate(start)} begins on its first day`);
  if (endLatest) assumed.push('neither end: what is due is computed for both, and totals span the two');
  if (Boolean(start) !== Boolean(end))
    assumed.push(
      __typename === 'Commitment'
        ? 'nothing for the missing day, so nothing falls due by a day'
        : 'nothing for the missing day, so totals leave it out',
    );
  return assumed;
}

function isFirstDay(date: string, precision: Precision): boolean {
  return date.endsWith(precision === 'YEAR' ? '-01-01' : '-01');
}
