import { addDays } from '@/text/index.ts';
import { type Content, readContent } from './diff.ts';
import type { ListedRevision, StandingRecord } from './documents.ts';

/** A record as it stood at the end of a day. */
export type PastRecord =
  | { is: 'there'; content: Content; version: number; at: string | null; actor: string | null }
  | { is: 'deleted'; at: string; actor: string }
  | { is: 'not-yet'; since: string };

type Past = Pick<ListedRevision, 'version' | 'action' | 'at' | 'actor' | 'before' | 'after'>;

/**
 * What the record said at the end of `day` (ISO, UTC). `revisions`: every change of it, newest first; what came before the
 * first is what that change began from. Null: neither the history nor the record tells.
 */
export function findOnDay(
  revisions: readonly Past[],
  standing: Pick<StandingRecord, 'input' | 'version'> | null,
  day: string,
): PastRecord | null {
  const end = addDays(day, 1);
  const last = revisions.find(({ at }) => at < end);
  if (last?.action === 'DELETED') return { is: 'deleted', at: last.at, actor: last.actor };
  const next = revisions.findLast(({ at }) => at >= end);
  if (!last && next?.action === 'CREATED') return { is: 'not-yet', since: next.at };
  const content =
    readContent(last?.after) ?? readContent(next?.before) ?? (next ? null : readContent(standing?.input));
  if (content === null) return next && !last ? { is: 'not-yet', since: next.at } : null;
  return {
    is: 'there',
    content,
    version: last?.version ?? (next ? next.version - 1 : (standing?.version ?? 1)),
    at: last?.at ?? null,
    actor: last?.actor ?? null,
  };
}

/** A day from 1970 up to `today` in `?on=`; `refused` holds what is none. */
export function readOn(value: string | null, today: string): { on: string | null; refused: string | null } {
  if (value === null) return { on: null, refused: null };
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  const isAskable = isDay && value >= '1970-01-01' && value <= today;
  return isAskable ? { on: value, refused: null } : { on: null, refused: value.slice(0, 60) };
}
