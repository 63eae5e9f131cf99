const COLUMNS = 2048;

/**
 * Drops every pair that others already imply (i in j in k makes i in k nothing new): being part of is transitive.
 * Positions are sorted inner first. Short cuts along a chain would otherwise send people past the places that
 * only they can take. Works on a strip of columns at a time, so memory grows with the figures and not their square.
 */
export function reducePairs(outer: number[][]): number[][] {
  const implied = outer.map(() => new Set<number>());
  for (let first = 0; first < outer.length; first += COLUMNS) markImplied(outer, first, implied);
  return outer.map((wider, position) => wider.filter((to) => !implied[position]?.has(to)));
}

/** Marks the implied pairs whose outer position is in `[first, first + COLUMNS)`. */
function markImplied(outer: number[][], first: number, implied: Set<number>[]): void {
  const end = Math.min(outer.length, first + COLUMNS);
  const words = Math.ceil((end - first) / 32);
  // One row per figure, one bit per column that it is inside of.
  const reach = new Int32Array(end * words);
  for (let position = end - 1; position >= 0; position -= 1) {
    const row = position * words;
    const wider = outer[position] ?? [];
    for (const to of wider) {
      if (to >= end) continue;
      for (let word = 0; word < words; word += 1) {
        reach[row + word] = (reach[row + word] ?? 0) | (reach[to * words + word] ?? 0);
      }
    }
    for (const to of wider) {
      if (to < first || to >= end) continue;
      const word = row + ((to - first) >> 5);
      const bits = reach[word] ?? 0;
      const bit = 1 << (to - first);
      if (bits & bit) implied[position]?.add(to);
      reach[word] = bits | bit;
    }
  }
}
