import type { Figure, Window } from '@muster/accounting';
import type { Day } from '../../days.ts';
import { addDays, countYears, writeDay } from './calendar.ts';
import type { Quantity, RecordedCount } from './record.ts';
import type { Taker } from './targets.ts';
import { writeNumber, writeQuantity, writeTitle } from './words.ts';

/** One way to understand a count: so many people, in a window; null while it is open. */
export interface Reading {
  quantity: Quantity;
  window: Window | null;
}

/** What is added: a count, or several of which sums cannot tell one from the other. */
export interface Summand {
  count: Pick<RecordedCount, 'slug' | 'knownOn'>;
  /** The reading with the earliest end first, that with the latest last. */
  readings: [Reading, ...Reading[]];
}

/** A count that takes part. */
export interface Taken extends Summand {
  count: RecordedCount;
}

/** Every reading of a count with a number; an empty list for a rate without both ends. */
export function readCount(
  count: Pick<RecordedCount, 'quantity' | 'rate' | 'window'>,
  take: Taker,
): Reading[] {
  const { quantity, rate, window } = count;
  if (quantity === null) return [];
  const part = take(quantity);
  const { start, end, endLatest } = window;
  if (start === null || end === null) return rate ? [] : [{ quantity: part, window: null }];
  const ends = endLatest === null ? [end] : [end, endLatest];
  return ends.map((last) => ({
    quantity: rate ? multiply(part, countYears(start, last)) : part,
    window: { start, end: last },
  }));
}

function multiply({ low, high }: Quantity, factor: number): Quantity {
  return { low: low * factor, high: high * factor };
}

/** Each commitment as due over its own window; those with an open window are left out. */
export function toDueFigures(taken: Summand[], reading: number): Figure[] {
  return taken.flatMap(({ count, readings }) => {
    const { quantity, window } = readings[reading] ?? readings[0];
    return window ? [{ id: count.slug, quantity, window, knownOn: count.knownOn }] : [];
  });
}

/** Each commitment whole on the day it was stated, whatever its window. */
export function toPledgedFigures(taken: Summand[], reading: number): Figure[] {
  return taken.map(({ count, readings }) => ({
    id: count.slug,
    quantity: (readings[reading] ?? readings[0]).quantity,
    window: { start: count.knownOn, end: addDays(count.knownOn, 1) },
    knownOn: count.knownOn,
  }));
}

/** How many readings must be computed: two as soon as one window's end is a range. */
export function countReadings(taken: Summand[]): number {
  return Math.max(1, ...taken.map(({ readings }) => readings.length));
}

/** What had to be read into a count so that it can be added, in words. */
export function describeReadings({ count, readings }: Taken): string[] {
  const { rate, quantity, window, unit } = count;
  const title = writeTitle(count);
  const notes: string[] = [];
  if (unit === 'PLACES') notes.push(`${title}: training places are read as people.`);
  if (rate && quantity && window.start && window.end) {
    const years = [window.end, window.endLatest].flatMap((end) =>
      end ? [yearsUntil(window.start, end)] : [],
    );
    const whole = readings.map((reading) => writeQuantity(reading.quantity)).join(' or ');
    notes.push(`${title}: ${writeQuantity(quantity)} a year × ${years.join(' or ')} years; ${whole} taken.`);
  }
  if (window.end && window.endLatest) {
    notes.push(
      `${title}: its window ends between ${writeDay(window.end)} and ${writeDay(window.endLatest)}; the range holds both readings.`,
    );
  }
  return notes;
}

function yearsUntil(start: Day | null, end: Day): string {
  return writeNumber(start === null ? 0 : countYears(start, end));
}
