import type { ReleaseDatabase, Unit } from '@muster/db';
import type { CountHeadRow } from '../finding.ts';

type Connection = Pick<ReleaseDatabase, 'query'>;

interface Low {
  low: number;
  high: number;
}

/** A count `alias` as JSON, as far as a finding names it. */
export const selectHead = (alias: string) => `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug,
  'title', ${alias}.title, 'kind', ${alias}.kind, 'version', ${alias}.version,
  'changedOn', (${alias}.updated_at AT TIME ZONE 'UTC')::date)`;

/** Drafts too: they are cheapest to mend. What was taken back is nobody's worry. */
export const isKept = (alias: string) => `${alias}.state <> 'RETRACTED'`;

export interface PartRow {
  part: CountHeadRow & Low;
  whole: CountHeadRow & Low;
  unit: Unit;
}

const selectNumbered = (alias: string) => `(${selectHead(alias)}::jsonb
  || jsonb_build_object('low', ${alias}.quantity_low, 'high', ${alias}.quantity_high))`;

const PARTS = `FROM link l
  JOIN "count" p ON p.id = l.from_id AND ${isKept('p')} AND p.quantity_low IS NOT NULL
  JOIN "count" w ON w.id = l.to_id AND ${isKept('w')} AND w.quantity_low IS NOT NULL
    AND w.unit = p.unit AND w.measure = p.measure AND w.rate IS NOT DISTINCT FROM p.rate
  WHERE l.relation = 'PART_OF'`;

/** Parts that no reading of the numbers fits into the whole, the largest excess first. */
export function findLargerParts(db: Connection, limit: number): Promise<PartRow[]> {
  return db.query<PartRow>(
    `SELECT ${selectNumbered('p')} AS part, ${selectNumbered('w')} AS whole, p.unit ${PARTS}
     AND p.quantity_low > w.quantity_high ORDER BY p.quantity_low - w.quantity_high DESC, l.id LIMIT $1`,
    [limit],
  );
}

/** Every part of a whole that has at least two of its own unit, measure and rate. */
export function findPartsOfSums(db: Connection): Promise<PartRow[]> {
  return db.query<PartRow>(
    `SELECT part, whole, unit FROM (
       SELECT ${selectNumbered('p')} AS part, ${selectNumbered('w')} AS whole, p.unit, l.to_id, l.id,
         count(*) OVER (PARTITION BY l.to_id) AS parts ${PARTS}) sums
     WHERE parts > 1 ORDER BY to_id, id`,
  );
}

/** Links among counts by slug, of whatever relation. */
export function findLinksAmong(db: Connection, ids: number[]) {
  return db.query<{ from: string; to: string; relation: string }>(
    `SELECT f.slug AS "from", t.slug AS "to", l.relation FROM link l
     JOIN "count" f ON f.id = l.from_id JOIN "count" t ON t.id = l.to_id
     WHERE l.from_id = ANY($1::int[]) AND l.to_id = ANY($1::int[]) ORDER BY l.id`,
    [ids],
  );
}

export interface SharesRow extends Low {
  head: CountHeadRow;
  unit: Unit;
  /** Sums of the shares that are given. */
  sharesLow: number;
  sharesHigh: number;
  /** How many recipients have a share of their own. */
  shared: number;
}

/** Shares that exceed the total; or that fall short of it, where every recipient is named and has one. */
export function findShares(db: Connection, limit: number): Promise<SharesRow[]> {
  return db.query<SharesRow>(
    `SELECT ${selectHead('c')} AS head, c.unit, c.quantity_low AS low, c.quantity_high AS high,
       s.low AS "sharesLow", s.high AS "sharesHigh", s.shared
     FROM (
       SELECT count_id, sum(share_low)::int AS low, sum(share_high)::int AS high,
         count(share_low)::int AS shared, count(*) AS recipients
       FROM count_recipient GROUP BY count_id HAVING count(share_low) > 0
     ) s JOIN "count" c ON c.id = s.count_id AND ${isKept('c')} AND c.quantity_low IS NOT NULL
     WHERE s.low > c.quantity_high
       OR (c.recipient_scope = 'NAMED' AND s.shared = s.recipients AND s.high < c.quantity_low)
     ORDER BY greatest(s.low - c.quantity_high, c.quantity_low - s.high) DESC, c.id LIMIT $1`,
    [limit],
  );
}

export interface ContradictionRow {
  head: CountHeadRow;
  unit: Unit;
  /** The largest of the fewest, and the smallest of the most, that preferred claims tell. */
  atLeast: number;
  atMost: number;
}

export function findContradictions(db: Connection, limit: number): Promise<ContradictionRow[]> {
  return db.query<ContradictionRow>(
    `SELECT ${selectHead('c')} AS head, c.unit, k."atLeast", k."atMost" FROM (
       SELECT count_id, max(low) AS "atLeast", min(high) AS "atMost" FROM claim
       WHERE rank = 'PREFERRED' AND low IS NOT NULL GROUP BY count_id HAVING max(low) > min(high)
     ) k JOIN "count" c ON c.id = k.count_id AND ${isKept('c')}
     ORDER BY k."atLeast" - k."atMost" DESC, c.id LIMIT $1`,
    [limit],
  );
}

export interface HullRow {
  head: CountHeadRow;
  unit: Unit;
  low: number | null;
  high: number | null;
  /** Of the claims of best rank with a number. */
  hullLow: number | null;
  hullHigh: number | null;
}

const best = (part: string) =>
  `coalesce(${part} FILTER (WHERE rank = 'PREFERRED'), ${part} FILTER (WHERE rank = 'NORMAL'))`;

export function findOffHull(db: Connection, limit: number): Promise<HullRow[]> {
  return db.query<HullRow>(
    `SELECT ${selectHead('c')} AS head, c.unit, c.quantity_low AS low, c.quantity_high AS high,
       h.low AS "hullLow", h.high AS "hullHigh"
     FROM "count" c LEFT JOIN (
       SELECT count_id, ${best('min(low)')} AS low, ${best('max(high)')} AS high FROM claim GROUP BY count_id
     ) h ON h.count_id = c.id
     WHERE ${isKept('c')} AND (c.quantity_low, c.quantity_high) IS DISTINCT FROM (h.low, h.high)
     ORDER BY greatest(c.quantity_high, h.high) DESC NULLS LAST, c.id LIMIT $1`,
    [limit],
  );
}

export interface UnitRow {
  head: CountHeadRow;
  unit: Unit;
  measure: string;
  high: number | null;
}

export function findConfusedUnits(db: Connection, limit: number): Promise<UnitRow[]> {
  return db.query<UnitRow>(
    `SELECT ${selectHead('c')} AS head, c.unit, c.measure, c.quantity_high AS high FROM "count" c
     WHERE ${isKept('c')} AND ((c.unit = 'PLACES') <> (c.measure = 'PLACES') OR (c.unit = 'COURSES') <> (c.measure = 'COURSES'))
     ORDER BY c.quantity_high DESC NULLS LAST, c.id LIMIT $1`,
    [limit],
  );
}
