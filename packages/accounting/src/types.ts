/** People, `low ≤ high`, unrounded: whole people are made once, at the API's edge. */
export interface Range {
  low: number;
  high: number;
}

/** ISO days, `[start, end)`: the end is the first day that no longer belongs to it. */
export interface Window {
  start: string;
  end: string;
}

/** A count that can be added: people in a closed window, public since the ISO day `knownOn`. */
export interface Figure {
  id: string;
  quantity: Range;
  window: Window;
  knownOn: string;
}

/** `from` is (or may be) part of, is the same as, or replaces `to`. */
export interface Link {
  from: string;
  to: string;
  relation: 'PART_OF' | 'MAY_BE_PART_OF' | 'SAME_AS' | 'SUPERSEDES';
}

/** How a quantity falls due over its window: spread by day, all on its first day, or all on its last. */
export type Schedule = 'EVEN' | 'AT_START' | 'AT_END';

export type Interval = 'YEAR' | 'QUARTER' | 'MONTH';

/** Due in `[from, at)`, or since ever without `from`, as the record stood on the ISO day `knownOn`. */
export interface TotalOptions {
  from?: string;
  at: string;
  schedule: Schedule;
  knownOn: string;
}

/** Due in `[from, end)` for each of the ISO days `ends`, as the record stood on the ISO day `knownOn`. */
export interface RunningOptions {
  from: string;
  ends: string[];
  schedule: Schedule;
  knownOn: string;
}

/** Buckets of one calendar interval over `[from, to)`. */
export interface SeriesOptions {
  from: string;
  to: string;
  interval: Interval;
  schedule: Schedule;
  knownOn: string;
}

/** One bucket `[start, end)`: its own range, and the range of everything since the series' `from`. */
export interface SeriesPoint {
  start: string;
  end: string;
  range: Range;
  cumulative: Range;
}
