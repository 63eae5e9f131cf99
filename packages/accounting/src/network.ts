/**
 * What may be counted twice, as places for people. A figure hides its own people on one side and hosts those of
 * narrower figures on the other; each side holds at most the figure's amount. The way through, from hosting
 * back to hiding, is unbounded, so that people may settle in anything wider still: being part of is transitive.
 *
 * Sides, ties and people are kept as arrays of numbers: a network is walked through hundreds of times over.
 */
export interface Network {
  /** Where each tie begins and ends; ties are in the order of the sides where they begin. */
  from: number[];
  to: number[];
  /** Ties that begin at a side: from `outward[side]` up to `outward[side + 1]`. */
  outward: number[];
  /** Ties that end at a side: those in `arriving` from `inward[side]` up to `inward[side + 1]`. */
  inward: number[];
  arriving: number[];
  /** By tie: who went outward. Any number may, and as many may come back. */
  people: number[];
  /** By side: people here who have not found a place yet. */
  excess: number[];
  /** By side: places left here. */
  room: number[];
  /** By side: way to the nearest place, as last measured. */
  heights: number[];
  /** By side: how many of its ties, first those outward, are known to lead nowhere since heights were last measured. */
  cursors: number[];
}

/** The side of a figure on which its own people hide. */
export function hidingOf(position: number): number {
  return 2 * position;
}

/** The side of a figure on which people of narrower figures are hosted. */
export function hostingOf(position: number): number {
  return 2 * position + 1;
}

/** The figures in the order of their positions, the inner before the outer; `outer[i]` are what i is directly inside. */
export function buildNetwork(outer: number[][]): Network {
  const [from, to, outward]: [number[], number[], number[]] = [[], [], []];
  const begin = (side: number, ends: number[]) => {
    outward.push(from.length);
    for (const end of ends) {
      from.push(side);
      to.push(end);
    }
  };
  for (const [position, wider] of outer.entries()) {
    begin(hidingOf(position), wider.map(hostingOf));
    begin(hostingOf(position), [hidingOf(position)]);
  }
  const sides = outward.length;
  outward.push(from.length);
  return {
    from,
    to,
    outward,
    ...sortByEnd(to, sides),
    people: createZeros(to.length),
    excess: createZeros(sides),
    room: createZeros(sides),
    heights: createZeros(sides),
    cursors: createZeros(sides),
  };
}

/** The ties by where they end, and where those of each side begin among them. */
function sortByEnd(to: number[], sides: number): Pick<Network, 'inward' | 'arriving'> {
  const inward = createZeros(sides + 1);
  for (const end of to) inward[end + 1] = (inward[end + 1] ?? 0) + 1;
  for (let side = 1; side <= sides; side += 1) inward[side] = (inward[side] ?? 0) + (inward[side - 1] ?? 0);
  const next = [...inward];
  const arriving = createZeros(to.length);
  for (const [tie, end] of to.entries()) {
    const place = next[end] ?? 0;
    arriving[place] = tie;
    next[end] = place + 1;
  }
  return { inward, arriving };
}

function createZeros(length: number): number[] {
  return Array<number>(length).fill(0);
}

/** Empties the network and gives every figure its amount to hide and as much room to host. */
export function fillNetwork({ people, excess, room }: Network, amounts: number[]): void {
  // A series fills small networks a million times over: `fill` and `entries` would make it a quarter slower.
  for (let tie = 0; tie < people.length; tie += 1) people[tie] = 0;
  for (let position = 0; position < amounts.length; position += 1) {
    const amount = amounts[position] ?? 0;
    excess[hidingOf(position)] = amount;
    excess[hostingOf(position)] = 0;
    room[hidingOf(position)] = 0;
    room[hostingOf(position)] = amount;
  }
}

/** Moves people from a side to another along a tie that joins them: outward, or back where they came from. */
export function movePeople(network: Network, side: number, end: number, tie: number, moved: number): void {
  const { from, people, excess } = network;
  people[tie] = (people[tie] ?? 0) + (from[tie] === side ? moved : -moved);
  excess[side] = (excess[side] ?? 0) - moved;
  excess[end] = (excess[end] ?? 0) + moved;
}

/** Lets people of a side settle in what room it has. */
export function placePeople({ excess, room }: Network, side: number): void {
  const placed = Math.min(excess[side] ?? 0, room[side] ?? 0);
  excess[side] = (excess[side] ?? 0) - placed;
  room[side] = (room[side] ?? 0) - placed;
}
