import { fillNetwork, type Knot, movePeople, placePeople, type Side, type Tie } from './network.ts';

const NOWHERE = Number.POSITIVE_INFINITY;

/**
 * Rounds that look for the nearest places. Most networks are done by then; in a very long chain every length
 * would cost a round of its own, so the rounds after these count only the ways back.
 */
const NEAR_ROUNDS = 30;

/**
 * The weight of the heaviest set of figures of which none is inside another, amounts (≥ 0) in the order of the
 * knots. By Dilworth it is the sum of all amounts less the most people that can hide (a largest flow, Dinic's way).
 * The set itself is that flow's smallest cut, and its plain sum is what is returned: unlike the difference it
 * is not blurred by the people who hide. Real numbers need no epsilon: each move empties a side, a room or a tie.
 */
export function weighHeaviest(knots: Knot[], amounts: number[]): number {
  fillNetwork(knots, amounts);
  let waiting = Number.POSITIVE_INFINITY;
  for (let round = 0; ; round += 1) {
    const wayOutward = round < NEAR_ROUNDS ? 1 : 0;
    const sources = measureHeights(knots, wayOutward, waiting);
    if (sources.length === 0) break;
    // Farthest first, so that people who go the same way go together.
    for (const source of sources.reverse()) hidePeople(source, wayOutward);
    // Whoever could not reach a place never will again. With nobody left, the last measure goes all the way.
    waiting = sources.filter(({ excess }) => excess > 0).length || Number.POSITIVE_INFINITY;
  }
  return amounts.reduce(
    (weight, amount, position) => (isInCut(knots[position]) ? weight + amount : weight),
    0,
  );
}

/** Whether a figure's own people have nowhere left to hide, though those of narrower figures still would in it. */
function isInCut(knot: Knot | undefined): boolean {
  return knot?.hiding.height === NOWHERE && knot.hosting.height !== NOWHERE;
}

/**
 * Measures from every side the way to the nearest place, `wayOutward` for a tie outward and 1 for one back.
 * Returns the sides with people who can reach a place, nearest first; stops after the level where all who are
 * waiting are found.
 */
function measureHeights(knots: Knot[], wayOutward: 0 | 1, waiting: number): Side[] {
  let level: Side[] = [];
  for (const { hiding, hosting } of knots) {
    hiding.cursor = 0;
    hosting.cursor = 0;
    hiding.height = NOWHERE;
    hosting.height = hosting.room > 0 ? 0 : NOWHERE;
    if (hosting.room > 0) level.push(hosting);
  }
  const sources: Side[] = [];
  for (let height = 0; level.length > 0 && sources.length < waiting; height += 1) {
    const next: Side[] = [];
    for (const side of level) {
      // A side may be found one step further away before it is found here.
      if (side.height < height) continue;
      if (side.excess > 0) sources.push(side);
      for (const tie of side.ties) {
        const isOutward = tie.to === side;
        if (!isOutward && tie.people === 0) continue;
        const start = isOutward ? tie.from : tie.to;
        const distance = height + (isOutward ? wayOutward : 1);
        if (start.height <= distance) continue;
        start.height = distance;
        if (distance === height) level.push(start);
        else next.push(start);
      }
    }
    level = next;
  }
  return sources;
}

/**
 * Sends people from a source along measured ways, with all they meet on the way, until they are placed or the
 * ways are used up. Whoever comes to a dead end goes back one step.
 */
function hidePeople(source: Side, wayOutward: 0 | 1): void {
  const path: { start: Side; tie: Tie; people: number }[] = [];
  let side = source;
  while (true) {
    placePeople(side);
    const tie = side.excess > 0 ? findWay(side, wayOutward) : undefined;
    if (tie) {
      const people = tie.from === side ? side.excess : Math.min(side.excess, tie.people);
      path.push({ start: side, tie, people });
      side = movePeople(side, tie, people);
      continue;
    }
    const step = path.pop();
    if (!step) return;
    if (side.excess > 0) {
      movePeople(side, step.tie, Math.min(side.excess, step.people));
      step.start.cursor += 1;
    }
    side = step.start;
  }
}

/** The next tie that leads one measured step down, or undefined at a dead end. */
function findWay(side: Side, wayOutward: 0 | 1): Tie | undefined {
  for (; side.cursor < side.ties.length; side.cursor += 1) {
    const tie = side.ties[side.cursor];
    if (!tie) continue;
    if (tie.from === side) {
      if (tie.to.height + wayOutward === side.height) return tie;
    } else if (tie.people > 0 && tie.from.height + 1 === side.height) {
      return tie;
    }
  }
  return undefined;
}
