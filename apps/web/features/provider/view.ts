import type { AudienceChoice } from '@/features/overview/view.ts';
import { audienceParam, readAudience } from '@/features/totals/reading.ts';
import { addressOf, readKnown, type SearchParams } from '@/text/index.ts';

/** What the address asks the pages of providers to show. */
export interface ProviderView {
  audience: AudienceChoice;
  known: string | null;
  refused: string | null;
}

export function readProviderView(params: SearchParams, today: string): ProviderView {
  return { audience: readAudience(params), ...readKnown(params, today) };
}

/** The page of a provider; the list of all of them without a slug. */
export function providerPath(
  slug: string | null,
  { known, audience }: Pick<ProviderView, 'known' | 'audience'>,
): string {
  const path = slug === null ? '/providers' : `/providers/${slug}`;
  return addressOf(path, { audience: audienceParam(audience), known });
}
