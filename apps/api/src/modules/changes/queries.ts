import { isDeepStrictEqual } from 'node:util';
import { Prisma, type Revision } from '@muster/db';
import type { Context } from '../../context.ts';
import type { CursorValue, KeysetOrder } from '../../cursor.ts';
import { groupBy, indexBy } from '../../loading.ts';
import { findOwnedPages } from '../../owned.ts';
import { findPage, type Page, type PageArgs } from '../../pagination.ts';
import { requireCountry } from '../country/queries.ts';
import { changesConcerning } from './concerning.ts';

/** A public change of a record, as the contract speaks of it. */
export interface RevisionRow
  extends Pick<Revision, 'entity' | 'entityId' | 'slug' | 'version' | 'action' | 'reason' | 'at'> {
  id: number;
  actor: string;
  changedFields: string[];
}

export type RevisionPage = Page<RevisionRow>;

const NEWEST_FIRST: KeysetOrder<RevisionRow> = {
  name: 'changes, newest first',
  column: 'id',
  kind: 'number',
  isNullable: false,
  direction: 'DESC',
  keyColumn: 'slug',
  valueOf: ({ id }): CursorValue => id,
  keyOf: ({ slug }) => slug,
};

interface ChangeArgs extends PageArgs {
  since?: Date | string | null;
  country?: string | null;
}

export async function findChangePage(
  ctx: Context,
  { since, country, ...args }: ChangeArgs,
): Promise<RevisionPage> {
  // The database has no year 0, and nothing was recorded before 1970.
  const after = since ? new Date(Math.max(0, Number(new Date(since)))) : null;
  if (country != null) return findChangesConcerning(ctx, country, after, args);
  const where = { isPublic: true, ...(after && { at: { gt: after } }) };
  return findPage({
    args,
    order: NEWEST_FIRST,
    find: async ({ where: stretch, orderBy, take }) => {
      const rows = await ctx.db.prisma.revision.findMany({ where: { AND: [where, stretch] }, orderBy, take });
      return rows.map(toRevisionRow);
    },
    count: () => ctx.db.prisma.revision.count({ where }),
  });
}

/** Throws InputError where there is no such country. */
async function findChangesConcerning(
  ctx: Context,
  code: string,
  since: Date | null,
  args: PageArgs,
): Promise<RevisionPage> {
  const { iso3 } = await requireCountry(ctx, 'country', code);
  const pages = await findOwnedPages([iso3], {
    args,
    order: NEWEST_FIRST,
    columns: { value: Prisma.sql`item.id`, key: Prisma.sql`item.slug` },
    owners: Prisma.sql`unnest(${[iso3]}::bpchar[])`,
    items: changesConcerning(since),
    run: (sql) => ctx.db.query(sql.text, sql.values),
    readRows: async (ids) => {
      const rows = await ctx.db.prisma.revision.findMany({ where: { id: { in: ids } } });
      return indexBy(rows.map(toRevisionRow), ({ id }) => id);
    },
  });
  const page = pages.get(iso3);
  if (!page) throw new Error(`no page of changes of ${iso3}`);
  return page;
}

/** Public changes of records of one kind (`Commitment`, `ReportedTotal`, `Event`), newest first. */
export async function findHistories(ctx: Context, ids: readonly number[], entity: string) {
  const rows = await ctx.db.prisma.revision.findMany({
    where: { isPublic: true, entity, entityId: { in: [...ids] } },
    orderBy: { id: 'desc' },
  });
  return groupBy(rows.map(toRevisionRow), ({ entityId }) => entityId);
}

/** The change that took a count back; null where it was not, or has been published again. */
export async function findRetraction(ctx: Context, slug: string): Promise<RevisionRow | null> {
  const count = await ctx.db.prisma.count.findFirst({ where: { slug, state: 'RETRACTED' } });
  if (!count) return null;
  const entity = count.kind === 'COMMITMENT' ? 'Commitment' : 'ReportedTotal';
  const revision = await ctx.db.prisma.revision.findFirst({
    where: { isPublic: true, action: 'RETRACTED', entity, entityId: count.id },
    orderBy: { id: 'desc' },
  });
  return revision && toRevisionRow(revision);
}

function toRevisionRow({ id, actorName, before, after, ...revision }: Revision): RevisionRow {
  return { ...revision, id: Number(id), actor: actorName, changedFields: listChangedFields(before, after) };
}

// What every change touches says nothing about it.
const ALWAYS_CHANGED = new Set(['version', 'updatedAt']);

/** Names of the fields that differ; none where one of the two is no record. */
export function listChangedFields(before: unknown, after: unknown): string[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter((name) => !ALWAYS_CHANGED.has(name) && !isDeepStrictEqual(before[name], after[name]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
