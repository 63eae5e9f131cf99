import { formatNumber } from '@/text/index.ts';
import { excerpt, holdsTerm } from './marking.ts';
import type { Found } from './queries.ts';
import type { Result } from './result.ts';
import type { Term } from './terms.ts';

/** Words of a record that its line does not show, but in which something asked for was found. */
export interface Passage {
  text: string;
  /** Of a source's own words; null: ours. */
  language: string | null;
}

/** Where a record holds what its title and facts do not; null where they hold everything, or where it cannot be told. */
export function findPassage(found: Found, { title, facts }: Result, terms: Term[]): Passage | null {
  const shown = [title, ...facts].join('\n');
  const missing = terms.filter((term) => !holdsTerm(shown, term));
  for (const { text, language } of missing.length > 0 ? listPassages(found) : []) {
    const words = excerpt(text, missing);
    if (words) return { text: words, language };
  }
  return null;
}

function listPassages(found: Found): Passage[] {
  switch (found.__typename) {
    case 'Commitment':
    case 'ReportedTotal':
      return [
        ...quote(found.claims),
        ...listFigures(found.otherFigures),
        ...ours(
          found.recipientsStated,
          found.audienceStated,
          found.statedBy,
          found.window.stated,
          found.note,
        ),
      ];
    case 'Event':
      return [
        ...quote(found.sources),
        ...listFigures(found.otherFigures),
        ...ours(found.countriesStated, found.eventAudience, found.statedBy, found.note),
      ];
    case 'Source':
      return ours(found.note, found.derivedFromNote, found.url);
    default:
      return [];
  }
}

function quote(tellings: { fragment?: string | null; language: string }[]): Passage[] {
  return tellings.flatMap(({ fragment, language }) => (fragment ? [{ text: fragment, language }] : []));
}

function listFigures(figures: { label: string; value: number; note?: string | null }[]): Passage[] {
  return ours(
    ...figures.map(({ label, value, note }) => `${label}: ${formatNumber(value)}${note ? `; ${note}` : ''}`),
  );
}

function ours(...texts: (string | null | undefined)[]): Passage[] {
  return texts.flatMap((text) => (text ? [{ text, language: null }] : []));
}
