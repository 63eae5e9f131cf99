import type { DatedFigure } from './record.ts';
import type { Range, Schedule } from './types.ts';
import { type Days, shareDue } from './window.ts';

/** A sum with the last bits that it lost (Neumaier's), so that a million shares still add up to whole people. */
interface Sum {
  value: number;
  lost: number;
}

interface Sums {
  low: Sum;
  high: Sum;
}

/** What falls due in a period of figures that nothing is linked to: they only add. */
export function sumUnlinked(figures: DatedFigure[], period: Days, schedule: Schedule): Range {
  const sums = createSums();
  for (const { quantity, window } of figures) addShare(sums, quantity, shareDue(window, period, schedule));
  return toRange(sums);
}

/** A bucket of a series, its own range, and the range of all days since the first bucket began. */
export interface SummedBucket {
  bucket: Days;
  range: Range;
  cumulative: Range;
}

/**
 * The same for each of the buckets, which follow one another without gaps, and cumulated. Reads each figure once, and
 * of the buckets only those that its window touches.
 */
export function sumUnlinkedBuckets(
  figures: DatedFigure[],
  buckets: Days[],
  schedule: Schedule,
): SummedBucket[] {
  const rows = buckets.map((bucket) => ({ bucket, sums: createSums() }));
  for (const { quantity, window } of figures) {
    for (let index = findBucket(buckets, window.start); ; index += 1) {
      const row = rows[index];
      if (!row) break;
      addShare(row.sums, quantity, shareDue(window, row.bucket, schedule));
      if (row.bucket.end >= window.end) break;
    }
  }
  const cumulative = createSums();
  return rows.map(({ bucket, sums }) => {
    for (const bound of ['low', 'high'] as const) {
      add(cumulative[bound], sums[bound].value);
      add(cumulative[bound], sums[bound].lost);
    }
    return { bucket, range: toRange(sums), cumulative: toRange(cumulative) };
  });
}

/** The first bucket that ends after the day. */
function findBucket(buckets: Days[], day: number): number {
  let [first, last] = [0, buckets.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((buckets[middle]?.end ?? 0) > day) last = middle;
    else first = middle + 1;
  }
  return first;
}

function createSums(): Sums {
  return { low: { value: 0, lost: 0 }, high: { value: 0, lost: 0 } };
}

function addShare({ low, high }: Sums, quantity: Range, share: number): void {
  if (share === 0) return;
  add(low, quantity.low * share);
  add(high, quantity.high * share);
}

/** Adds an amount, which is never negative, or what a sum has lost. */
function add(sum: Sum, amount: number): void {
  const value = sum.value + amount;
  sum.lost +=
    Math.abs(sum.value) >= Math.abs(amount) ? sum.value - value + amount : amount - value + sum.value;
  sum.value = value;
}

function toRange({ low, high }: Sums): Range {
  return { low: low.value + low.lost, high: high.value + high.lost };
}
