import { type Groups, listMembers, membershipDay } from './recipients.ts';
import type { RecordedCount } from './record.ts';

/** How a count reaches a country: by its name, or through a group that lists it. */
export type Reach = 'named' | 'listed';

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
