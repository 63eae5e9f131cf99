import type { AudienceChoice } from '@/features/overview/view.ts';
import { audienceParam, type Reading, readAudience } from '@/features/totals/reading.ts';
import { addressOf, readKnown, type SearchParams } from '@/text/index.ts';

/** What the address asks the pages of programs to show. */
export interface ProgramView {
  audience: AudienceChoice;
  known: string | null;
  refused: string | null;
}

export function readProgramView(params: SearchParams, today: string): ProgramView {
  return { audience: readAudience(params), ...readKnown(params, today) };
}

/** The page of a program; the list of all of them without a slug. */
export function programPath(slug: string | null, { known, audience }: Reading): string {
  const path = slug === null ? '/programs' : `/programs/${slug}`;
  return addressOf(path, { audience: audienceParam(audience), known });
}
