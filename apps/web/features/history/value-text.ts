import { formatDate, formatDay, formatNumber } from '@/text/index.ts';
import { findValueWords } from './value-words.ts';

/** Fields that hold a day of the calendar; elsewhere what looks like one is text. */
const days = new Set(['endLatest', 'since', 'until']);

/** Whether a field says nothing. */
export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a field says in one piece of text; null for lists and for what has fields of its own. */
export function findText(field: string, value: unknown): string | null {
  if (isNothing(value)) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') {
    if (days.has(field) && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
    return findValueWords(field, value) ?? value;
  }
  if (isImpreciseDate(value)) return formatDate(value);
  return null;
}

function isImpreciseDate(value: unknown): value is Parameters<typeof formatDate>[0] {
  return isObject(value) && typeof value.date === 'string' && typeof value.precision === 'string';
}
