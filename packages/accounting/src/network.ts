/**
 * What may be counted twice, as places for people. A figure hides its own people on one side and hosts those of
 * narrower figures on the other; each side holds at most the figure's amount. The way through, from hosting
 * back to hiding, is unbounded, so that people may settle in anything wider still: being part of is transitive.
 */
export interface Knot {
  hiding: Side;
  hosting: Side;
}

export interface Side {
  /** People here who have not found a place yet. */
  excess: number;
  /** Places left here. */
  room: number;
  /** Way to the nearest place, as last measured. */
  height: number;
  /** The first tie not yet known to lead nowhere, since heights were last measured. */
  cursor: number;
  ties: Tie[];
}

/** Lets any number of people go outward, `from` to `to`, and as many come back as `people` say have gone. */
export interface Tie {
  from: Side;
  to: Side;
  people: number;
}

/** One knot per figure, the inner before the outer; `outer[i]` are the positions that i is directly inside. */
export function buildNetwork(outer: number[][]): Knot[] {
  const knots = outer.map((): Knot => ({ hiding: createSide(), hosting: createSide() }));
  for (const [position, { hiding, hosting }] of knots.entries()) {
    tieSides(hosting, hiding);
    for (const wider of outer[position] ?? []) {
      const knot = knots[wider];
      if (knot) tieSides(hiding, knot.hosting);
    }
  }
  return knots;
}

/** Empties the network and gives every figure its amount to hide and as much room to host. */
export function fillNetwork(knots: Knot[], amounts: number[]): void {
  for (const [position, { hiding, hosting }] of knots.entries()) {
    const amount = amounts[position] ?? 0;
    hiding.excess = amount;
    hosting.excess = 0;
    hosting.room = amount;
    for (const tie of hiding.ties) tie.people = 0;
  }
}

/** Moves people from a side to the other end of one of its ties, and returns that end. */
export function movePeople(side: Side, tie: Tie, people: number): Side {
  const isOutward = tie.from === side;
  const end = isOutward ? tie.to : tie.from;
  tie.people += isOutward ? people : -people;
  side.excess -= people;
  end.excess += people;
  return end;
}

export function placePeople(side: Side): void {
  const placed = Math.min(side.excess, side.room);
  side.excess -= placed;
  side.room -= placed;
}

function createSide(): Side {
  return { excess: 0, room: 0, height: 0, cursor: 0, ties: [] };
}

function tieSides(from: Side, to: Side): void {
  const tie = { from, to, people: 0 };
  from.ties.push(tie);
  to.ties.push(tie);
}
