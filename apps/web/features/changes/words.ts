import { countOf } from '@/text/index.ts';
import type { Change } from './queries.ts';

const actionWords: Record<string, string> = {
  IMPORTED: 'Brought in',
  CREATED: 'Written',
  UPDATED: 'Changed',
  PUBLISHED: 'Published',
  RETRACTED: 'Taken back',
  DELETED: 'Deleted',
};

/** Groups and links have no page of their own. */
const kinds: Record<string, { path: string | null; one: string; many?: string }> = {
  Commitment: { path: '/commitments', one: 'commitment' },
  ReportedTotal: { path: '/reported', one: 'report' },
  Event: { path: '/events', one: 'event' },
  Source: { path: '/sources', one: 'source' },
  Program: { path: '/programs', one: 'program' },
  Provider: { path: '/providers', one: 'provider' },
  Country: { path: '/countries', one: 'country', many: 'countries' },
  Group: { path: null, one: 'group' },
  Link: { path: null, one: 'link' },
};

/** "Brought in", "Changed"; an action without words of its own as the API names it. */
export function nameAction(action: string): string {
  return actionWords[action] ?? action;
}

/** "commitment", "report", "event". */
export function nameKind(entity: string): string {
  return kinds[entity]?.one ?? entity;
}

/** The page of a changed record; null where readers have none: it is no longer published, or has no page of its own. */
export function pathOfChange({
  entity,
  slug,
  title,
}: Pick<Change, 'entity' | 'slug' | 'title'>): string | null {
  const kind = kinds[entity];
  return kind?.path && title !== null ? `${kind.path}/${slug}` : null;
}

/** The anchor of a change among those of its record. */
export function anchorOfChange({ version, action }: Pick<Change, 'version' | 'action'>): string {
  return `change-${version}-${action.toLowerCase()}`;
}

/** "25 commitments, 44 reports, 29 events". */
export function countKinds(changes: readonly Pick<Change, 'entity'>[]): string {
  const groups = Map.groupBy(changes, ({ entity }) => entity);
  const order = [...new Set([...Object.keys(kinds), ...groups.keys()])];
  return order
    .filter((entity) => groups.has(entity))
    .map((entity) => countOf(groups.get(entity)?.length ?? 0, nameKind(entity), kinds[entity]?.many))
    .join(', ');
}

/** "stated on, window": names of fields as words. */
export function nameFields(fields: readonly string[]): string {
  return fields.map((field) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(', ');
}
