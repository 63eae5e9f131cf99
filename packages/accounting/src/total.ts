import { requireDay, requirePeriod } from './calendar.ts';
import { evaluateRange, prepareRange } from './range.ts';
import type { Figure, Link, Range, TotalOptions } from './types.ts';
import type { Days } from './window.ts';

/**
 * The fewest and the most distinct people due in `[from, at)`, or since ever without `from`, as the record
 * stood on `knownOn`: docs/methodology.md. People, unrounded; days are ISO. Without figures, 0–0.
 *
 * Throws AccountingError: UNKNOWN_ID, DUPLICATE_ID, CYCLE, BAD_WINDOW, BAD_RANGE, or BAD_DATE (also when
 * `from` is after `at`).
 */
export function totalAt(figures: Figure[], links: Link[], options: TotalOptions): Range {
  const period = requireTotalPeriod(options);
  return evaluateRange(prepareRange(figures, links, options.knownOn), period, options.schedule);
}

/** The period of a total, in days. */
export function requireTotalPeriod({ from, at, knownOn }: TotalOptions): Days {
  requireDay(knownOn);
  if (from === undefined) return { start: Number.NEGATIVE_INFINITY, end: requireDay(at) };
  const period = requirePeriod(from, at);
  return { start: period.from, end: period.to };
}
