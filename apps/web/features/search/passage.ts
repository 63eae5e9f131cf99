import type { ImpreciseDate } from '@/generated/contract.ts';
import { addDays, formatDate, formatNumber } from '@/text/index.ts';
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
          writeSpan('Window', found.window),
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
        ...ours(
          writeSpan('Days', { start: found.startsOn, end: found.endsOn }),
          writeNames(
            'Countries',
            found.countries.map(({ country }) => country.name),
          ),
          writeNames(
            'Providers',
            found.providers.map(({ name }) => name),
          ),
          found.countriesStated,
          found.eventAudience,
          found.statedBy,
          found.note,
        ),
      ];
    case 'Source':
      return ours(found.note, found.derivedFromNote, found.url);
    default:
      return [];
  }
}

type Days = { start?: ImpreciseDate | null; end?: ImpreciseDate | null; endLatest?: string | null };

/** Both ends in full, so that a date asked for stands in it: "Window: from 9 September 2024 to September 2025". */
function writeSpan(label: string, { start, end, endLatest }: Days): string | null {
  const last = end && { ...end, date: addDays(end.date, -1) };
  const latest = end && endLatest && endLatest !== end.date && { ...end, date: addDays(endLatest, -1) };
  const sides = [
    start && `from ${formatDate(start)}`,
    last && `to ${formatDate(last)}`,
    latest && `or ${formatDate(latest)}`,
  ].filter((side) => side);
  return sides.length > 0 ? `${label}: ${sides.join(' ')}` : null;
}

function writeNames(label: string, names: string[]): string | null {
  return names.length > 0 ? `${label}: ${names.join(', ')}` : null;
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
