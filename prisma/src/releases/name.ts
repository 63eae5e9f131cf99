const FORM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 40;

/** Whether it can be the name of a release: a day such as 2026-11-25, or small letters, digits and hyphens. */
export function isReleaseName(name: string): boolean {
  return name.length <= LONGEST && FORM.test(name);
}

/** The schema that holds a release: 2026-11-25 → release_2026_11_25. Names hold no `_`, so no two share one. */
export function schemaOfRelease(name: string): string {
  if (!isReleaseName(name)) throw new Error(`invalid name of a release: ${name}`);
  return `release_${name.replaceAll('-', '_')}`;
}

/** The first of the day's names that is free: 2026-11-25, 2026-11-25-2, … */
export function nameByDay(day: string, taken: ReadonlySet<string>): string {
  for (let ordinal = 1; ; ordinal++) {
    const name = ordinal === 1 ? day : `${day}-${ordinal}`;
    if (!taken.has(name)) return name;
  }
}
