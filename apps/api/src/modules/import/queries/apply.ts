import { isDeepStrictEqual } from 'node:util';
import { bumpDataRevision, Prisma, type TransactionClient } from '@muster/db';
import type { Viewer } from '../../../context.ts';
import { ENTITIES, type Entity } from '../entities.ts';
import { findStored } from './stored.ts';
import { CLEARS, INSERTS, RELATIONS, UPDATES } from './writes.ts';

export interface Applying {
  jobId: number;
  viewer: Viewer;
  /** State of new counts and events. */
  state: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED';
  reason: string | null;
  /** Leave out new rows that look like another record. */
  skipAlike: boolean;
}

/** A stored record changed since the rows were checked. */
export class RecordsMoved extends Error {
  constructor() {
    super('records changed since the rows were checked');
    this.name = 'RecordsMoved';
  }
}

/** Rows that one statement writes. */
const ROWS_AT_ONCE = 2_000;

interface Stretch {
  from: number;
  to: number;
}

/**
 * Writes the new and the changed rows of a checked job, those that others refer to first, with a revision each. All of it
 * belongs to the caller's transaction. `onProgress` is told how many rows are written and may throw to end it. How many
 * it were. Throws RecordsMoved.
 */
export async function applyRows(
  transaction: TransactionClient,
  applying: Applying,
  onProgress: (done: number) => Promise<void>,
): Promise<number> {
  await requireUnmoved(transaction, applying);
  await transaction.$executeRaw`
    CREATE TEMPORARY TABLE import_chosen (position int, entity text, name text, verdict "ImportVerdict", record jsonb,
      derived jsonb, before jsonb, version int, entity_id int) ON COMMIT DROP`;
  let done = 0;
  for (const { entity } of ENTITIES) {
    for (const stretch of await findStretches(transaction, applying, entity)) {
      done += await applyStretch(transaction, applying, entity, stretch);
      await onProgress(done);
    }
    for (const statement of FINISHERS[entity] ?? []) {
      await transaction.$executeRawUnsafe(statement, applying.jobId, applying.skipAlike);
    }
  }
  if (await isSeen(transaction, applying)) await bumpDataRevision(transaction);
  return done;
}

/** Rows to be written; of links only those between counts that are. */
function chosenRows({ jobId, skipAlike }: Applying, entity: Entity): Prisma.Sql {
  const isWhole =
    entity === 'Link' && skipAlike
      ? Prisma.sql`AND NOT EXISTS (
          SELECT FROM import_row c
          WHERE c.job_id = r.job_id AND c.entity IN ('Commitment', 'ReportedTotal') AND c.verdict = 'NEW'
            AND c.alike IS NOT NULL AND c.name IN (r.record->>'from', r.record->>'to'))`
      : Prisma.empty;
  return Prisma.sql`r.job_id = ${jobId}::int AND r.entity = ${entity} AND r.verdict IN ('NEW', 'CHANGED')
    AND NOT (${skipAlike}::boolean AND r.verdict = 'NEW' AND r.alike IS NOT NULL) ${isWhole}`;
}

/** Records without a version must still say what they said at the check, and programs that rows name be there. */
async function requireUnmoved(db: TransactionClient, { jobId }: Applying): Promise<void> {
  await db.$executeRaw`LOCK TABLE country, country_group, provider, program, source, link IN SHARE ROW EXCLUSIVE MODE`;
  for (const { entity } of ENTITIES) {
    if (entity === 'Commitment' || entity === 'ReportedTotal' || entity === 'Event') continue;
    for (let after = 0; ; ) {
      const rows = await db.importRow.findMany({
        where: { jobId, entity, verdict: 'CHANGED', position: { gt: after } },
        orderBy: { position: 'asc' },
        take: 500,
        select: { position: true, name: true, before: true },
      });
      const stored = await findStored(
        db,
        entity,
        rows.flatMap(({ name }) => name ?? []),
      );
      const isMoved = rows.some(
        ({ name, before }) => !isDeepStrictEqual(stored.get(name ?? '')?.input, before),
      );
      if (isMoved) throw new RecordsMoved();
      after = rows.at(-1)?.position ?? after;
      if (rows.length < 500) break;
    }
  }
  const [gone] = await db.$queryRaw<{ gone: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM import_row r
      WHERE r.job_id = ${jobId}::int AND r.verdict IN ('NEW', 'CHANGED') AND r.record->>'program' IS NOT NULL
        AND NOT EXISTS (SELECT FROM program p WHERE p.slug = r.record->>'program')
        AND NOT EXISTS (SELECT FROM import_row p
          WHERE p.job_id = r.job_id AND p.entity = 'Program' AND p.name = r.record->>'program' AND p.verdict = 'NEW')
    ) AS gone`;
  if (gone?.gone) throw new RecordsMoved();
}

/** Of an entity's rows that are to be written, the positions in stretches of some thousand rows. */
async function findStretches(db: TransactionClient, applying: Applying, entity: Entity): Promise<Stretch[]> {
  return db.$queryRaw<Stretch[]>`
    SELECT min(position)::int AS from, max(position)::int AS to
    FROM (
      SELECT position, (row_number() OVER (ORDER BY position) - 1) / ${ROWS_AT_ONCE}::int AS part
      FROM import_row r WHERE ${chosenRows(applying, entity)}
    ) s GROUP BY part ORDER BY part`;
}

async function applyStretch(
  db: TransactionClient,
  applying: Applying,
  entity: Entity,
  { from, to }: Stretch,
): Promise<number> {
  const chosen = Prisma.sql`${chosenRows(applying, entity)} AND r.position BETWEEN ${from}::int AND ${to}::int`;
  // Histories of countries find their number by the code.
  const newId =
    entity === 'Country'
      ? Prisma.sql`NULL::int`
      : Prisma.sql`nextval((SELECT pg_get_serial_sequence(${`"${TABLES[entity]}"`}, 'id')))::int`;
  await db.$executeRaw`TRUNCATE import_chosen`;
  await db.$executeRaw`
    INSERT INTO import_chosen
    SELECT position, entity, name, verdict, record, derived, before, version,
      CASE verdict WHEN 'NEW' THEN ${newId} ELSE entity_id END
    FROM (SELECT r.* FROM import_row r WHERE ${chosen} ORDER BY r.position) r`;
  const [count] = await db.$queryRaw<{ new: number; changed: number }[]>`
    SELECT count(*) FILTER (WHERE verdict = 'NEW')::int AS new, count(*) FILTER (WHERE verdict = 'CHANGED')::int AS changed
    FROM import_chosen`;
  const expected = count ?? { new: 0, changed: 0 };
  if (expected.new > 0) {
    const statement = INSERTS[entity](rowsOf('NEW'), applying.state);
    if ((await db.$executeRaw(statement)) !== expected.new) throw new RecordsMoved();
  }
  if (expected.changed > 0) {
    const statement = UPDATES[entity](rowsOf('CHANGED'));
    if ((await db.$executeRaw(statement)) !== expected.changed) throw new RecordsMoved();
    for (const clear of CLEARS[entity] ?? []) await db.$executeRaw(clear);
  }
  for (const statement of RELATIONS[entity] ?? []) await db.$executeRaw(statement);
  await recordRevisions(db, applying, entity);
  return expected.new + expected.changed;
}

const rowsOf = (verdict: 'NEW' | 'CHANGED') =>
  Prisma.sql`(SELECT * FROM import_chosen WHERE verdict = ${verdict}::"ImportVerdict")`;

const HELD = `r.job_id = $1::int AND r.verdict IN ('NEW', 'CHANGED')
  AND NOT ($2::boolean AND r.verdict = 'NEW' AND r.alike IS NOT NULL)`;

// What a record of a kind says of another of its kind, once all are there.
const FINISHERS: Partial<Record<Entity, string[]>> = {
  Source: [
    `UPDATE source s SET derived_from_id = d.id FROM import_row r
     LEFT JOIN source d ON d.slug = r.record->>'derivedFrom'
     WHERE r.entity = 'Source' AND s.slug = r.name AND s.derived_from_id IS DISTINCT FROM d.id AND ${HELD}`,
  ],
  Event: [
    `UPDATE event e SET supersedes_id = d.id FROM import_row r
     LEFT JOIN event d ON d.slug = r.record->>'supersedes'
     WHERE r.entity = 'Event' AND e.slug = r.name AND e.supersedes_id IS DISTINCT FROM d.id AND ${HELD}`,
  ],
};

const TABLES: Record<Entity, string> = {
  Country: 'country',
  Group: 'country_group',
  Provider: 'provider',
  Program: 'program',
  Source: 'source',
  Commitment: 'count',
  ReportedTotal: 'count',
  Event: 'event',
  Link: 'link',
};

/** A revision for each row, at the version that the record has now. */
async function recordRevisions(
  db: TransactionClient,
  { viewer, reason, state }: Applying,
  entity: Entity,
): Promise<void> {
  const hasState = entity === 'Commitment' || entity === 'ReportedTotal' || entity === 'Event';
  const table = Prisma.raw(`"${TABLES[entity]}"`);
  // A staged country has its code alone; histories are kept by number.
  const id =
    entity === 'Country'
      ? Prisma.sql`(SELECT k.id FROM country k WHERE k.iso3 = r.name)`
      : Prisma.sql`r.entity_id`;
  // Names in use are seen at once; what has a state, where it is published.
  const isNewPublic = hasState ? state === 'PUBLISHED' : entity === 'Link' && state !== 'DRAFT';
  const isChangedPublic = hasState
    ? Prisma.sql`EXISTS (SELECT FROM ${table} c WHERE c.id = r.entity_id AND c.state = 'PUBLISHED')`
    : Prisma.sql`true`;
  await db.$executeRaw`
    INSERT INTO revision (entity, entity_id, slug, version, action, actor_id, actor_name, reason, before, after, is_public, at)
    SELECT r.entity, ${id}, coalesce(r.record->>'slug', r.name),
      CASE r.verdict WHEN 'NEW' THEN 1 ELSE (SELECT c.version FROM ${table} c WHERE c.id = ${id}) END,
      CASE r.verdict WHEN 'NEW' THEN 'IMPORTED' ELSE 'UPDATED' END, ${viewer.id}, ${viewer.name}, ${reason},
      r.before, r.record, CASE r.verdict WHEN 'NEW' THEN ${isNewPublic}::boolean ELSE ${isChangedPublic} END, now()
    FROM import_chosen r`;
}

async function isSeen(db: TransactionClient, { jobId, state, skipAlike }: Applying): Promise<boolean> {
  if (state === 'PUBLISHED') return true;
  const [row] = await db.$queryRaw<{ seen: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM import_row r
      WHERE r.job_id = ${jobId}::int AND (r.verdict = 'CHANGED'
        OR (r.verdict = 'NEW' AND r.entity NOT IN ('Commitment', 'ReportedTotal', 'Event')
          AND NOT (${skipAlike}::boolean AND r.alike IS NOT NULL)))
    ) AS seen`;
  return row?.seen ?? true;
}
