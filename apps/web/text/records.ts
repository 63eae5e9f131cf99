import { countOf } from './number.ts';

interface Held {
  commitments: { totalCount: number };
  reportedTotals: { totalCount: number };
  /** Left out where events are not kept under it. */
  events?: { totalCount: number };
}

/** "2 commitments, 1 report, 3 events": the records that stand under a country, a program or a provider. */
export function formatRecords({ commitments, reportedTotals, events }: Held): string {
  const parts = [];
  if (commitments.totalCount > 0) parts.push(countOf(commitments.totalCount, 'commitment'));
  if (reportedTotals.totalCount > 0) parts.push(countOf(reportedTotals.totalCount, 'report'));
  if (events && events.totalCount > 0) parts.push(countOf(events.totalCount, 'event'));
  return parts.join(', ') || 'none';
}
