import { type Groups, hasUnnamedRest, listMembers, membershipDay, type Target } from './recipients.ts';
import type { RecordedCount } from './record.ts';

/** How a count reaches a country: by its name, or through a group that lists it. */
export type Reach = 'named' | 'listed';

/** Whether a count names a target or a group that shares a member with it: more than that it may include it. */
export function isByName(count: RecordedCount, target: Target, groups: Groups): boolean {
  if (target.kind === 'UNNAMED') return true;
  if (target.kind === 'COUNTRY') return findReach(count, target.iso3, groups) !== null;
  const day = membershipDay(count);
  const members = listMembers(target.group, day);
  return count.recipients.some(({ iso3, groupId }) => {
    if (iso3 !== null) return members.has(iso3);
    if (groupId === target.group.id) return true;
    const group = groupId === null ? undefined : groups.get(groupId);
    return group !== undefined && [...listMembers(group, day)].some((member) => members.has(member));
  });
}

/** Null where the count may include the country only because it names nobody, or not everybody. */
export function findReach(count: RecordedCount, iso3: string, groups: Groups): Reach | null {
  if (count.recipients.some((recipient) => recipient.iso3 === iso3)) return 'named';
  const day = membershipDay(count);
  const isListed = count.recipients.some(({ groupId }) => {
    const group = groupId === null ? undefined : groups.get(groupId);
    return group !== undefined && listMembers(group, day).has(iso3);
  });
  return isListed ? 'listed' : null;
}

/**
 * Every country that a count can concern; null where that may be any, because it names nobody, not everybody, or a group
 * of which nobody knows the members.
 */
export function listReached(count: RecordedCount, groups: Groups): Set<string> | null {
  if (hasUnnamedRest(count)) return null;
  const day = membershipDay(count);
  const reached = new Set<string>();
  for (const { iso3, groupId } of count.recipients) {
    if (iso3 !== null) {
      reached.add(iso3);
      continue;
    }
    const group = groupId === null ? undefined : groups.get(groupId);
    const members = group ? [...listMembers(group, day)] : [];
    // Of a group of one, which may be the country that trains the others, nobody may be left.
    if (members.length < 2) return null;
    for (const member of members) reached.add(member);
  }
  return reached;
}
