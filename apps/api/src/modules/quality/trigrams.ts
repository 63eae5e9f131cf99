/** How alike two titles are, 0 to 1: trigrams that they share out of all that they have (Jaccard, as pg_trgm cuts words). */
export function compareTitles(one: string, other: string): number {
  const [few, many] = [cutTrigrams(one), cutTrigrams(other)];
  const shared = [...few].filter((trigram) => many.has(trigram)).length;
  const all = few.size + many.size - shared;
  return all === 0 ? 0 : shared / all;
}

function cutTrigrams(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const padded = [...`  ${word} `];
      return padded.slice(2).map((_, at) => padded.slice(at, at + 3).join(''));
    }),
  );
}
