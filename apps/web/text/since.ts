import { countOf } from './number.ts';
import { listNames } from './recipients.ts';

/** How many records of each kind became known after a day. */
export interface SinceCounts {
  commitments: number;
  reportedTotals: number;
  events: number;
}

/** "Since then 1 commitment, 12 reported totals and 3 events became known"; says so where nothing did. */
export function writeSince({ commitments, reportedTotals, events }: SinceCounts): string {
  const parts = [
    commitments > 0 && countOf(commitments, 'commitment'),
    reportedTotals > 0 && countOf(reportedTotals, 'reported total'),
    events > 0 && countOf(events, 'event'),
  ].filter((part) => part !== false);
  return parts.length > 0
    ? `Since then ${listNames(parts)} became known`
    : 'Since then nothing more became known';
}

/** How many records there are in `counts`. */
export function sumSince({ commitments, reportedTotals, events }: SinceCounts): number {
  return commitments + reportedTotals + events;
}
