import { addressOf, formatNumber, readKnown, readParam, type SearchParams } from '@/text/index.ts';

/** The longest text that the API searches for, in UTF-16 units. */
export const longestText = 200;

/** What the address asks to be found. */
export interface SearchView {
  known: string | null;
  refused: string | null;
  /** On one line; null where nothing is asked. */
  text: string | null;
  /** Why nothing, or not quite what was written, is searched for. */
  problem: string | null;
}

export function readSearchView(params: SearchParams, today: string): SearchView {
  const text = readParam(params, 'q');
  return { ...readKnown(params, today), text, problem: findProblem([params.q].flat()[0] ?? '', text) };
}

export function isSearchable(text: string | null): text is string {
  return text !== null && text.length <= longestText;
}

/** "Search: 3,000"; of a long text the beginning. */
export function writeTitle(text: string): string {
  const letters = [...text];
  return `Search: ${letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : text}`;
}

export function addressOfSearch(text: string | null, known: string | null): string {
  return addressOf('/search', { q: text, known });
}

function findProblem(written: string, text: string | null): string | null {
  if (text !== null && text.length > longestText) {
    return `A search may be ${longestText} characters long; this one has ${formatNumber(text.length)}. Nothing was searched for.`;
  }
  return /\p{Cc}/u.test(written.trim())
    ? 'The address held characters that no record can hold; they were left out.'
    : null;
}
