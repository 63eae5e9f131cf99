import { requireDay } from './calendar.ts';
import type { Range } from './types.ts';

export type Verdict = 'MET' | 'BEHIND' | 'INDETERMINATE' | 'UNREPORTED' | 'RUNNING';

/** What a verdict weighs: people due and reported over the same days, and where `at` stands in the window. */
export interface VerdictCase {
  due: Range;
  reported: Range;
  /** Whether anything reports on the commitment at all: a report of nobody is a report. */
  hasReport: boolean;
  /** ISO day; null when the window is open. */
  windowEnd: string | null;
  at: string;
}

/** What is missing, in people: negative where more was reported than was due. docs/methodology.md, "gap". */
export function gapOf(due: Range, reported: Range): Range {
  return { low: due.low - reported.high, high: due.high - reported.low };
}

/**
 * docs/methodology.md, "standing". `days` are days of silence with UNREPORTED, days left with RUNNING, otherwise
 * null.
 * An open window has nothing due by any day, so it is RUNNING whatever was reported, and `days` is null.
 *
 * Throws BAD_DATE.
 */
export function verdictOf(input: VerdictCase): { verdict: Verdict; days: number | null } {
  const at = requireDay(input.at);
  if (input.windowEnd === null) return { verdict: 'RUNNING', days: null };
  const end = requireDay(input.windowEnd);
  if (input.hasReport) return { verdict: compareRanges(input.due, input.reported), days: null };
  // While a window runs, silence accuses nobody.
  if (at < end) return { verdict: 'RUNNING', days: end - at };
  return { verdict: 'UNREPORTED', days: at - end };
}

function compareRanges(due: Range, reported: Range): 'MET' | 'BEHIND' | 'INDETERMINATE' {
  if (reported.low >= due.high) return 'MET';
  if (reported.high < due.low) return 'BEHIND';
  return 'INDETERMINATE';
}
