import { fillNetwork, hidingOf, hostingOf, movePeople, type Network, placePeople } from './network.ts';

/** Further than any way; an integer like every height, since arrays of integers are the faster ones. */
const NOWHERE = 0x7fffffff;

/**
 * Rounds that look for the nearest places. Most networks are done by then; in a very long chain every length
 * would cost a round of its own, so the rounds after these count only the ways back.
 */
const NEAR_ROUNDS = 30;

/** The steps of those who are on their way: where each begins, along which tie, and how many people came. */
interface Path {
  starts: number[];
  ties: number[];
  moved: number[];
}

/**
 * The weight of the heaviest set of figures of which none is inside another, amounts (≥ 0) in the order of the
 * positions. By Dilworth it is the sum of all amounts less the most people that can hide (a largest flow, Dinic's way).
 * The set itself is that flow's smallest cut, and its plain sum is what is returned: unlike the difference it
 * is not blurred by the people who hide. Real numbers need no epsilon: each move empties a side, a room or a tie.
 */
export function weighHeaviest(network: Network, amounts: number[]): number {
  fillNetwork(network, amounts);
  const path: Path = { starts: [], ties: [], moved: [] };
  let waiting = Number.POSITIVE_INFINITY;
  for (let round = 0; ; round += 1) {
    const wayOutward = round < NEAR_ROUNDS ? 1 : 0;
    const sources = measureHeights(network, wayOutward, waiting);
    if (sources.length === 0) break;
    // Farthest first, so that people who go the same way go together.
    for (const source of sources.reverse()) hidePeople(network, wayOutward, source, path);
    // Whoever could not reach a place never will again. With nobody left, the last measure goes all the way.
    waiting =
      sources.filter((source) => (network.excess[source] ?? 0) > 0).length || Number.POSITIVE_INFINITY;
  }
  return amounts.reduce(
    (weight, amount, position) => (isInCut(network, position) ? weight + amount : weight),
    0,
  );
}

/** Whether a figure's own people have nowhere left to hide, though those of narrower figures still would in it. */
function isInCut({ heights }: Network, position: number): boolean {
  return heights[hidingOf(position)] === NOWHERE && heights[hostingOf(position)] !== NOWHERE;
}

/**
 * Measures from every side the way to the nearest place, `wayOutward` for a tie outward and 1 for one back.
 * Returns the sides with people who can reach a place, nearest first; stops after the level where all who are
 * waiting are found.
 */
function measureHeights(network: Network, wayOutward: 0 | 1, waiting: number): number[] {
  const { from, to, outward, inward, arriving, people, excess, room, heights, cursors } = network;
  let level: number[] = [];
  for (let side = 0; side < heights.length; side += 1) {
    cursors[side] = 0;
    const isPlace = (room[side] ?? 0) > 0;
    heights[side] = isPlace ? 0 : NOWHERE;
    if (isPlace) level.push(side);
  }
  const sources: number[] = [];
  for (let height = 0; level.length > 0 && sources.length < waiting; height += 1) {
    const next: number[] = [];
    const [far, near] = [height + 1, height + wayOutward];
    const beyond = wayOutward ? next : level;
    for (const side of level) {
      // A side may be found one step further away before it is found here.
      if ((heights[side] ?? 0) < height) continue;
      if ((excess[side] ?? 0) > 0) sources.push(side);
      const end = inward[side + 1] ?? 0;
      for (let index = inward[side] ?? 0; index < end; index += 1) {
        const start = from[arriving[index] ?? 0] ?? 0;
        if ((heights[start] ?? 0) <= near) continue;
        heights[start] = near;
        beyond.push(start);
      }
      const last = outward[side + 1] ?? 0;
      for (let tie = outward[side] ?? 0; tie < last; tie += 1) {
        if (people[tie] === 0) continue;
        const start = to[tie] ?? 0;
        if ((heights[start] ?? 0) <= far) continue;
        heights[start] = far;
        next.push(start);
      }
    }
    level = next;
  }
  return sources;
}

/**
 * Sends people from a source along measured ways, with all they meet on the way, until they are placed or the
 * ways are used up. Whoever comes to a dead end goes back one step. `path` is empty before and after.
 */
function hidePeople(network: Network, wayOutward: 0 | 1, source: number, path: Path): void {
  const { from, to, people, excess, cursors } = network;
  const { starts, ties, moved } = path;
  let side = source;
  while (true) {
    placePeople(network, side);
    const here = excess[side] ?? 0;
    const tie = here > 0 ? findWay(network, wayOutward, side) : -1;
    if (tie >= 0) {
      const isOutward = from[tie] === side;
      const end = (isOutward ? to[tie] : from[tie]) ?? 0;
      const going = isOutward ? here : Math.min(here, people[tie] ?? 0);
      starts.push(side);
      ties.push(tie);
      moved.push(going);
      movePeople(network, side, end, tie, going);
      side = end;
      continue;
    }
    const [start, step, came] = [starts.pop(), ties.pop(), moved.pop()];
    if (start === undefined || step === undefined || came === undefined) return;
    if (here > 0) {
      movePeople(network, side, start, step, Math.min(here, came));
      cursors[start] = (cursors[start] ?? 0) + 1;
    }
    side = start;
  }
}

/** The next tie that leads one measured step down, or -1 at a dead end. */
function findWay(network: Network, wayOutward: 0 | 1, side: number): number {
  const { from, to, outward, inward, arriving, people, heights, cursors } = network;
  const first = outward[side] ?? 0;
  const leaving = (outward[side + 1] ?? 0) - first;
  const begin = inward[side] ?? 0;
  const all = leaving + (inward[side + 1] ?? 0) - begin;
  const height = heights[side] ?? 0;
  for (let cursor = cursors[side] ?? 0; cursor < all; cursor += 1) {
    cursors[side] = cursor;
    if (cursor < leaving) {
      const tie = first + cursor;
      if ((heights[to[tie] ?? 0] ?? 0) + wayOutward === height) return tie;
    } else {
      const tie = arriving[begin + cursor - leaving] ?? 0;
      if ((people[tie] ?? 0) > 0 && (heights[from[tie] ?? 0] ?? 0) + 1 === height) return tie;
    }
  }
  cursors[side] = all;
  return -1;
}
