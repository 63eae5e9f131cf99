import type { Context } from '../../../context.ts';

export interface Name {
  /** As totals are asked for it: slug, or ISO 3166-1 alpha-3 of a country. */
  key: string;
  name: string;
}

/** Providers by their codes, programs by their slugs, countries by their codes; each in the order of names. */
export async function findNames(
  { db }: Context,
  named: { providers: readonly string[]; programs: readonly string[]; countries: readonly string[] },
): Promise<{ providers: Name[]; programs: Name[]; countries: Name[] }> {
  return {
    providers: await db.query<Name>(
      'SELECT slug AS key, name FROM provider WHERE code = ANY($1::text[]) ORDER BY name, slug',
      [named.providers],
    ),
    programs: await db.query<Name>(
      'SELECT slug AS key, name FROM program WHERE slug = ANY($1::text[]) ORDER BY name, slug',
      [named.programs],
    ),
    countries: await db.query<Name>(
      'SELECT iso3 AS key, name FROM country WHERE iso3 = ANY($1::text[]) ORDER BY name, iso3',
      [named.countries],
    ),
  };
}
