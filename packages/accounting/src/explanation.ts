import { type Containment, findContainments, sortInnerFirst } from './containment.ts';
import { type Joined, joinSame } from './joined.ts';
import { type LeftOut, selectKnown } from './known.ts';
import { requireRecord } from './record.ts';
import { requireTotalPeriod } from './total.ts';
import type { Figure, Link, Range, TotalOptions } from './types.ts';
import { shareDue } from './window.ts';

/** What one figure brings to a total, before anyone who may be counted twice is taken off. */
export interface Contribution {
  id: string;
  /** Its own quantity, due by its own window: people, unrounded. */
  amount: Range;
  /** The first that holds of SAME_AS, PART_OF, MAY_BE_PART_OF, CONTAINS, ALONE. */
  role: 'ALONE' | 'PART_OF' | 'MAY_BE_PART_OF' | 'CONTAINS' | 'SAME_AS';
  /** Ids that it, or a figure joined to it, is or may be directly part of. */
  within: string[];
  /** Ids joined to it by SAME_AS. */
  joined: string[];
}

/**
 * The figures behind `totalAt` with the same options, in the order given, and those left out with the reason.
 * Throws AccountingError as `totalAt` does.
 */
export function explainTotal(
  figures: Figure[],
  links: Link[],
  options: TotalOptions,
): { contributions: Contribution[]; left: LeftOut[] } {
  const period = requireTotalPeriod(options);
  const { present, left } = selectKnown(requireRecord(figures, links), links, options.knownOn);
  const joined = joinSame(present, links);
  const containments = findContainments(joined, links);
  sortInnerFirst(containments);
  const outward = Map.groupBy(containments, ({ part }) => part);
  const wholes = new Set(containments.map(({ whole }) => whole));
  const contributions = present.map(({ id, quantity, window }) => {
    const share = shareDue(window, period, options.schedule);
    const self = joined.get(id) as Joined;
    const above = outward.get(self) ?? [];
    return {
      id,
      amount: { low: quantity.low * share, high: quantity.high * share },
      role: roleOf(self, above, wholes.has(self)),
      within: [...new Set(above.map(({ link }) => link.to))].sort(),
      joined: self.members.filter((member) => member !== id),
    };
  });
  return { contributions, left };
}

function roleOf(self: Joined, above: Containment[], isWhole: boolean): Contribution['role'] {
  if (self.members.length > 1) return 'SAME_AS';
  if (above.some(({ link }) => link.relation === 'PART_OF')) return 'PART_OF';
  if (above.length > 0) return 'MAY_BE_PART_OF';
  return isWhole ? 'CONTAINS' : 'ALONE';
}
