import type { Database } from '../../../prisma/src/index.ts';

/** What must hold of the whole database, whatever was interrupted: statements that find what breaks it. */
const BREAKS: Record<string, string> = {
  'a count whose version is not that of its last change': `
    SELECT c.slug FROM count c JOIN revision r ON r.entity_id = c.id AND r.entity IN ('Commitment', 'ReportedTotal')
    GROUP BY c.id HAVING max(r.version) <> c.version OR count(*) <> c.version`,
  'a count without a history': `
    SELECT slug FROM count c WHERE NOT EXISTS (
      SELECT FROM revision r WHERE r.entity_id = c.id AND r.entity IN ('Commitment', 'ReportedTotal'))`,
  'a source whose version is not that of its last change': `
    SELECT s.slug FROM source s JOIN revision r ON r.entity_id = s.id AND r.entity = 'Source'
    GROUP BY s.id HAVING max(r.version) <> s.version`,
  'a count that says other than its last change': `
    SELECT c.slug FROM count c JOIN revision r ON r.entity_id = c.id AND r.version = c.version
      AND r.entity IN ('Commitment', 'ReportedTotal')
    WHERE r.after->>'title' <> c.title
      OR jsonb_array_length(r.after->'claims') <> (SELECT count(*) FROM claim x WHERE x.count_id = c.id)
      OR jsonb_array_length(r.after->'providers') <> (SELECT count(*) FROM count_provider x WHERE x.count_id = c.id)
      OR jsonb_array_length(r.after->'recipients') <> (SELECT count(*) FROM count_recipient x WHERE x.count_id = c.id)
      OR jsonb_array_length(r.after->'otherFigures') <> (SELECT count(*) FROM other_figure x WHERE x.count_id = c.id)`,
  'a count whose quantity is not the hull of its claims': `
    SELECT c.slug FROM count c JOIN claim x ON x.count_id = c.id AND x.rank = 'NORMAL'
    WHERE NOT EXISTS (SELECT FROM claim y WHERE y.count_id = c.id AND y.rank = 'PREFERRED')
    GROUP BY c.id HAVING min(x.low) IS DISTINCT FROM c.quantity_low OR max(x.high) IS DISTINCT FROM c.quantity_high`,
  'a count whose state is not that of its last move': `
    SELECT c.slug FROM count c JOIN LATERAL (
      SELECT action FROM revision r WHERE r.entity_id = c.id AND r.entity IN ('Commitment', 'ReportedTotal')
        AND action NOT IN ('UPDATED', 'IMPORTED') ORDER BY version DESC LIMIT 1) m ON true
    WHERE c.state::text <> CASE m.action WHEN 'CREATED' THEN 'DRAFT' WHEN 'SUBMITTED' THEN 'IN_REVIEW'
      WHEN 'SENT_BACK' THEN 'DRAFT' ELSE m.action END`,
  'a deleted record that is there, or one that is gone without a deletion': `
    SELECT r.slug FROM revision r
    WHERE r.entity IN ('Commitment', 'ReportedTotal')
      AND r.version = (SELECT max(version) FROM revision x WHERE x.entity = r.entity AND x.entity_id = r.entity_id)
      AND (r.action = 'DELETED') = EXISTS (SELECT FROM count c WHERE c.id = r.entity_id)`,
  'an import that is applied in part, or applied and not told so': `
    SELECT j.id FROM import_job j JOIN import_row r ON r.job_id = j.id AND r.verdict = 'NEW'
      LEFT JOIN count c ON c.slug = r.name AND r.entity = 'Commitment'
      LEFT JOIN source s ON s.slug = r.name AND r.entity = 'Source'
    GROUP BY j.id HAVING count(*) FILTER (WHERE c.id IS NOT NULL OR s.id IS NOT NULL)
      <> CASE j.state WHEN 'APPLIED' THEN count(*) ELSE 0 END`,
  'an account without an entry in the audit log': `
    SELECT email FROM "user" u WHERE NOT EXISTS (SELECT FROM audit_entry a WHERE a.record = u.email)`,
  'a data revision other than its changes': `
    SELECT d.revision FROM data_revision d WHERE d.revision <> 1
      + (SELECT count(*) FROM revision r WHERE r.is_public AND r.actor_id IS NOT NULL
          AND coalesce(r.reason, '') NOT LIKE 'file %')
      + (SELECT count(DISTINCT r.reason) FROM revision r WHERE r.reason LIKE 'file %')`,
};

/** Names of what is broken, each with the first records that break it. */
export async function findBreaks(database: Pick<Database, 'query'>): Promise<string[]> {
  const breaks: string[] = [];
  for (const [name, statement] of Object.entries(BREAKS)) {
    const rows = await database.query(statement);
    const some = rows.slice(0, 3).map((row) => Object.values(row).join(' '));
    if (rows.length > 0) breaks.push(`${name}: ${rows.length}, ${some.join(', ')}`);
  }
  return breaks;
}
