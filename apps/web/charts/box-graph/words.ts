import type { BoxGraph, GraphBox, GraphNeighbour } from './layout.ts';

/** The graph in words, an arrow each: "1,000, FOCAC → 3,000, this promise (may be)". */
export function describeGraph({ centre, before, after }: BoxGraph): string {
  const middle = nameBox(centre);
  const say = (from: string, { label, isMutual }: GraphNeighbour, to: string) =>
    `${from} ${isMutual ? 'and' : '→'} ${to} (${label})`;
  const arrows = [
    ...before.map((neighbour) => say(nameBox(neighbour.box), neighbour, middle)),
    ...after.map((neighbour) => say(middle, neighbour, nameBox(neighbour.box))),
  ];
  return arrows.length > 0 ? `${arrows.join('; ')}.` : `${middle} alone.`;
}

function nameBox({ figure, words }: GraphBox): string {
  return figure ? `${figure}, ${words}` : words;
}
