import type { Quantity } from './record.ts';

const MICRO = 1e6;

/** Whole people: low down, high up. Sums of shares miss whole numbers by a last bit, hence first to a millionth. */
export function roundRange({ low, high }: Quantity): Quantity {
  return { low: Math.floor(settle(low)), high: Math.ceil(settle(high)) };
}

function settle(value: number): number {
  // `+ 0` turns -0 into 0, which GraphQL would print as it is.
  return Math.round(value * MICRO) / MICRO + 0;
}

export const NOBODY: Quantity = { low: 0, high: 0 };

/** Of people none of whom is counted in both. */
export function addRanges(one: Quantity, other: Quantity): Quantity {
  return { low: one.low + other.low, high: one.high + other.high };
}

/** The narrowest range that holds them all; 0–0 of none. */
export function hullOf(ranges: Quantity[]): Quantity {
  if (ranges.length === 0) return NOBODY;
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}
