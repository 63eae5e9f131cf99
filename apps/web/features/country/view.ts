import { type AudienceChoice, defaultView } from '@/features/overview/view.ts';
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

/** Whose training the totals count: the overview's usual choice, or `all`. */
export function readAudience(params: SearchParams): AudienceChoice {
  return readParam(params, 'audience') === 'all' ? 'all' : defaultView.audience;
}

/** A country's page. */
export function countryPath(
  iso3: string,
  { known, audience }: Pick<CountryView, 'known' | 'audience'>,
): string {
  return addressOf(`/countries/${iso3}`, { audience: audienceParam(audience), known });
}

/** The audience as a parameter; null where it is the usual one. */
export function audienceParam(audience: AudienceChoice): string | null {
  return audience === defaultView.audience ? null : audience;
}
