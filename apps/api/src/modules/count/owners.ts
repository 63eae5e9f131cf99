import { type CountKind, Prisma } from '@muster/db';
import type { Day } from '../../days.ts';

/** Whose counts: the programs or providers with these ids, the countries with these codes. */
export type CountOwner = 'program' | 'provider' | 'country';

export function ownersSql(owner: CountOwner, keys: readonly (string | number)[]): Prisma.Sql {
  return owner === 'country' ? Prisma.sql`unnest(${keys}::bpchar[])` : Prisma.sql`unnest(${keys}::int[])`;
}

/** The counts of `owner.key` of a kind that readers may see: `id`, `slug`, `stated_on`. */
export function ownedCountsSql(owner: CountOwner, kind: CountKind, knownOn: Day): Prisma.Sql {
  const count = Prisma.sql`SELECT c.id, c.slug, c.stated_on FROM "count" AS c`;
  const visible = Prisma.sql`c.kind = ${kind}::"CountKind" AND c.state = 'PUBLISHED' AND c.known_on <= ${knownOn}::date`;
  if (owner === 'program') return Prisma.sql`(${count} WHERE c.program_id = owner.key AND ${visible})`;
  if (owner === 'provider') {
    return Prisma.sql`(${count} JOIN count_provider AS p ON p.count_id = c.id
      WHERE p.provider_id = owner.key AND ${visible})`;
  }
  // Named itself, or as a member, on the day stated, of a group that is.
  return Prisma.sql`(
    ${count} JOIN count_recipient AS r ON r.count_id = c.id WHERE r.country_iso3 = owner.key AND ${visible}
    UNION
    ${count} JOIN count_recipient AS r ON r.count_id = c.id JOIN group_membership AS m ON m.group_id = r.group_id
    WHERE m.country_iso3 = owner.key AND ${visible}
      AND (m.since IS NULL OR m.since <= coalesce(c.stated_on, c.known_on))
      AND (m.until IS NULL OR m.until > coalesce(c.stated_on, c.known_on)))`;
}
