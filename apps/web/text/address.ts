/** Query parameters of a page, as Next.js hands them over. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The first value of a parameter on one line, trimmed; null where it is missing or blank. */
export function readParam(params: SearchParams, name: string): string | null {
  const value = params[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.replace(/\p{Cc}+/gu, ' ').trim() || null;
}

/** The first day that can be asked for. */
export const firstDay = '1900-01-01';

/** The day of `?known=`, null where it is today; `refused` holds what is not a day up to today. */
export function readKnown(
  params: SearchParams,
  today: string,
): { known: string | null; refused: string | null } {
  const value = readParam(params, 'known');
  if (value === null || value === today) return { known: null, refused: null };
  const known = readPastDay(value, today);
  return { known, refused: known ? null : value.slice(0, 60) };
}

/** The parameters that a form for the day of knowledge keeps: all but the day itself, and places in a list of another day. */
export function keepParams(params: readonly [name: string, value: string][]): [string, string][] {
  return params
    .filter(([name, value]) => value && !['known', 'after', 'before'].includes(name))
    .map((it) => [...it]);
}

/** A path with those parameters that have a value, in the order given. */
export function addressOf(path: string, params: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.append(name, value);
  const search = query.toString();
  return search ? `${path}?${search}` : path;
}

/** A day from the first that can be asked for up to the day before `today`; null for anything else. */
export function readPastDay(value: string, today: string): string | null {
  return isDay(value) && value >= firstDay && value < today ? value : null;
}

/** The page of a count. */
export function countPath(count: { __typename?: string; slug: string }): string {
  return `${count.__typename === 'ReportedTotal' ? '/reported' : '/commitments'}/${count.slug}`;
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
