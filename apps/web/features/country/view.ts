import type { AudienceChoice } from '@/features/overview/view.ts';
import { audienceParam, readAudience } from '@/features/totals/reading.ts';
import { addressOf, readKnown, readParam, type SearchParams } from '@/text/index.ts';

/** What the address asks the list of countries to show. */
export interface CountryView {
  text: string | null;
  /** Countries without a record too. */
  isWhole: boolean;
  audience: AudienceChoice;
  known: string | null;
  refused: string | null;
}

export function readCountryView(params: SearchParams, today: string): CountryView {
  return {
    text: readParam(params, 'text'),
    isWhole: readParam(params, 'show') === 'all',
    audience: readAudience(params),
    ...readKnown(params, today),
  };
}

/** A country's page. */
export function countryPath(
  iso3: string,
  { known, audience }: Pick<CountryView, 'known' | 'audience'>,
): string {
  return addressOf(`/countries/${iso3}`, { audience: audienceParam(audience), known });
}

/** The list of countries that a view asks for. */
export function countryListPath({ text, isWhole, audience, known }: Omit<CountryView, 'refused'>): string {
  return addressOf('/countries', {
    text,
    show: isWhole ? 'all' : null,
    audience: audienceParam(audience),
    known,
  });
}
