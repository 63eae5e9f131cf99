import { toDate } from './days.ts';
import { InputError } from './errors.ts';
import type { DateRangeInput } from './generated/resolvers.ts';

const MOST_WORDS = 12;

/** Days `[from, until)` as a condition on a date column that may be empty; what is undated is left out. Throws as `dayRangeWhere`. */
export function dateRangeWhere(argument: string, range: DateRangeInput) {
  return { not: null, ...dayRangeWhere(argument, range) };
}

/** Days `[from, until)` as a condition on a date column that is always filled. Throws InputError for a reversed or empty range. */
export function dayRangeWhere(argument: string, range: DateRangeInput) {
  requireOrderedDays(argument, range);
  const { from, until } = range;
  return { ...(from != null && { gte: toDate(from) }), ...(until != null && { lt: toDate(until) }) };
}

/** Throws InputError for days the wrong way round, or none at all. */
export function requireOrderedDays(argument: string, { from, until }: DateRangeInput): void {
  if (from != null && until != null && from >= until) {
    throw new InputError(argument, `from ${from} is not before until ${until}`);
  }
}

/** Every word in at least one of the columns, whatever its case; one condition per word. */
export function wordsWhere<Column extends string>(text: string, columns: readonly Column[]) {
  return splitWords(text).map((word) => ({
    OR: columns.map((column) => ({
      [column]: { contains: escapePattern(word), mode: 'insensitive' as const },
    })),
  }));
}

export function splitWords(text: string): string[] {
  return text.normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/** The text as a LIKE pattern that means itself: Prisma leaves % and _ as they are. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** Throws InputError naming the first key that was asked for and not found. */
export function requireKnown(
  argument: string,
  asked: readonly string[],
  found: ReadonlyMap<string, unknown>,
  words: string,
): void {
  const unknown = asked.find((key) => !found.has(key));
  if (unknown !== undefined)
    throw new InputError(argument, `no ${words} has the slug ${JSON.stringify(unknown)}; see \`${words}s\``);
}
