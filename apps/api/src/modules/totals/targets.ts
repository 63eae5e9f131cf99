import {
  type Groups,
  isOpenGroup,
  listMembers,
  membershipDay,
  placeCount,
  type Target,
  takePart,
} from './recipients.ts';
import type { Quantity, RecordedCount } from './record.ts';

/** Takes the part of a quantity that every target could claim; null where the count cannot concern them all. */
export type Taker = (quantity: Quantity) => Quantity;

export function createTaker(count: RecordedCount, targets: Target[], groups: Groups): Taker | null {
  const placements = targets.map((target) => placeCount(count, target, groups));
  if (placements.some((placement) => placement === null)) return null;
  const joint = joinTargets(count, targets);
  if (joint === 'APART') return null;
  return (quantity) => {
    const parts = placements.flatMap((placement) => (placement ? [takePart(quantity, placement)] : []));
    const high = Math.min(quantity.high, ...parts.map((part) => part.high));
    // Of two targets neither of which holds the other, nobody may be in both.
    const low = joint === 'UNCLEAR' ? 0 : Math.min(quantity.low, ...parts.map((part) => part.low));
    return { low: Math.min(low, high), high };
  };
}

/** Whether the targets lie within one another on the day of the count. */
function joinTargets(count: RecordedCount, targets: Target[]): 'NESTED' | 'UNCLEAR' | 'APART' {
  const day = membershipDay(count);
  const sets = targets.map((target) => {
    if (target.kind === 'COUNTRY') return new Set([target.iso3]);
    if (target.kind === 'GROUP' && !isOpenGroup(target.group)) return listMembers(target.group, day);
    return null;
  });
  const [first, ...others] = sets.toSorted(
    (one, other) => (one?.size ?? Infinity) - (other?.size ?? Infinity),
  );
  if (first === undefined || others.length === 0) return 'NESTED';
  if (first === null || others.some((set) => set === null)) return 'UNCLEAR';
  const shared = others.map((set) => [...first].filter((iso3) => set?.has(iso3)).length);
  if (shared.includes(0)) return 'APART';
  return shared.every((size) => size === first.size) ? 'NESTED' : 'UNCLEAR';
}
