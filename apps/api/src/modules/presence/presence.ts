import type { Context, Viewer } from '../../context.ts';
import { InputError } from '../../errors.ts';
import type { RecordEntity } from '../../generated/resolvers.ts';
import { entities } from '../editing/entities.ts';
import { findRow } from '../editing/queries/editable.ts';
import {
  deletePresence,
  deleteSilent,
  findOthers,
  type Place,
  type PresenceRow,
  writePresence,
} from './queries.ts';

type EditorContext = Context & { viewer: Viewer };

interface Named {
  entity: RecordEntity;
  slug: string;
}

/** Notes that the viewer has a record open, and tells who else has. Throws InputError where there is no such record. */
export async function touchPresence(
  ctx: EditorContext,
  { isEditing, ...named }: Named & { isEditing: boolean },
): Promise<PresenceRow[]> {
  const place = await findPlace(ctx, named);
  if (place === null) {
    throw new InputError('slug', `there is no ${entities[named.entity].word} ${JSON.stringify(named.slug)}`);
  }
  await deleteSilent(ctx);
  await writePresence(ctx, { ...place, isEditing });
  return findOthers(ctx, place);
}

/** Notes that the viewer has closed a record. */
export async function leavePresence(ctx: EditorContext, named: Named): Promise<true> {
  const place = await findPlace(ctx, named);
  if (place !== null) await deletePresence(ctx, place);
  return true;
}

async function findPlace(ctx: EditorContext, { entity: kind, slug }: Named): Promise<Place | null> {
  const entity = entities[kind];
  const row = await findRow(ctx, entity, slug);
  return row && { entity: entity.name, entityId: row.id, viewer: ctx.viewer };
}
