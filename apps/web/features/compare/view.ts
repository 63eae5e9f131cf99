import type { AudienceChoice } from '@/features/overview/view.ts';
import { audienceParam, readAudience } from '@/features/totals/reading.ts';
import { addressOf, readKnown, readParam, type SearchParams } from '@/text/index.ts';

export type Kind = 'provider' | 'program' | 'country';

/** How many things can be compared. */
export const fewest = 2;
export const most = 6;

/** What the address asks to compare. */
export interface CompareView {
  by: Kind;
  /** Slugs, or ISO codes of countries, each once, in the order given. */
  ids: string[];
  audience: AudienceChoice;
  known: string | null;
}

/** A parameter that cannot be used. */
export interface Issue {
  field: string;
  message: string;
}

const kinds: readonly string[] = ['provider', 'program', 'country'] satisfies Kind[];

/** The view of an address. Never throws: what cannot be used becomes an issue that names the parameter and the value. */
export function parseCompare(params: SearchParams, today: string): { view: CompareView; issues: Issue[] } {
  const issues: Issue[] = [];
  const asked = readParam(params, 'by');
  const isKind = asked !== null && kinds.includes(asked);
  if (asked !== null && !isKind)
    issues.push({ field: 'by', message: `“${asked.slice(0, 60)}” is not provider, program or country.` });
  const by = isKind ? (asked as Kind) : 'provider';
  const { known, refused } = readKnown(params, today);
  if (refused !== null)
    issues.push({ field: 'known', message: `“${refused}” is not a day up to today, such as 2024-09-09.` });
  const named = [...new Set(readAll(params, 'with').map((id) => (by === 'country' ? id.toUpperCase() : id)))];
  if (named.length > most)
    issues.push({
      field: 'with',
      message: `${named.length} are too many to compare; these are the first ${most}.`,
    });
  return { view: { by, ids: named.slice(0, most), audience: readAudience(params), known }, issues };
}

/** The address of a comparison: "/compare?with=china,united-states". */
export function comparePath({ by, ids, audience, known }: CompareView): string {
  const path = addressOf('/compare', {
    by: by === 'provider' ? null : by,
    with: ids.join(',') || null,
    audience: audienceParam(audience),
    known,
  });
  return path.replaceAll('%2C', ',');
}

/** Whether an address is as a form without script sends it: names apart, or fields left blank. */
export function isWordy(params: SearchParams): boolean {
  return Array.isArray(params.with) || Object.values(params).some((value) => value === '');
}

/** All values of a parameter, given apart or set off by commas. */
function readAll(params: SearchParams, name: string): string[] {
  const value = params[name];
  const values = Array.isArray(value) ? value : [value ?? ''];
  return values
    .flatMap((text) => text.replace(/\p{Cc}+/gu, ' ').split(','))
    .map((text) => text.trim().slice(0, 100))
    .filter((text) => text !== '');
}
