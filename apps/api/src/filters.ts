import { InputError } from './errors.ts';

const MOST_WORDS = 12;

/**
 * Every word in at least one of the columns, whatever its case; one condition per word. `optional`: columns that may be
 * empty.
 */
export function wordsWhere<Column extends string>(
  text: string,
  columns: readonly Column[],
  optional: readonly Column[] = [],
): { OR: object[] }[] {
  return splitWords(text).map((word) => {
    const holds = (column: Column) => ({
      [column]: { contains: escapePattern(word), mode: 'insensitive' as const },
    });
    return {
      OR: [
        ...columns.map(holds),
        ...optional.map((column) => ({ AND: [{ [column]: { not: null } }, holds(column)] })),
      ],
    };
  });
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
