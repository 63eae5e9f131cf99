export interface Range {
  low: number;
  high: number;
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 5000 → "5,000", −1200 → "−1,200". */
export function formatNumber(value: number): string {
  return whole.format(value).replace('-', '−');
}

/** "5,000–9,000"; equal ends once: "5,000"; ends below zero apart: "−200 to 300". */
export function formatRange({ low, high }: Range): string {
  if (low === high) return formatNumber(low);
  return `${formatNumber(low)}${low < 0 ? ' to ' : '–'}${formatNumber(high)}`;
}

/** The range, or a dash where the record has no number. Null is not zero. */
export function formatRangeOrNone(range: Range | null | undefined): string {
  return range ? formatRange(range) : '—';
}

/** "1 overlap", "7 overlaps". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
