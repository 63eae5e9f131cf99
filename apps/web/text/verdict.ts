import type * as api from '@/generated/contract.ts';
import { formatDays } from './date.ts';
import { formatRange } from './number.ts';
import { statusWords, verdictWords } from './words.ts';

type Standing = Pick<api.Standing, 'verdict' | 'days' | 'due' | 'reported'>;

/** A verdict as a word and what it rests on: "Unreported" · "closed 440 days ago". Never "broken". */
export interface VerdictText {
  word: string;
  detail: string;
}

/** The verdict on a commitment: turned down or taken back, without a number, or by its standing. */
export function describeVerdict(
  status: api.CommitmentStatus,
  standing: Standing | null | undefined,
): VerdictText {
  if (status === 'REJECTED' || status === 'WITHDRAWN') {
    return { word: statusWords[status], detail: 'nothing falls due' };
  }
  if (!standing) return { word: 'Cannot be judged', detail: 'no number stated' };
  return { word: verdictWords[standing.verdict], detail: describeStanding(standing) };
}

function describeStanding({ verdict, days, due, reported }: Standing): string {
  if (verdict === 'UNREPORTED') return days == null ? 'window closed' : `closed ${formatDays(days)} ago`;
  if (verdict === 'RUNNING') return days == null ? 'no end stated' : `${formatDays(days)} left`;
  return due
    ? `due ${formatRange(due)}, reported ${formatRange(reported)}`
    : `reported ${formatRange(reported)}`;
}
