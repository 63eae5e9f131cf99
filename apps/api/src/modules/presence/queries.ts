import type { Context, Viewer } from '../../context.ts';

export interface PresenceRow {
  name: string;
  since: Date;
  lastSeen: Date;
  isEditing: boolean;
}

/** A record as revisions name it, and by whom it is open. */
export interface Place {
  entity: string;
  entityId: number;
  viewer: Viewer;
}

// By the database's clock, which is the same for every process.
const SILENT = `now() - interval '45 seconds'`;

/** Notes that the viewer has the record open; who was silent for long has it open anew. */
export async function writePresence(
  { live }: Context,
  { entity, entityId, viewer, isEditing }: Place & { isEditing: boolean },
): Promise<void> {
  await live.query(
    `INSERT INTO presence AS p (entity, entity_id, user_id, since, last_seen, is_editing)
     VALUES ($1::text, $2::int, $3::text, now(), now(), $4::boolean)
     ON CONFLICT (entity, entity_id, user_id) DO UPDATE SET last_seen = now(), is_editing = $4::boolean,
       since = CASE WHEN p.last_seen > ${SILENT} THEN p.since ELSE now() END`,
    [entity, entityId, viewer.id, isEditing],
  );
}

/** Who else has the record open, longest first. */
export function findOthers({ live }: Context, { entity, entityId, viewer }: Place): Promise<PresenceRow[]> {
  return live.query<PresenceRow>(
    `SELECT u.name, p.since, p.last_seen AS "lastSeen", p.is_editing AS "isEditing"
     FROM presence p JOIN "user" u ON u.id = p.user_id
     WHERE p.entity = $1::text AND p.entity_id = $2::int AND p.user_id <> $3::text AND p.last_seen > ${SILENT}
     ORDER BY p.since, u.name`,
    [entity, entityId, viewer.id],
  );
}

export async function deletePresence({ live }: Context, { entity, entityId, viewer }: Place): Promise<void> {
  await live.query(
    'DELETE FROM presence WHERE entity = $1::text AND entity_id = $2::int AND user_id = $3::text',
    [entity, entityId, viewer.id],
  );
}

/** Of records that nobody touches any more as well; rows that somebody else is deleting are left to them. */
export async function deleteSilent({ live }: Context): Promise<void> {
  await live.query(
    `DELETE FROM presence WHERE (entity, entity_id, user_id) IN (
       SELECT entity, entity_id, user_id FROM presence WHERE last_seen < now() - interval '1 minute'
       FOR UPDATE SKIP LOCKED)`,
  );
}
