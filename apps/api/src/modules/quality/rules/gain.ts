import { AccountingError, type Link, totalAt } from '@muster/accounting';
import { readCount, type Summand, toPledgedFigures } from '../../totals/figures.ts';
import { linkPresent, mapSteps } from '../../totals/links.ts';
import type { RecordedLink } from '../../totals/record.ts';
import type { OverlapRow } from '../queries/overlaps.ts';

// Whole quantities, whenever they are due.
const WHOLE = { at: '2200-01-01', schedule: 'AT_START', knownOn: '2199-12-31' } as const;

type Weigh = (smaller: OverlapRow, larger: OverlapRow) => number;

/**
 * By how many people the fewest of a total would fall if one count may be part of the other, given what is linked already.
 * Only what hangs together with either of the two can matter. `linked`: the counts that have links.
 */
export function weighJudgements(linked: OverlapRow[], links: RecordedLink[]): Weigh {
  const steps = mapSteps(links);
  const known = new Map(linked.map((row) => [row.slug, row]));
  const neighbours = new Map<string, string[]>();
  for (const [from, to] of links.flatMap((link) => [
    [link.from, link.to],
    [link.to, link.from],
  ]) as [string, string][]) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  }
  const everyone = new Set(neighbours.keys());
  return (smaller, larger) => {
    const ends = [smaller.slug, larger.slug];
    const reached = new Set(ends);
    for (const slug of reached) for (const next of neighbours.get(slug) ?? []) reached.add(next);
    const rows = [...reached].flatMap((slug) =>
      slug === smaller.slug ? smaller : slug === larger.slug ? larger : (known.get(slug) ?? []),
    );
    const figures = toPledgedFigures(rows.flatMap(toSummand), 0);
    const among = linkPresent(steps, new Set(figures.map(({ id }) => id)), everyone);
    const amounts = new Map(figures.map(({ id, quantity }) => [id, quantity]));
    const judged = [ends, ends.toReversed()].flatMap(([from = '', to = '']): Link[] => {
      const [part, whole] = [amounts.get(from), amounts.get(to)];
      // Nobody could say that more people are part of fewer.
      return part && whole && part.low <= whole.high ? [{ from, to, relation: 'MAY_BE_PART_OF' }] : [];
    });
    try {
      const before = totalAt(figures, among, WHOLE).low;
      return Math.max(0, ...judged.map((link) => before - lowOf(figures, [...among, link], before)));
    } catch (error) {
      if (error instanceof AccountingError) return 0;
      throw error;
    }
  };
}

/** A link that would close a cycle cannot be made, and moves nothing. */
function lowOf(figures: Parameters<typeof totalAt>[0], links: Link[], otherwise: number): number {
  try {
    return totalAt(figures, links, WHOLE).low;
  } catch (error) {
    if (error instanceof AccountingError && error.code === 'CYCLE') return otherwise;
    throw error;
  }
}

function toSummand(row: OverlapRow): Summand[] {
  const { slug, knownOn, rate, low, high, windowStart, windowEnd, windowEndLatest } = row;
  const window = { start: windowStart, end: windowEnd, endLatest: windowEndLatest };
  const [first, ...others] = readCount({ quantity: { low, high }, rate, window }, (whole) => whole);
  return first ? [{ count: { slug, knownOn }, readings: [first, ...others] }] : [];
}
