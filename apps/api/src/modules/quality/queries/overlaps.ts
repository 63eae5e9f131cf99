import type { CountKind, Rate, RecipientScope, ReleaseDatabase, Unit } from '@muster/db';
import type { Day } from '../../../days.ts';
import type { RecordedLink } from '../../totals/record.ts';

type Connection = Pick<ReleaseDatabase, 'query'>;

/** A published count that takes part in public totals. */
export interface OverlapRow {
  id: number;
  slug: string;
  title: string;
  kind: CountKind;
  version: number;
  changedOn: Day;
  knownOn: Day;
  unit: Unit;
  low: number;
  high: number;
  rate: Rate | null;
  windowStart: Day | null;
  windowEnd: Day | null;
  windowEndLatest: Day | null;
  scope: RecipientScope;
  providers: { id: number; name: string }[];
  recipients: { iso3: string | null; groupId: number | null }[];
}

// What is added by default: people trained, and training places where they are read as people.
const IS_ADDED = `c.state = 'PUBLISHED' AND c.quantity_low > 0
  AND ((c.unit = 'PEOPLE' AND c.measure = 'TRAINEES') OR (c.unit = 'PLACES' AND c.measure = 'PLACES'))
  AND (c.status IS NULL OR c.status IN ('ANNOUNCED', 'SIGNED'))
  AND (c.rate IS NULL OR (c.window_start IS NOT NULL AND c.window_end IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM link s JOIN "count" f ON f.id = s.from_id AND f.state = 'PUBLISHED'
    WHERE s.to_id = c.id AND s.relation = 'SUPERSEDES')`;

const YEARS = `CASE WHEN c.rate IS NULL THEN 1 ELSE (c.window_end - c.window_start) / 365.25 END`;

const COLUMNS = `c.id, c.slug, c.title, c.kind, c.version, (c.updated_at AT TIME ZONE 'UTC')::date AS "changedOn",
  c.known_on AS "knownOn", c.unit, c.quantity_low AS low, c.quantity_high AS high, c.rate,
  c.window_start AS "windowStart", c.window_end AS "windowEnd", c.window_end_latest AS "windowEndLatest",
  c.recipient_scope AS scope,
  (SELECT coalesce(json_agg(json_build_object('id', v.id, 'name', v.name) ORDER BY cp.position), '[]')
    FROM count_provider cp JOIN provider v ON v.id = cp.provider_id WHERE cp.count_id = c.id) AS providers,
  (SELECT coalesce(json_agg(json_build_object('iso3', r.country_iso3, 'groupId', r.group_id)), '[]')
    FROM count_recipient r WHERE r.count_id = c.id) AS recipients`;

/** A stretch of all that is added, the largest numbers first. */
export function findAddedCounts(db: Connection, offset: number, limit: number): Promise<OverlapRow[]> {
  return db.query<OverlapRow>(
    `SELECT ${COLUMNS} FROM "count" c JOIN (
       SELECT c.id, c.quantity_low * ${YEARS} AS amount FROM "count" c WHERE ${IS_ADDED}
       ORDER BY amount DESC, c.id LIMIT $2 OFFSET $1
     ) largest ON largest.id = c.id ORDER BY largest.amount DESC, c.id`,
    [offset, limit],
  );
}

/** Those of them that are linked to another published count. */
export function findLinkedCounts(db: Connection): Promise<OverlapRow[]> {
  return db.query<OverlapRow>(
    `SELECT ${COLUMNS} FROM "count" c
     WHERE ${IS_ADDED} AND c.id IN (SELECT from_id FROM link UNION SELECT to_id FROM link) ORDER BY c.id`,
  );
}

/** All links between published counts of one kind. */
export function findLinksWithinKind(db: Connection): Promise<RecordedLink[]> {
  return db.query<RecordedLink>(
    `SELECT f.slug AS "from", t.slug AS "to", l.relation, l.basis FROM link l
     JOIN "count" f ON f.id = l.from_id AND f.state = 'PUBLISHED'
     JOIN "count" t ON t.id = l.to_id AND t.state = 'PUBLISHED' AND t.kind = f.kind ORDER BY l.id`,
  );
}

/** Members of each group by its id, past ones too. A group of which nobody is known to be a member is not among them. */
export async function findGroupMembers(db: Connection): Promise<Map<number, string[]>> {
  const rows = await db.query<{ groupId: number; members: string[] }>(
    `SELECT group_id AS "groupId", json_agg(DISTINCT country_iso3) AS members FROM group_membership GROUP BY group_id`,
  );
  return new Map(rows.map(({ groupId, members }) => [groupId, members]));
}
