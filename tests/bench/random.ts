/** Numbers that look like chance and are the same for the same seed and index, in whatever order they are asked for. */
export interface Chance {
  /** At least 0, below 1. */
  share(): number;
  /** A whole number, at least 0 and below `below`. */
  below(below: number): number;
  /** True in about `share` of the cases. */
  is(share: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** A value by weights of whatever sum. */
  weigh<Value extends string>(weights: Partial<Record<Value, number>>): Value;
}

/** Mulberry32, seeded by a hash of seed and index. */
export function createChance(seed: number, index: number): Chance {
  let state = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    share,
    below,
    is: (part) => share() < part,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    weigh(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights & string, number][];
      let left = share() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of entries) {
        left -= weight;
        if (left < 0) return value as never;
      }
      return entries.at(-1)?.[0] as never;
    },
  };
}
