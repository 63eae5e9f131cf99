import type * as api from '@/generated/contract.ts';
import { formatDays } from './date.ts';
import { formatRange, type Range } from './number.ts';
import { statusWords, verdictWords } from './words.ts';

type Standing = Pick<api.Standing, 'verdict' | 'days' | 'due' | 'reported'>;

/** A verdict as a word and what it rests on: "Unreported" · "closed 440 days ago". Never "broken". */
export interface VerdictText {
  word: string;
  detail: string;
}

/** The rule that each verdict is given by. */
export const verdictMeanings: Record<api.Verdict, string> = {
  MET: 'The fewest reported are at least the most due.',
  BEHIND: 'The most reported are fewer than the fewest due.',
  INDETERMINATE:
    'The two ranges overlap, or what is reported cannot be compared with what was promised: the record cannot tell.',
  UNREPORTED: 'The window has closed and no source links a report to the promise.',
  RUNNING: 'The window has not closed, and no source links a report to the promise yet.',
};

/** What a verdict is passed on. */
export interface Judged {
  status: api.CommitmentStatus;
  quantity?: Range | null;
  standing?: Standing | null;
  window?: { endLatest?: string | null } | null;
}

/** The verdict on a commitment: by its standing, or why there is none. */
export function describeVerdict({ status, quantity, standing, window }: Judged): VerdictText {
  if (standing && status !== 'REJECTED' && status !== 'WITHDRAWN') {
    return {
      word: verdictWords[standing.verdict],
      detail: describeStanding(standing, Boolean(window?.endLatest)),
    };
  }
  if (status === 'ANNOUNCED' || status === 'SIGNED') {
    return { word: 'Cannot be judged', detail: quantity ? 'no end stated' : 'no number stated' };
  }
  return {
    word: statusWords[status],
    detail: status === 'PROPOSED' ? 'not announced as a promise' : 'nothing falls due',
  };
}

/** Where the end is itself a range, the window may have closed on its earlier day. */
function describeStanding({ verdict, days, due, reported }: Standing, isVague: boolean): string {
  if (verdict === 'UNREPORTED') return days == null ? 'window closed' : `closed ${formatDays(days)} ago`;
  if (verdict === 'RUNNING')
    return days == null ? 'no end stated' : `${isVague ? 'at most ' : ''}${formatDays(days)} left`;
  return due
    ? `due ${formatRange(due)}, reported ${formatRange(reported)}`
    : `reported ${formatRange(reported)}`;
}
