import type { BoxGraph, GraphBox, GraphNeighbour } from '../box-graph/index.ts';

/** A link between two counts: `from` is, or may be, part of `to`; or the two are one. */
export interface OverlapLink {
  from: GraphBox;
  to: GraphBox;
  relation: 'PART_OF' | 'MAY_BE_PART_OF' | 'SAME_AS';
}

/** The record `id` in the middle: what is part of it before, what it is part of after. */
export function buildOverlapGraph(centre: GraphBox, links: readonly OverlapLink[]): BoxGraph {
  const before: GraphNeighbour[] = [];
  const after: GraphNeighbour[] = [];
  for (const { from, to, relation } of links) {
    const isWhole = to.id === centre.id;
    const box = isWhole ? from : to;
    const certainty = relation === 'MAY_BE_PART_OF' ? 'may' : 'is';
    const isMutual = relation === 'SAME_AS';
    const label = isMutual ? 'same' : certainty === 'may' ? 'may be' : 'is';
    (isWhole && !isMutual ? before : after).push({ box, certainty, isMutual, label });
  }
  return { centre, before, after };
}
