import { type CountKind, Prisma } from '@muster/db';
import type { Day } from '../../days.ts';

/** Whose counts: the programs or providers with these ids, the countries with these codes. */
export type CountOwner = 'program' | 'provider' | 'country';

export function ownersSql(owner: CountOwner, keys: readonly (string | number)[]): Prisma.Sql {
  return owner === 'country' ? Prisma.sql`unnest(${keys}::bpchar[])` : Prisma.sql`unnest(${keys}::int[])`;
}

/** When the count `item` is one of the owner's and readers may see it. */
export function belongsSql(owner: CountOwner, kind: CountKind, knownOn: Day): Prisma.Sql {
  return Prisma.sql`item.kind = ${kind}::"CountKind" AND item.state = 'PUBLISHED'
    AND item.known_on <= ${knownOn}::date AND ${OWNERSHIP[owner]}`;
}

const OWNERSHIP: Record<CountOwner, Prisma.Sql> = {
  program: Prisma.sql`item.program_id = owner.key`,
  provider: Prisma.sql`item.id IN (SELECT p.count_id FROM count_provider p WHERE p.provider_id = owner.key)`,
  // Named itself, or as a member, on the day stated, of a group that is.
  country: Prisma.sql`item.id IN (
    SELECT r.count_id FROM count_recipient r WHERE r.country_iso3 = owner.key
    UNION ALL
    SELECT r.count_id FROM count_recipient r JOIN group_membership m ON m.group_id = r.group_id
    WHERE m.country_iso3 = owner.key
      AND (m.since IS NULL OR m.since <= coalesce(item.stated_on, item.known_on))
      AND (m.until IS NULL OR m.until > coalesce(item.stated_on, item.known_on)))`,
};
