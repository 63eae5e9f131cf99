import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Figure, type Link, totalAt } from '../src/index.ts';
import { records, WHOLE } from './records.ts';

type Matrix = boolean[][];

/** inside[i][j]: i is, by these links and by what follows from them, part of j. */
function closeOver(figures: Figure[], links: Link[]): Matrix {
  const position = new Map(figures.map(({ id }, index) => [id, index]));
  const inside: Matrix = figures.map(() => figures.map(() => false));
  for (const { from, to } of links) {
    (inside[position.get(from) ?? -1] ?? [])[position.get(to) ?? -1] = true;
  }
  for (let via = 0; via < figures.length; via += 1) {
    for (const row of inside) {
      if (!row[via]) continue;
      for (let to = 0; to < figures.length; to += 1) if (inside[via]?.[to]) row[to] = true;
    }
  }
  return inside;
}

function tryEverySet(amounts: number[], inside: Matrix): number {
  let heaviest = 0;
  for (let set = 0; set < 2 ** amounts.length; set += 1) {
    const chosen = amounts.map((_, index) => index).filter((index) => set & (1 << index));
    if (chosen.some((one) => chosen.some((other) => inside[one]?.[other]))) continue;
    heaviest = Math.max(
      heaviest,
      chosen.reduce((sum, index) => sum + (amounts[index] ?? 0), 0),
    );
  }
  return heaviest;
}

/** Each person of a figure may be one person of a figure that it is inside of: the most such pairs, one by one. */
function matchEveryPerson(amounts: number[], inside: Matrix): number {
  const people = amounts.flatMap((amount, index) => Array.from({ length: amount }, () => index));
  const hiddenBy = new Map<number, number>();
  const findPlace = (person: number, tried: Set<number>): boolean => {
    for (const [host, figure] of people.entries()) {
      if (tried.has(host) || !inside[people[person] ?? -1]?.[figure]) continue;
      tried.add(host);
      const current = hiddenBy.get(host);
      if (current === undefined || findPlace(current, tried)) {
        hiddenBy.set(host, person);
        return true;
      }
    }
    return false;
  };
  return people.length - people.filter((_, person) => findPlace(person, new Set())).length;
}

const isCertain = ({ relation }: Link) => relation === 'PART_OF';

it('is the heaviest set of figures of which none is inside another', () => {
  fc.assert(
    fc.property(records(10, 9), ({ figures, links }) => {
      expect(totalAt(figures, links, WHOLE)).toEqual({
        low: tryEverySet(
          figures.map(({ quantity }) => quantity.low),
          closeOver(figures, links),
        ),
        high: tryEverySet(
          figures.map(({ quantity }) => quantity.high),
          closeOver(figures, links.filter(isCertain)),
        ),
      });
    }),
    { numRuns: 400 },
  );
});

it('is the number of people left when they are matched one by one', () => {
  fc.assert(
    fc.property(records(8, 5), ({ figures, links }) => {
      expect(totalAt(figures, links, WHOLE)).toEqual({
        low: matchEveryPerson(
          figures.map(({ quantity }) => quantity.low),
          closeOver(figures, links),
        ),
        high: matchEveryPerson(
          figures.map(({ quantity }) => quantity.high),
          closeOver(figures, links.filter(isCertain)),
        ),
      });
    }),
    { numRuns: 400 },
  );
});
