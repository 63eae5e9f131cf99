import type { LinkRelation } from '@/generated/contract.ts';
import type { CountLinkFragment, LinkedCountFragment } from '@/generated/graphql.ts';

const overlapRelations = ['PART_OF', 'MAY_BE_PART_OF', 'SAME_AS'] as const;
export type Overlap = CountLinkFragment & { relation: (typeof overlapRelations)[number] };

/** A link seen from one of its ends: words before and after the other's title. */
export interface LinkSentence {
  before: string;
  other: LinkedCountFragment;
  after: string;
}

type Phrase = [asFrom: string, asTo: string];

const stated: { [relation in LinkRelation]: Phrase } = {
  PART_OF: ['It is part of', 'is part of it'],
  MAY_BE_PART_OF: ['It may be part of', 'may be part of it'],
  SAME_AS: ['It is another telling of', 'is another telling of it'],
  SUPERSEDES: ['It replaces', 'replaces it, so this one no longer counts'],
  FULFILS: ['It reports on', 'reports on it'],
  RENEWS: ['It renews', 'renews it, and adds to it'],
  DISTINCT: ['It has nothing in common with', 'has nothing in common with it'],
};

// What nobody stated is not put as a fact.
const inferred: { [relation in LinkRelation]?: Phrase } = {
  PART_OF: ['It is taken to be part of', 'is taken to be part of it'],
  FULFILS: ['It may report on', 'may report on it'],
  SUPERSEDES: ['It is taken to replace', 'is taken to replace it, so this one no longer counts'],
  RENEWS: ['It seems to renew', 'seems to renew it, and to add to it'],
  DISTINCT: ['It seems to have nothing in common with', 'seems to have nothing in common with it'],
};

/** A link in words, from the side of the record `slug`. */
export function writeLink(slug: string, link: CountLinkFragment): LinkSentence {
  const phrases = (link.basis === 'INFERRED' && inferred[link.relation]) || stated[link.relation];
  const isFrom = link.from.slug === slug;
  return isFrom
    ? { before: phrases[0], other: link.to, after: '' }
    : { before: '', other: link.from, after: phrases[1] };
}

export function isOverlap(link: CountLinkFragment): link is Overlap {
  return (overlapRelations as readonly string[]).includes(link.relation);
}

/** What the overlap section is about: what the record may be in, what may be in it, or both. */
export function writeOverlapTitle(slug: string, links: readonly CountLinkFragment[]): string {
  const overlaps = links.filter(isOverlap);
  if (overlaps.length === 0) return 'Beside other records';
  const isMaybe = overlaps.some(({ relation }) => relation === 'MAY_BE_PART_OF');
  const may = isMaybe ? 'may be' : 'is';
  if (overlaps.some(({ from }) => from.slug === slug)) return `What it ${may} part of`;
  return `What ${may} part of it`;
}

/** The links whose both ends the public could know on a day; all of them where it is null. */
export function findKnownLinks(
  links: readonly CountLinkFragment[],
  known: string | null,
): CountLinkFragment[] {
  return links.filter(({ from, to }) => !known || (from.knownOn <= known && to.knownOn <= known));
}
