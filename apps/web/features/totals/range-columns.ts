import type { FileColumn } from '@/files/view-file.ts';
import type { Range } from '@/text/index.ts';

/** The two columns of a range: `promised_low`, `promised_high`. */
export function rangeColumns(name: string, words: string): FileColumn[] {
  return [
    { name: `${name}_low`, description: `${words}: the fewest people. Empty: no number.` },
    { name: `${name}_high`, description: `${words}: the most people. Empty: no number.` },
  ];
}

/** A range for its two columns; empty where nothing takes part, since a total of nothing is not a count of zero. */
export function rangeFields(range: Range | null | undefined): [low: number | null, high: number | null] {
  return range && range.high > 0 ? [range.low, range.high] : [null, null];
}
