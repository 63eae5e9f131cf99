import type { Day } from '../../days.ts';
import type { Quantity, RecordedCount, RecordedGroup, RecordedRecipient } from './record.ts';

/** For whom an answer is asked: a country, a group, or whoever a record leaves unnamed. */
export type Target =
  | { kind: 'COUNTRY'; iso3: string }
  | { kind: 'GROUP'; group: RecordedGroup }
  | { kind: 'UNNAMED' };

export type Groups = ReadonlyMap<number, RecordedGroup>;

/** The shares of a count's recipients that lie within a target, outside of it, and that may lie within it. */
interface Placement {
  inside: (Quantity | null)[];
  outside: (Quantity | null)[];
  unclear: (Quantity | null)[];
}

type Side = keyof Placement;

export function isOpenGroup(group: RecordedGroup): boolean {
  return group.members.length === 0;
}

/** The day on which membership is looked at: when the count was stated; undated: when it was known. */
export function membershipDay(count: RecordedCount): Day {
  return count.statedOn ?? count.knownOn;
}

export function listMembers(group: RecordedGroup, day: Day): Set<string> {
  const members = group.members.filter(
    ({ since, until }) => (since === null || since <= day) && (until === null || day < until),
  );
  return new Set(members.map(({ iso3 }) => iso3));
}

/** Whether the count concerns the target, and which part; null where it cannot. */
export function placeCount(count: RecordedCount, target: Target, groups: Groups): Placement | null {
  const placement: Placement = { inside: [], outside: [], unclear: [] };
  const place = createPlacer(count, target, groups);
  for (const recipient of count.recipients) placement[place.recipient(recipient)].push(recipient.share);
  const rest = hasUnnamedRest(count) ? place.rest() : null;
  if (rest) placement[rest].push(null);
  return placement.inside.length + placement.unclear.length > 0 ? placement : null;
}

/**
 * The part of a quantity that is the target's: all of it where nobody else is meant; otherwise at least its own
 * shares (or what the others' shares leave), at most what the others' shares leave. Never divided evenly.
 */
export function takePart(quantity: Quantity, { inside, outside, unclear }: Placement): Quantity {
  if (outside.length + unclear.length === 0) return quantity;
  const isClear = unclear.length === 0;
  let high = quantity.high - addShares(outside, 'low');
  if (isClear && inside.every((share) => share !== null)) high = Math.min(high, addShares(inside, 'high'));
  let low = addShares(inside, 'low');
  if (isClear && outside.every((share) => share !== null)) {
    low = Math.max(low, quantity.low - addShares(outside, 'high'));
  }
  high = Math.max(0, high);
  return { low: Math.min(Math.max(0, low), high), high };
}

function addShares(shares: (Quantity | null)[], bound: keyof Quantity): number {
  return shares.reduce((sum, share) => sum + (share?.[bound] ?? 0), 0);
}

/** "24 countries, among them …": whoever is not listed. Beside a group, the unlisted are the group's. */
export function hasUnnamedRest({ recipientScope, recipients }: RecordedCount): boolean {
  if (recipientScope === 'UNSPECIFIED') return true;
  return recipientScope === 'PARTLY_NAMED' && recipients.every(({ groupId }) => groupId === null);
}

function createPlacer(count: RecordedCount, target: Target, groups: Groups) {
  const groupOf = ({ groupId }: RecordedRecipient) => (groupId === null ? undefined : groups.get(groupId));
  if (target.kind === 'UNNAMED') {
    const recipient = (it: RecordedRecipient): Side => {
      const group = groupOf(it);
      return group && isOpenGroup(group) ? 'inside' : 'outside';
    };
    return { recipient, rest: (): Side => 'inside' };
  }

  const day = membershipDay(count);
  const own = findOwnCountry(count);
  const wanted = listWanted(target, day);
  if (own !== null) wanted?.delete(own);
  const named = target.kind === 'COUNTRY' ? findNamed(count, target.iso3) : undefined;
  if (target.kind === 'COUNTRY' && named) wanted?.add(target.iso3);

  const recipient = (it: RecordedRecipient): Side => {
    // A share is all that it is given; what others are given is theirs.
    if (named?.share) return it === named ? 'inside' : 'outside';
    const group = groupOf(it);
    if (target.kind === 'GROUP' && group?.id === target.group.id) return 'inside';
    if (wanted === null) return 'unclear';
    if (it.iso3 !== null) return wanted.has(it.iso3) ? 'inside' : 'outside';
    if (!group || isOpenGroup(group)) return wanted.size > 0 ? 'unclear' : 'outside';
    return compareMembers(listMembers(group, day), own, wanted);
  };
  const rest = (): Side => (named || wanted?.size === 0 ? 'outside' : 'unclear');
  return { recipient, rest };
}

function compareMembers(members: Set<string>, own: string | null, wanted: Set<string>): Side {
  if (own !== null) members.delete(own);
  // A group without members on that day: nobody knows who is meant.
  if (members.size === 0) return 'unclear';
  const shared = [...members].filter((iso3) => wanted.has(iso3)).length;
  if (shared === members.size) return 'inside';
  return shared === 0 ? 'outside' : 'unclear';
}

/** Null: a group whose membership nobody has defined. */
function listWanted(target: Exclude<Target, { kind: 'UNNAMED' }>, day: Day): Set<string> | null {
  if (target.kind === 'COUNTRY') return new Set([target.iso3]);
  return isOpenGroup(target.group) ? null : listMembers(target.group, day);
}

function findNamed(count: RecordedCount, iso3: string): RecordedRecipient | undefined {
  return count.recipients.find((recipient) => recipient.iso3 === iso3);
}

/** Training foreign police, a country is not among its own trainees unless the record names it. */
function findOwnCountry(count: RecordedCount): string | null {
  const [provider, ...others] = count.providers;
  if (!provider || others.length > 0 || provider.iso3 === null) return null;
  return findNamed(count, provider.iso3) ? null : provider.iso3;
}
