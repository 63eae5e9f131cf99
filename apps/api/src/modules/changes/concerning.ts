import { Prisma } from '@muster/db';

type Sql = Prisma.Sql;
const sql = Prisma.sql;

// Memberships of the country in the groups of a count or an event, on the day of its statement.
const member = (day: Sql) => sql`group_membership m ON m.group_id = p.group_id
  AND (m.since IS NULL OR m.since <= ${day}) AND (m.until IS NULL OR m.until > ${day})`;

/**
 * Public changes of the records that concern `owner.key`, a country: that name it as a recipient, as a provider or with a
 * role, or name a group of which it was a member on the day stated. Records taken back stay: that they were is news.
 */
export function changesConcerning(since: Date | null): Sql {
  const counts = sql`
    SELECT p.count_id FROM count_recipient p WHERE p.country_iso3 = owner.key
    UNION ALL SELECT p.count_id FROM count_provider p JOIN provider n ON n.id = p.provider_id WHERE n.country_iso3 = owner.key
    UNION ALL SELECT p.count_id FROM count_recipient p JOIN "count" c ON c.id = p.count_id
      JOIN ${member(sql`coalesce(c.stated_on, c.known_on)`)} WHERE m.country_iso3 = owner.key`;
  const events = sql`
    SELECT p.event_id FROM event_country p WHERE p.country_iso3 = owner.key
    UNION ALL SELECT p.event_id FROM event_provider p JOIN provider n ON n.id = p.provider_id WHERE n.country_iso3 = owner.key
    UNION ALL SELECT p.event_id FROM event_group p JOIN event e ON e.id = p.event_id
      JOIN ${member(sql`coalesce(e.starts_on, e.stated_on, e.known_on)`)} WHERE m.country_iso3 = owner.key`;
  return sql`(
    SELECT r.id::int AS id, r.slug FROM revision r
    WHERE r.is_public ${since ? sql`AND r.at > ${since}` : Prisma.empty} AND (
      (r.entity IN ('Commitment', 'ReportedTotal') AND r.entity_id IN (${counts}))
      OR (r.entity = 'Event' AND r.entity_id IN (${events}))))`;
}
