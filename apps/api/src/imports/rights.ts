import type { Viewer } from '../context.ts';
import { hasRole } from '../modules/editing/permissions.ts';
import type { Entity } from '../modules/import/entities.ts';
import type { Stored } from '../modules/import/queries/stored.ts';

/** Why the viewer may not change this stored record; null where they may. */
export function findChangeRefusal(viewer: Viewer, { state }: Pick<Stored, 'state'>): string | null {
  if (state === 'RETRACTED') return 'the record is RETRACTED: publish it again before changing it';
  if (hasRole(viewer, 'REVIEWER')) return null;
  if (state === 'PUBLISHED')
    return 'readers see this record: changing it needs the role REVIEWER; ask a reviewer';
  return state === null
    ? 'others rest on this record: changing it needs the role REVIEWER; ask a reviewer'
    : null;
}

/** Why the viewer may not add such a record; null where they may. `isSeen`: readers see it at once. */
export function findAddRefusal(viewer: Viewer, entity: Entity, isSeen: boolean): string | null {
  if (hasRole(viewer, 'REVIEWER')) return null;
  if (entity === 'Country') return 'a new country needs the role REVIEWER; ask a reviewer';
  return entity === 'Link' && isSeen
    ? 'a link between published counts changes public totals: it needs the role REVIEWER; ask a reviewer'
    : null;
}

export const NEW_STATES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED'] as const;
export type NewState = (typeof NEW_STATES)[number];

/** Why the viewer may not bring records in like this; null where they may. */
export function findApplyRefusal(
  viewer: Viewer,
  state: NewState,
  job: { actorId: string; checkedRole: Viewer['role'] | null },
): string | null {
  if (job.checkedRole !== null && !hasRole(viewer, job.checkedRole)) {
    return `The rows were checked with the rights of the role ${job.checkedRole}: check them again with yours.`;
  }
  if (state === 'DRAFT') return null;
  if (!hasRole(viewer, 'REVIEWER'))
    return 'New records come in as drafts; anything further needs the role REVIEWER.';
  if (state === 'PUBLISHED' && job.actorId === viewer.id && !hasRole(viewer, 'ADMIN')) {
    return 'You brought this file: another reviewer, or an administrator, must publish its records.';
  }
  return null;
}
