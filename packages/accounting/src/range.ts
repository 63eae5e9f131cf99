import { type Containment, findContainments, sortInnerFirst } from './containment.ts';
import { weighHeaviest } from './flow.ts';
import { groupConnected } from './groups.ts';
import { type Joined, joinSame } from './joined.ts';
import { selectKnown } from './known.ts';
import { buildNetwork, type Knot } from './network.ts';
import { type DatedFigure, requireRecord } from './record.ts';
import { reducePairs } from './reduction.ts';
import type { Figure, Link, Range, Schedule } from './types.ts';
import { type SummedBucket, sumUnlinked, sumUnlinkedBuckets } from './unlinked.ts';
import { type Days, shareDue } from './window.ts';

/** Everything about a total that does not depend on the days asked for. */
export interface Prepared {
  /** Figures that no link names: they only add. */
  unlinked: DatedFigure[];
  /** Inside by any link, for the fewest people. */
  possible: Order;
  /** Inside by certain links alone, for the most. */
  certain: Order;
}

interface Order {
  alone: Joined[];
  linked: LinkedFigures[];
}

interface LinkedFigures {
  figures: Joined[];
  network: Knot[];
}

/** Knows, joins and orders the figures once. Throws whatever docs/methodology.md, rule 5 calls an error. */
export function prepareRange(figures: Figure[], links: Link[], knownOn: string): Prepared {
  const { present } = selectKnown(requireRecord(figures, links), links, knownOn);
  const named = new Set(links.flatMap(({ from, to }) => [from, to]));
  const [linked = [], unlinked = []] = [true, false].map((isNamed) =>
    present.filter(({ id }) => named.has(id) === isNamed),
  );
  const joined = joinSame(linked, links);
  const containments = findContainments(joined, links);
  const innerFirst = new Set([...sortInnerFirst(containments), ...joined.values()]);
  const ranks = new Map([...innerFirst].map((figure, rank) => [figure, rank]));
  const certain = containments.filter(({ link }) => link.relation === 'PART_OF');
  const possible = arrange(ranks, containments);
  return {
    unlinked,
    possible,
    certain: certain.length < containments.length ? arrange(ranks, certain) : possible,
  };
}

/** The range of what falls due in a period of days: docs/methodology.md, rule 4. */
export function evaluateRange(prepared: Prepared, period: Days, schedule: Schedule): Range {
  return addLinked(prepared, period, schedule, sumUnlinked(prepared.unlinked, period, schedule));
}

/** The range of each of the buckets, which follow one another without gaps, and of all days since the first. */
export function evaluateBuckets(prepared: Prepared, buckets: Days[], schedule: Schedule): SummedBucket[] {
  const start = buckets[0]?.start ?? 0;
  return sumUnlinkedBuckets(prepared.unlinked, buckets, schedule).map(({ bucket, range, cumulative }) => ({
    bucket,
    range: addLinked(prepared, bucket, schedule, range),
    cumulative: addLinked(prepared, { start, end: bucket.end }, schedule, cumulative),
  }));
}

function addLinked({ possible, certain }: Prepared, period: Days, schedule: Schedule, to: Range): Range {
  const low = to.low + weigh(possible, 'low', period, schedule);
  const high = to.high + weigh(certain, 'high', period, schedule);
  // The set behind `low` weighs as much in `high`, so only the last bits of a float can say otherwise.
  return { low, high: Math.max(low, high) };
}

/** Sets apart the figures that stand alone, and builds one network per group of linked ones. */
function arrange(ranks: Map<Joined, number>, containments: Containment[]): Order {
  const wider = new Map<Joined, Set<Joined>>();
  for (const { part, whole } of containments) wider.set(part, (wider.get(part) ?? new Set()).add(whole));
  const pairs = containments.map(({ part, whole }): [Joined, Joined] => [part, whole]);
  const order: Order = { alone: [], linked: [] };
  for (const group of groupConnected(ranks.keys(), pairs)) {
    if (group.length === 1) order.alone.push(...group);
    else order.linked.push(link(group.sort(byNumber((figure) => ranks.get(figure))), wider));
  }
  return order;
}

function link(figures: Joined[], wider: Map<Joined, Set<Joined>>): LinkedFigures {
  const positions = new Map(figures.map((figure, position) => [figure, position]));
  const outer = figures.map((figure) =>
    [...(wider.get(figure) ?? [])]
      .flatMap((whole) => positions.get(whole) ?? [])
      .sort(byNumber((position) => position)),
  );
  return { figures, network: buildNetwork(reducePairs(outer)) };
}

function byNumber<T>(read: (item: T) => number | undefined): (one: T, other: T) => number {
  return (one, other) => (read(one) ?? 0) - (read(other) ?? 0);
}

function weigh(order: Order, bound: keyof Range, period: Days, schedule: Schedule): number {
  const amountOf = ({ quantity, window }: Joined) => quantity[bound] * shareDue(window, period, schedule);
  let weight = 0;
  for (const figure of order.alone) weight += amountOf(figure);
  for (const { figures, network } of order.linked) {
    const amounts = figures.map(amountOf);
    const [only = 0, ...others] = amounts.filter((amount) => amount > 0);
    weight += others.length > 0 ? weighHeaviest(network, amounts) : only;
  }
  return weight;
}
