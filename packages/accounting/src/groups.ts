/** Splits items into groups connected by pairs; both in the order given. Pairs name items of the list only. */
export function groupConnected<T>(items: Iterable<T>, pairs: Iterable<readonly [T, T]>): T[][] {
  const neighbours = new Map<T, T[]>();
  for (const item of items) neighbours.set(item, []);
  for (const [one, other] of pairs) {
    neighbours.get(one)?.push(other);
    neighbours.get(other)?.push(one);
  }
  const seen = new Set<T>();
  const groups: T[][] = [];
  for (const first of neighbours.keys()) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    // The group grows while it is walked: no recursion, so a chain may be as long as it likes.
    for (const item of group) {
      for (const neighbour of neighbours.get(item) ?? []) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        group.push(neighbour);
      }
    }
    groups.push(group);
  }
  return groups;
}
