import { fold, type Term } from './terms.ts';

/** A stretch of text, found or not. */
export interface Part {
  text: string;
  isFound: boolean;
}

type Span = [start: number, end: number];

/** The text cut where the terms are found in it, whatever their case and accents. */
export function markTerms(text: string, terms: Term[]): Part[] {
  const parts: Part[] = [];
  let last = 0;
  const add = (end: number, isFound: boolean) => {
    if (end > last) parts.push({ text: text.slice(last, end), isFound });
    last = Math.max(last, end);
  };
  for (const [start, end] of findSpans(text, terms)) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}

export function holdsTerm(text: string, term: Term): boolean {
  return findSpans(text, [term]).length > 0;
}

/** The words around the first place where a term is found, whole words only; null where none is. */
export function excerpt(text: string, terms: Term[], around = 90): string | null {
  const [span] = findSpans(text, terms);
  if (!span) return null;
  const start = span[0] <= around ? 0 : startOfWord(text, span[0] - around, span[0]);
  const end = span[1] + around >= text.length ? text.length : endOfWord(text, span[1], span[1] + around);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}

function startOfWord(text: string, from: number, until: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space >= until ? from : space + 1;
}

function endOfWord(text: string, from: number, until: number): number {
  const space = text.lastIndexOf(' ', until);
  return space <= from ? until : space;
}

function findSpans(text: string, terms: Term[]): Span[] {
  const { folded, places } = foldInPlace(text);
  return terms
    .flatMap((term) => [...folded.matchAll(term)])
    .map(({ 0: { length }, index }): Span => [places[index] ?? 0, places[index + length] ?? text.length])
    .sort(([a], [b]) => a - b);
}

/** The folded text, and for each unit of it the place in the text that it comes from. */
function foldInPlace(text: string): { folded: string; places: number[] } {
  let folded = '';
  let place = 0;
  const places: number[] = [];
  for (const letter of text) {
    const plain = fold(letter);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) places.push(place);
    place += letter.length;
  }
  return { folded, places };
}
