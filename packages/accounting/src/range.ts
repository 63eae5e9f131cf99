import { type Containment, findContainments, sortInnerFirst } from './containment.ts';
import { weighHeaviest } from './flow.ts';
import { groupConnected } from './groups.ts';
import { type Joined, joinSame } from './joined.ts';
import { selectKnown } from './known.ts';
import { buildNetwork, type Network } from './network.ts';
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
  network: Network;
  /** From the first start to the last end of their windows. */
  span: Days;
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
  return addLinked(prepared, sumUnlinked(prepared.unlinked, period, schedule), period, schedule, new Map());
}

/** The range of each of the buckets, which follow one another without gaps, and of all days since the first. */
export function evaluateBuckets(prepared: Prepared, buckets: Days[], schedule: Schedule): SummedBucket[] {
  const start = buckets[0]?.start ?? 0;
  const settled: Settled = new Map();
  return sumUnlinkedBuckets(prepared.unlinked, buckets, schedule).map(({ bucket, range, cumulative }) => ({
    bucket,
    range: addLinked(prepared, range, bucket, schedule, new Map()),
    cumulative: addLinked(prepared, cumulative, { start, end: bucket.end }, schedule, settled),
  }));
}

/** The range of all days from `start` to each of the ends, which are in order. */
export function evaluateEnds(prepared: Prepared, start: number, ends: number[], schedule: Schedule): Range[] {
  const settled: Settled = new Map();
  const buckets = ends.map((end, index) => ({ start: ends[index - 1] ?? start, end }));
  return sumUnlinkedBuckets(prepared.unlinked, buckets, schedule).map(({ bucket: { end }, cumulative }) =>
    addLinked(prepared, cumulative, { start, end }, schedule, settled),
  );
}

/** Weights that no later end of the same period moves any more. */
type Settled = Map<LinkedFigures, Partial<Range>>;

function addLinked(
  { possible, certain }: Prepared,
  to: Range,
  period: Days,
  schedule: Schedule,
  settled: Settled,
): Range {
  const low = to.low + weigh(possible, 'low', period, schedule, settled);
  const high = to.high + weigh(certain, 'high', period, schedule, settled);
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
  const span = { start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
  for (const { window } of figures) {
    span.start = Math.min(span.start, window.start);
    span.end = Math.max(span.end, window.end);
  }
  return { figures, network: buildNetwork(reducePairs(outer)), span };
}

function byNumber<T>(read: (item: T) => number | undefined): (one: T, other: T) => number {
  return (one, other) => (read(one) ?? 0) - (read(other) ?? 0);
}

function weigh(order: Order, bound: keyof Range, period: Days, schedule: Schedule, settled: Settled): number {
  const amountOf = ({ quantity, window }: Joined) => quantity[bound] * shareDue(window, period, schedule);
  let weight = 0;
  for (const figure of order.alone) weight += amountOf(figure);
  for (const group of order.linked) {
    const { span } = group;
    // Nothing falls due outside of its window.
    if (span.end <= period.start || period.end <= span.start) continue;
    const known = settled.get(group);
    const own = known?.[bound] ?? weighGroup(group, amountOf);
    if (period.end >= span.end) settled.set(group, { ...known, [bound]: own });
    weight += own;
  }
  return weight;
}

function weighGroup({ figures, network }: LinkedFigures, amountOf: (figure: Joined) => number): number {
  const amounts = figures.map(amountOf);
  let [sum, present] = [0, 0];
  for (const amount of amounts) {
    sum += amount;
    if (amount > 0) present += 1;
  }
  return present > 1 ? weighHeaviest(network, amounts) : sum;
}
