/** Query parameters of a page, as Next.js hands them over. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The first value of a parameter, trimmed; null where it is missing or blank. */
export function readParam(params: SearchParams, name: string): string | null {
  const value = params[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.trim() || null;
}

/** The day of `?known=`; `refused` holds what is not a day of the calendar. */
export function readKnown(params: SearchParams): { known: string | null; refused: string | null } {
  const value = readParam(params, 'known');
  if (value === null) return { known: null, refused: null };
  return isDay(value) ? { known: value, refused: null } : { known: null, refused: value };
}

/** A path with those parameters that have a value, in the order given. */
export function addressOf(path: string, params: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.append(name, value);
  const search = query.toString();
  return search ? `${path}?${search}` : path;
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
