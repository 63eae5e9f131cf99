/** The words with a capital first letter, for the start of a line. */
export function startLine(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The words as a sentence: a capital first and one full stop last. */
export function formatSentence(words: string): string {
  return `${startLine(words.trim()).replace(/[.\s]+$/, '')}.`;
}
