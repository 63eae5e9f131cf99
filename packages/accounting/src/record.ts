import { requireDay } from './calendar.ts';
import { AccountingError } from './errors.ts';
import type { Figure, Link, Range } from './types.ts';
import type { Days } from './window.ts';

/** A checked figure, its window in days. */
export interface DatedFigure {
  id: string;
  quantity: Range;
  window: Days;
  knownOn: string;
}

/**
 * Checks every figure and link, known or not, and returns the figures with their windows in days.
 * Throws DUPLICATE_ID, BAD_DATE, BAD_WINDOW, BAD_RANGE or UNKNOWN_ID: docs/methodology.md, rule 5.
 */
export function requireRecord(figures: Figure[], links: Link[]): DatedFigure[] {
  const ids = new Set<string>();
  for (const { id } of figures) {
    if (ids.has(id)) throw new AccountingError('DUPLICATE_ID', `duplicate figure id: ${id}`, [id]);
    ids.add(id);
  }
  for (const { from, to } of links) {
    for (const id of [from, to]) {
      if (!ids.has(id)) throw new AccountingError('UNKNOWN_ID', `unknown figure id in link: ${id}`, [id]);
    }
  }
  const readDay = createDayReader();
  return figures.map((figure) => requireFigure(figure, readDay));
}

/** Reads a day once, however many figures name it. */
function createDayReader(): typeof requireDay {
  const known = new Map<string, number>();
  return (iso, figureId) => {
    const day = known.get(iso) ?? requireDay(iso, figureId);
    known.set(iso, day);
    return day;
  };
}

function requireFigure({ id, quantity, window, knownOn }: Figure, readDay: typeof requireDay): DatedFigure {
  readDay(knownOn, id);
  const days = { start: readDay(window.start, id), end: readDay(window.end, id) };
  if (days.end <= days.start) {
    throw new AccountingError('BAD_WINDOW', `invalid window of ${id}: ${window.start} to ${window.end}`, [
      id,
    ]);
  }
  const { low, high } = quantity;
  if (!(low >= 0 && low <= high && high < Number.POSITIVE_INFINITY)) {
    throw new AccountingError('BAD_RANGE', `invalid quantity of ${id}: ${low} to ${high}`, [id]);
  }
  return { id, quantity, window: days, knownOn };
}
