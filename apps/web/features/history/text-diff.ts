/** A piece of text that both versions have, or one of them. */
export interface TextPart {
  is: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many comparisons, what lies between the common ends is one change. */
const MOST_COMPARISONS = 250_000;

/**
 * What differs between two texts, word by word: the longest common run of words stays, the rest was removed or added.
 * Spaces go with the word after them, and are as in `after` where the word stays.
 */
export function diffText(before: string, after: string): TextPart[] {
  const [old, now] = [splitWords(before), splitWords(after)];
  let start = 0;
  while (start < old.length && start < now.length && isSame(old[start], now[start])) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    isSame(old[old.length - 1 - end], now[now.length - 1 - end])
  ) {
    end += 1;
  }
  const parts = joinParts([
    ...now.slice(0, start).map(toPart('same')),
    ...diffWords(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...now.slice(now.length - end).map(toPart('same')),
  ]);
  return parts.some(({ is }) => is !== 'same') || before === after ? parts : replaceAll(before, after);
}

const splitWords = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

const isSame = (first: string | undefined, second: string | undefined) => first?.trim() === second?.trim();

const toPart = (is: TextPart['is']) => (text: string) => ({ is, text });

const replaceAll = (before: string, after: string): TextPart[] => [
  { is: 'removed', text: before },
  { is: 'added', text: after },
];

function diffWords(old: string[], now: string[]): TextPart[] {
  if (old.length * now.length > MOST_COMPARISONS) return replaceAll(old.join(''), now.join(''));
  const lengths = measureCommon(old, now);
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const parts: TextPart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [earlier, later] = [old[row], now[column]];
    if (earlier !== undefined && later !== undefined && isSame(earlier, later)) {
      parts.push({ is: 'same', text: later });
      row += 1;
      column += 1;
    } else if (earlier !== undefined && (later === undefined || at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ is: 'removed', text: earlier });
      row += 1;
    } else {
      parts.push({ is: 'added', text: later ?? '' });
      column += 1;
    }
  }
  return parts;
}

/** Length of the longest common subsequence of what follows each pair of places. */
function measureCommon(old: string[], now: string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    const [own, below] = [lengths[row] as number[], lengths[row + 1] as number[]];
    for (let column = now.length - 1; column >= 0; column -= 1) {
      own[column] = isSame(old[row], now[column])
        ? (below[column + 1] as number) + 1
        : Math.max(below[column] as number, own[column + 1] as number);
    }
  }
  return lengths;
}

/** Neighbours of one sort in one; within a change, what was removed stands before what was added. */
function joinParts(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  let [removed, added] = ['', ''];
  const settle = () => {
    if (removed) joined.push({ is: 'removed', text: removed });
    if (added) joined.push({ is: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { is, text } of parts) {
    if (is === 'removed') removed += text;
    else if (is === 'added') added += text;
    else {
      settle();
      const last = joined.at(-1);
      if (last?.is === 'same') last.text += text;
      else joined.push({ is, text });
    }
  }
  settle();
  return joined;
}

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
