import type { RecordState } from '@muster/db';
import type { Context } from '../../../context.ts';
import { indexBy } from '../../../loading.ts';
import { inputRelations } from '../count-input.ts';
import type { AnyEntity } from '../entities.ts';
import type { Stored } from '../entity.ts';
import { eventRelations } from '../event-input.ts';
import { CONTENT_ACTIONS, findLastBearer } from './revisions.ts';

/** A record as it was last written; null where there is none. */
export function findRow({ live }: Context, entity: AnyEntity, key: string): Promise<Stored | null> {
  return entity.find(live.prisma, key);
}

/** Number of the record that has this key, or had it last and was deleted; null: none. */
export async function findRecordId(ctx: Context, entity: AnyEntity, key: string): Promise<number | null> {
  return (await findRow(ctx, entity, key))?.id ?? findLastBearer(ctx, entity.name, key);
}

export function requireRow({ live }: Context, entity: AnyEntity, id: number): Promise<Stored> {
  return entity.require(live.prisma, id);
}

/** Whether readers see the record, or the effect of it. */
export function isRowSeen({ live }: Context, entity: AnyEntity, row: Stored): Promise<boolean> {
  return entity.isSeen(live.prisma, row);
}

/** What names the record, in words, at most a few. */
export async function findRowReferrers({ live }: Context, entity: AnyEntity, row: Stored): Promise<string[]> {
  return (await entity.findReferrers?.(live.prisma, row)) ?? [];
}

/** Who wrote a record; null where nobody knows. */
export interface Authorship {
  createdBy: string | null;
  changedBy: string | null;
  /** Of the account that wrote what it says now. */
  authorId: string | null;
}

const BEGINNINGS = ['IMPORTED', 'CREATED'];

/** By the record's name in revisions and its number, as in `Commitment 7`. */
export async function findAuthorships(
  { db }: Context,
  keys: readonly string[],
): Promise<Map<string, Authorship>> {
  const records = keys.map((key) => key.split(' '));
  const rows = await db.query<Authorship & { key: string }>(
    `SELECT entity || ' ' || entity_id AS key,
       (array_agg(actor_name ORDER BY version) FILTER (WHERE action = ANY($3::text[])))[1] AS "createdBy",
       (array_agg(actor_name ORDER BY version DESC))[1] AS "changedBy",
       (array_agg(actor_id ORDER BY version DESC) FILTER (WHERE action = ANY($4::text[])))[1] AS "authorId"
     FROM revision
     WHERE (entity, entity_id) IN (SELECT * FROM unnest($1::text[], $2::int[]))
     GROUP BY entity, entity_id`,
    [records.map(([name]) => name), records.map(([, id]) => Number(id)), BEGINNINGS, CONTENT_ACTIONS],
  );
  return indexBy(rows, ({ key }) => key);
}

const LAST_WRITER = `(SELECT v.actor_id FROM revision v
  WHERE v.entity = r.name AND v.entity_id = r.id AND v.action = ANY($3::text[]) ORDER BY v.version DESC LIMIT 1)`;

interface Wanted {
  state: RecordState;
  /** Only those whose content this account wrote last; null: anybody's. */
  authorId: string | null;
  limit: number;
}

/** Counts and events in a state, last changed first. */
export async function findByState({ db }: Context, { state, authorId, limit }: Wanted) {
  const found = await db.query<{ entity: 'COMMITMENT' | 'REPORTED_TOTAL' | 'EVENT'; id: number }>(
    `SELECT r.entity, r.id FROM (
       SELECT kind::text AS entity, CASE kind WHEN 'COMMITMENT' THEN 'Commitment' ELSE 'ReportedTotal' END AS name,
         id, updated_at FROM "count" WHERE state = $1::"RecordState"
       UNION ALL SELECT 'EVENT', 'Event', id, updated_at FROM event WHERE state = $1::"RecordState"
     ) r
     WHERE $2::text IS NULL OR ${LAST_WRITER} = $2
     ORDER BY r.updated_at DESC, r.entity, r.id LIMIT $4::int`,
    [state, authorId, CONTENT_ACTIONS, limit],
  );
  const { prisma } = db;
  const idsOf = (isEvent: boolean) =>
    found.filter(({ entity }) => (entity === 'EVENT') === isEvent).map(({ id }) => id);
  const counts = await prisma.count.findMany({
    where: { id: { in: idsOf(false) } },
    include: inputRelations,
    relationLoadStrategy: 'join',
  });
  const events = await prisma.event.findMany({
    where: { id: { in: idsOf(true) } },
    include: eventRelations,
    relationLoadStrategy: 'join',
  });
  const rows = { count: indexBy(counts, ({ id }) => id), event: indexBy(events, ({ id }) => id) };
  return found.flatMap(({ entity, id }) => {
    const row = entity === 'EVENT' ? rows.event.get(id) : rows.count.get(id);
    return row ? [{ entity, row }] : [];
  });
}
