import { groupConnected } from './groups.ts';
import type { DatedFigure } from './record.ts';
import type { Link } from './types.ts';

/** Figures that SAME_AS makes one. `id` is that of the one stated first. */
export interface Joined extends DatedFigure {
  members: string[];
}

/**
 * Joins the figures that are present into one per SAME_AS group, the hull of their quantities in the window
 * of the one stated first (ties: smaller id): docs/methodology.md, rule 2. Returns what each id became.
 */
export function joinSame(present: DatedFigure[], links: Link[]): Map<string, Joined> {
  const byId = new Map(present.map((figure) => [figure.id, figure]));
  const pairs: [DatedFigure, DatedFigure][] = [];
  for (const { from, to, relation } of links) {
    const one = byId.get(from);
    const other = byId.get(to);
    if (relation === 'SAME_AS' && one && other) pairs.push([one, other]);
  }
  const joined = new Map<string, Joined>();
  for (const group of groupConnected(byId.values(), pairs)) {
    const whole = joinGroup(group);
    for (const { id } of group) joined.set(id, whole);
  }
  return joined;
}

function joinGroup(group: DatedFigure[]): Joined {
  const first = group.reduce((one, other) => (wasStatedBefore(other, one) ? other : one));
  const quantity = group.reduce(
    ({ low, high }, other) => ({
      low: Math.min(low, other.quantity.low),
      high: Math.max(high, other.quantity.high),
    }),
    first.quantity,
  );
  return { ...first, quantity, members: group.map(({ id }) => id).sort() };
}

function wasStatedBefore(one: DatedFigure, other: DatedFigure): boolean {
  return one.knownOn < other.knownOn || (one.knownOn === other.knownOn && one.id < other.id);
}
