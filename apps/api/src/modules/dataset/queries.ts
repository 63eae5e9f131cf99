import { readDataRevision } from '@muster/db';
import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';

export interface DatasetRow {
  revision: number;
  publishedAt: Date;
}

interface Size {
  commitments: number;
  reportedTotals: number;
  events: number;
  sources: number;
  claims: number;
  links: number;
}

export function findDataset(ctx: Context): Promise<DatasetRow> {
  return readDataRevision(ctx.db);
}

/** How many records readers may see on the day `today`. */
export async function measureDataset({ db, today }: Pick<Context, 'db' | 'today'>): Promise<Size> {
  const [size] = await db.query<Size>(
    `WITH seen AS (SELECT id, kind FROM "count" WHERE state = 'PUBLISHED' AND known_on <= $1::date)
     SELECT
       (SELECT count(*)::int FROM seen WHERE kind = 'COMMITMENT') AS commitments,
       (SELECT count(*)::int FROM seen WHERE kind = 'REPORTED_TOTAL') AS "reportedTotals",
       (SELECT count(*)::int FROM event WHERE state = 'PUBLISHED' AND known_on <= $1::date) AS events,
       (SELECT count(*)::int FROM source) AS sources,
       (SELECT count(*)::int FROM claim WHERE count_id IN (SELECT id FROM seen)) AS claims,
       (SELECT count(*)::int FROM link
         WHERE from_id IN (SELECT id FROM seen) AND to_id IN (SELECT id FROM seen)) AS links`,
    [today],
  );
  if (!size) throw new Error('the size of the dataset has no row');
  return size;
}

/** First and last day on which something published was stated; null where nothing is dated. */
export async function findStatedDays(ctx: Context): Promise<{ first: Day | null; last: Day | null }> {
  const [days] = await ctx.db.query<{ first: Day | null; last: Day | null }>(
    `SELECT min(stated_on) AS first, max(stated_on) AS last FROM (
       SELECT stated_on FROM "count" WHERE state = 'PUBLISHED' AND known_on <= $1::date
       UNION ALL SELECT stated_on FROM event WHERE state = 'PUBLISHED' AND known_on <= $1::date) AS stated`,
    [ctx.today],
  );
  return days ?? { first: null, last: null };
}
