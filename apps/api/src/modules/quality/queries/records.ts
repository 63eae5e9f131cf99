import type { ReleaseDatabase, Unit } from '@muster/db';
import type { Day } from '../../../days.ts';
import type { CountHeadRow } from '../finding.ts';
import { isKept, selectHead } from './arithmetic.ts';

type Connection = Pick<ReleaseDatabase, 'query'>;

export interface TwinRow {
  one: CountHeadRow;
  other: CountHeadRow;
  provider: string;
  unit: Unit;
  low: number;
  high: number;
  /** Days between the two statements. */
  days: number;
}

/** Of two counts stated further apart, the later may well be another promise of the same size. */
export const TWIN_DAYS = 31;

// NOT IN, which is hashed once: how many pairs there are is beyond what the database can guess.
const isUnlinked = (one: string, other: string) =>
  `(${one}, ${other}) NOT IN (SELECT from_id, to_id FROM link UNION ALL SELECT to_id, from_id FROM link)`;

/**
 * Pairs of the same kind, provider, unit and quantity, stated at nearly the same time, without a link; the largest first.
 * All pairs are more than rows by far. Those next to one another tell which quantities are too small to be among the
 * first `limit`.
 */
export function findTwins(db: Connection, limit: number): Promise<TwinRow[]> {
  return db.query<TwinRow>(
    `WITH told AS MATERIALIZED (
       SELECT c.id, cp.provider_id, c.kind, c.unit, c.quantity_low AS low, c.quantity_high AS high,
         coalesce(c.stated_on, c.known_on) AS day
       FROM "count" c JOIN count_provider cp ON cp.count_id = c.id
       WHERE ${isKept('c')} AND c.quantity_low IS NOT NULL
     ), neighbours AS (
       SELECT DISTINCT low, least(id, next) AS one_id, greatest(id, next) AS other_id FROM (
         SELECT id, low, day, lead(id) OVER alike AS next, lead(day) OVER alike AS next_day FROM told
         WINDOW alike AS (PARTITION BY provider_id, kind, unit, low, high ORDER BY day, id)
       ) n WHERE next_day - day <= $2
     ), large AS MATERIALIZED (
       SELECT * FROM told WHERE low >= coalesce((
         SELECT n.low FROM neighbours n WHERE ${isUnlinked('n.one_id', 'n.other_id')}
         ORDER BY n.low DESC OFFSET $1::int - 1 LIMIT 1), 0)
     ), pairs AS (
       SELECT a.id AS one_id, b.id AS other_id, min(a.provider_id) AS provider_id, a.low, a.high,
         abs(a.day - b.day) AS days
       FROM large a JOIN large b USING (provider_id, kind, unit, low, high)
       WHERE a.id < b.id AND abs(a.day - b.day) <= $2
       GROUP BY a.id, b.id, a.low, a.high, a.day, b.day
     )
     SELECT ${selectHead('x')} AS one, ${selectHead('y')} AS other, v.name AS provider, x.unit, p.low, p.high, p.days
     FROM pairs p JOIN "count" x ON x.id = p.one_id JOIN "count" y ON y.id = p.other_id
     JOIN provider v ON v.id = p.provider_id
     WHERE ${isUnlinked('x.id', 'y.id')}
     ORDER BY p.low DESC, x.id, y.id LIMIT $1`,
    [limit, TWIN_DAYS],
  );
}

export interface SilentRow {
  head: CountHeadRow;
  unit: Unit;
  low: number;
  high: number;
  perYear: boolean;
  endedOn: Day;
  /** Whether a source links a report to it, so that its standing must be judged. */
  isReported: boolean;
}

/** Promises with a number whose window has closed by the day, the longest ago first; `reported`: those with a report, or without. */
export function findClosedPromises(
  db: Connection,
  today: Day,
  isReported: boolean,
  limit: number,
): Promise<SilentRow[]> {
  return db.query<SilentRow>(
    `SELECT ${selectHead('c')} AS head, c.unit, c.quantity_low AS low, c.quantity_high AS high,
       c.rate IS NOT NULL AS "perYear", coalesce(c.window_end_latest, c.window_end) AS "endedOn"
     FROM "count" c
     WHERE c.kind = 'COMMITMENT' AND c.state = 'PUBLISHED' AND c.status IN ('ANNOUNCED', 'SIGNED')
       AND c.quantity_low IS NOT NULL AND c.known_on <= $1::date
       AND coalesce(c.window_end_latest, c.window_end) <= $1::date
       AND $2::boolean = (c.id IN (SELECT l.to_id FROM link l JOIN "count" r ON r.id = l.from_id AND r.state = 'PUBLISHED'
         WHERE l.relation = 'FULFILS' AND l.basis = 'STATED'))
     ORDER BY coalesce(c.window_end_latest, c.window_end), c.id LIMIT $3`,
    [today, isReported, limit],
  );
}

export interface WordlessRow {
  head: CountHeadRow;
  unit: Unit;
  sourceId: number;
  source: string;
  position: number;
  low: number | null;
  high: number | null;
}

/** Claims without a fragment, those with the largest numbers first. */
export function findClaimsWithoutWords(db: Connection, limit: number): Promise<WordlessRow[]> {
  return db.query<WordlessRow>(
    `SELECT ${selectHead('c')} AS head, c.unit, s.id AS "sourceId", s.title || ', ' || s.publisher AS source,
       k.position, k.low, k.high
     FROM claim k JOIN "count" c ON c.id = k.count_id AND ${isKept('c')} JOIN source s ON s.id = k.source_id
     WHERE coalesce(btrim(k.fragment), '') = ''
     ORDER BY k.high DESC NULLS LAST, c.id, k.position LIMIT $1`,
    [limit],
  );
}

export interface SourceRow {
  id: number;
  slug: string;
  title: string;
  /** Of all that a finding may be about. */
  stamp: string;
  host: string | null;
  claims: number;
}

const SOURCE = `s.id, s.slug, s.title, md5(json_build_array(s.slug, s.title, s.url, s.archived_url, s.published_on,
    s.published_on_precision, s.kind, s.derived_from_id, s.derived_from_note)::text) AS stamp,
  substring(s.url FROM '^[a-zA-Z]+://([^/?#:]+)') AS host, coalesce(k.claims, 0) AS claims`;
const CLAIMS = `LEFT JOIN (SELECT source_id, count(*)::int AS claims FROM claim GROUP BY source_id) k ON k.source_id = s.id`;

/** Sources without an archived copy, those on which most claims rest first. */
export function findUnarchived(db: Connection, limit: number): Promise<SourceRow[]> {
  return db.query<SourceRow>(
    `SELECT ${SOURCE} FROM source s ${CLAIMS} WHERE s.archived_url IS NULL
     ORDER BY coalesce(k.claims, 0) DESC, s.id LIMIT $1`,
    [limit],
  );
}

export interface LineageRow extends SourceRow {
  isRewrite: boolean;
  derivedFromId: number | null;
  derivedFromNote: string | null;
  /** The last day on which it can have been published. */
  publishedBy: Day | null;
  /** The first day on which the other can have been. */
  originFrom: Day | null;
}

/** Every source that derives from another, or is called a rewrite. */
export function findDerived(db: Connection): Promise<LineageRow[]> {
  return db.query<LineageRow>(
    `SELECT ${SOURCE}, s.kind = 'REWRITE' AS "isRewrite", s.derived_from_id AS "derivedFromId",
       s.derived_from_note AS "derivedFromNote", o.published_on AS "originFrom",
       CASE s.published_on_precision WHEN 'DAY' THEN s.published_on
         WHEN 'MONTH' THEN (s.published_on + interval '1 month - 1 day')::date
         WHEN 'YEAR' THEN (s.published_on + interval '1 year - 1 day')::date END AS "publishedBy"
     FROM source s ${CLAIMS} LEFT JOIN source o ON o.id = s.derived_from_id
     WHERE s.kind = 'REWRITE' OR s.derived_from_id IS NOT NULL ORDER BY s.id`,
  );
}
