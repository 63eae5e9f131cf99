import { requireDay, requirePeriod } from './calendar.ts';
import { evaluateEnds, prepareRange } from './range.ts';
import type { Figure, Link, Range, RunningOptions } from './types.ts';

/**
 * What `totalAt` says of each day of `ends`, all with the same `from`, in the order in which they are given: people, unrounded
 * (docs/methodology.md, rule 4). The figures are checked and joined once, however many days there are.
 *
 * Throws AccountingError as `totalAt` does; BAD_DATE when `from` is after an end.
 */
export function totalsUntil(figures: Figure[], links: Link[], options: RunningOptions): Range[] {
  const { from, ends, schedule, knownOn } = options;
  requireDay(knownOn);
  const start = requireDay(from);
  const days = ends.map((end) => requirePeriod(from, end).to);
  const ordered = [...new Set(days)].sort((one, other) => one - other);
  const ranges = evaluateEnds(prepareRange(figures, links, knownOn), start, ordered, schedule);
  const rangeOf = new Map(ordered.map((day, index) => [day, ranges[index]]));
  return days.map((day) => rangeOf.get(day) ?? { low: 0, high: 0 });
}
