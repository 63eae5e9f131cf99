import type { LinkRelation } from '@/generated/contract.ts';
import type { CountLinkFragment, CountRecordFragment, LinkedCountFragment } from '@/generated/graphql.ts';

type Stated = LinkedCountFragment | CountRecordFragment;

/** One time that something was said. */
export interface Step {
  count: Stated;
  isThis: boolean;
  /** "First said", "Said again for a new window". */
  how: string;
  isInferred: boolean;
}

const later: { [relation in LinkRelation]?: string } = {
  SUPERSEDES: 'Replaced by',
  RENEWS: 'Said again for a new window',
  SAME_AS: 'Said again',
  PART_OF: 'Said again within a larger number',
};

/**
 * The times that a promise or a report was said, replaced or renewed, the earliest first, as far as links of the record
 * tell; empty where it was said once. A sum that was said later for the same days restates its parts.
 */
export function listRestatements(record: CountRecordFragment): Step[] {
  const pairs = record.links.flatMap((link) => toPair(link) ?? []);
  const earlier = pairs.filter(({ next }) => next.slug === record.slug);
  const after = pairs.filter(({ first }) => first.slug === record.slug);
  if (pairs.length === 0) return [];
  const [back] = earlier;
  return [
    ...sortByDay(earlier.map(({ first }) => first)).map((count) => makeStep(count, null)),
    { ...makeStep(record, back?.link ?? null), isThis: true },
    ...sortByDay(after.map(({ next }) => next)).map((count) =>
      makeStep(count, after.find(({ next }) => next === count)?.link ?? null),
    ),
  ];
}

function makeStep(count: Stated, link: CountLinkFragment | null): Step {
  const how = (link && later[link.relation]) ?? 'First said';
  return { count, isThis: false, how, isInferred: link?.basis === 'INFERRED' };
}

function toPair(link: CountLinkFragment) {
  const { from, to, relation } = link;
  if (relation === 'SUPERSEDES' || relation === 'RENEWS') return { first: to, next: from, link };
  if (relation === 'SAME_AS') {
    const [first, next] = sortByDay([from, to]) as [LinkedCountFragment, LinkedCountFragment];
    return { first, next, link };
  }
  return relation === 'PART_OF' && isRestated(from, to) ? { first: from, next: to, link } : null;
}

function isRestated(part: LinkedCountFragment, whole: LinkedCountFragment): boolean {
  const isLater = part.statedOn && whole.statedOn && part.statedOn.date < whole.statedOn.date;
  const isSameWindow =
    part.window.start?.date === whole.window.start?.date && part.window.end?.date === whole.window.end?.date;
  return Boolean(isLater && isSameWindow && part.window.start && part.__typename === whole.__typename);
}

function sortByDay<Count extends Pick<Stated, 'statedOn' | 'knownOn'>>(counts: Count[]): Count[] {
  const day = ({ statedOn, knownOn }: Count) => statedOn?.date ?? knownOn;
  return counts.toSorted((a, b) => day(a).localeCompare(day(b)));
}
