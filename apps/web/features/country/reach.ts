import type { CountLineFragment } from '@/generated/graphql.ts';

/** How a count reaches a country: it alone, among others by name, or only through a group. */
export type Reach = 'alone' | 'shared' | 'group';

export function findReach(iso3: string, { recipients, recipientScope }: CountLineFragment): Reach {
  const isNamed = recipients.some(({ country }) => country?.iso3 === iso3);
  if (!isNamed) return 'group';
  return recipients.length === 1 && recipientScope === 'NAMED' ? 'alone' : 'shared';
}

/** Counts by how they reach a country; those that name it first. */
export function splitByReach<Row extends CountLineFragment>(iso3: string, counts: readonly Row[]) {
  return {
    named: counts.filter((count) => findReach(iso3, count) !== 'group'),
    reached: counts.filter((count) => findReach(iso3, count) === 'group'),
  };
}
