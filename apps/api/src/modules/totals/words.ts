import type { Quantity } from './record.ts';

export function writeNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** `5,000`, or `5,000–9,000`. */
export function writeQuantity({ low, high }: Quantity): string {
  return low === high ? writeNumber(low) : `${writeNumber(low)}–${writeNumber(high)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function writeList(items: string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
