import { type AudienceChoice, defaultView } from '@/features/overview/view.ts';
import { readParam, type SearchParams } from '@/text/index.ts';

/** Totals of countries and providers are read as the overview reads them, so that the same question has one answer. */
export const assumptions = { placesAsPeople: defaultView.placesAsPeople };

/** Whose training the totals count: the overview's usual choice, or `all`. */
export function readAudience(params: SearchParams): AudienceChoice {
  return readParam(params, 'audience') === 'all' ? 'all' : defaultView.audience;
}

/** The audience as a parameter; null where it is the usual one. */
export function audienceParam(audience: AudienceChoice): string | null {
  return audience === defaultView.audience ? null : audience;
}
