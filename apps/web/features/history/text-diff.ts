import { diffArrays } from 'diff';

/** A piece of text that both versions have, or one of them. */
export interface TextPart {
  is: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * What differs between two texts, word by word: the longest common run of words stays, the rest was removed or added.
 * Spaces go with the word after them, and are as in `after` where the word stays.
 */
export function diffText(before: string, after: string): TextPart[] {
  const changes = diffArrays(splitWords(before), splitWords(after), { comparator: isSame });
  const parts = changes.map(
    ({ removed, added, value }): TextPart => ({
      is: removed ? 'removed' : added ? 'added' : 'same',
      text: value.join(''),
    }),
  );
  if (before === after || parts.some(({ is }) => is !== 'same')) return parts;
  // They differ in spaces alone.
  return [
    { is: 'removed', text: before },
    { is: 'added', text: after },
  ];
}

const splitWords = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

const isSame = (first: string, second: string) => first.trim() === second.trim();

const AROUND = 60;

/** Long stretches that both have, cut to their ends: what differs stays in sight. */
export function shortenParts(parts: readonly TextPart[]): TextPart[] {
  return parts.map((part, index) => {
    const { is, text } = part;
    if (is !== 'same' || text.length <= 3 * AROUND) return part;
    const head = index === 0 ? '' : text.slice(0, AROUND).replace(/\s\S*$/, ' ');
    const tail = index === parts.length - 1 ? '' : text.slice(-AROUND).replace(/^\S*\s/, ' ');
    return { is, text: `${head}…${tail}` };
  });
}
