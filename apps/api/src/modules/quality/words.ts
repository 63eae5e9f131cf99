import type { Unit } from '@muster/db';
import type { Quantity } from '../totals/record.ts';
import { UNIT_WORDS, writeNumber, writeQuantity } from '../totals/words.ts';

const ONE: Record<Unit, string> = { PEOPLE: 'person', PLACES: 'training place', COURSES: 'course' };

/** `1 person`, `2,000–3,000 training places`. */
export function writeCounted(quantity: Quantity, unit: Unit): string {
  const isOne = quantity.low === 1 && quantity.high === 1;
  return `${writeQuantity(quantity)} ${isOne ? ONE[unit] : UNIT_WORDS[unit]}`;
}

/** `1 day`, `20 days`. */
export function writeMany(count: number, one: string, many = `${one}s`): string {
  return `${writeNumber(count)} ${count === 1 ? one : many}`;
}
