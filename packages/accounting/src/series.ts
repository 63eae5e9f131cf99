import { cutPeriod, formatDay, requireDay, requirePeriod } from './calendar.ts';
import { evaluateBuckets, prepareRange } from './range.ts';
import type { Figure, Link, SeriesOptions, SeriesPoint } from './types.ts';

/**
 * Totals over `[from, to)`, bucket by bucket. Buckets follow the calendar: the first runs from `from` to the next
 * 1 January (YEAR), first day of a quarter (QUARTER) or of a month (MONTH); then whole years, quarters or months;
 * the last is cut at `to`. No buckets when `from` is `to`.
 *
 * `range` is the bucket's own `[start, end)`; `cumulative` runs from the series' `from` to the bucket's end, so
 * that commitments and reports are compared over the same days. Both are ranges of distinct people
 * (docs/methodology.md, rule 4): where figures are linked, buckets need not add up to the cumulative.
 *
 * Throws AccountingError as `totalAt` does; BAD_DATE when `from` is after `to`.
 */
export function series(figures: Figure[], links: Link[], options: SeriesOptions): SeriesPoint[] {
  const { interval, schedule, knownOn } = options;
  requireDay(knownOn);
  const { from, to } = requirePeriod(options.from, options.to);
  const prepared = prepareRange(figures, links, knownOn);
  return evaluateBuckets(prepared, cutPeriod(from, to, interval), schedule).map(
    ({ bucket, range, cumulative }) => ({
      start: formatDay(bucket.start),
      end: formatDay(bucket.end),
      range,
      cumulative,
    }),
  );
}
