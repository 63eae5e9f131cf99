import type { AuditLog, Database, Prisma, TransactionClient } from '@muster/db';
import { noValue } from '../../composition.ts';
import type { KeysetOrder } from '../../cursor.ts';
import { type Day, toDate } from '../../days.ts';
import { wordsWhere } from '../../filters.ts';
import { findPage, type Page, type PageArgs } from '../../pagination.ts';

/** What was done, to which kind of thing. */
export type AuditedAction =
  | {
      entity: 'SignIn';
      action: 'SIGNED_IN' | 'SIGNED_OUT' | 'SIGN_IN_FAILED' | 'SIGN_IN_LOCKED' | 'CODE_FAILED';
    }
  | {
      entity: 'Account';
      action:
        | 'CREATED'
        | 'INVITED'
        | 'LINK_MADE'
        | 'PASSWORD_SET'
        | 'PASSWORD_CHANGED'
        | 'RENAMED'
        | 'ROLE_CHANGED'
        | 'DISABLED'
        | 'ENABLED'
        | 'SESSIONS_ENDED'
        | 'TOTP_TURNED_ON'
        | 'TOTP_TURNED_OFF'
        | 'RECOVERY_CODES_MADE';
    }
  | { entity: 'ApiKey'; action: 'CREATED' | 'REVOKED' | 'USED' }
  | { entity: 'Release'; action: 'MADE' }
  | { entity: 'Export'; action: 'EXPORTED' };

export type AuditedDeed = AuditedAction & {
  /** Null where nobody was signed in. */
  actor: { id: string; name: string } | null;
  /** Which thing: an e-mail address, or a name. Never a secret. */
  record: string;
  detail?: string | null;
  /** Network address that it came from. */
  address?: string | null;
};

/** Adds an entry to the log; in the transaction of what it tells of, where that has one. */
export async function recordAudit(
  { auditEntry }: Pick<TransactionClient, 'auditEntry'>,
  { actor, detail = null, address = null, ...deed }: AuditedDeed,
): Promise<void> {
  await auditEntry.create({
    data: { ...deed, detail, address, actorId: actor?.id ?? null, actorName: actor?.name ?? null },
    select: { id: true },
  });
}

export type AuditRow = AuditLog;
export type AuditPage = Page<AuditRow>;

export type AuditArea = (typeof AREAS)[number];

export interface AuditFilter {
  actor?: string | null | undefined;
  areas?: readonly AuditArea[] | null | undefined;
  actions?: readonly string[] | null | undefined;
  record?: string | null | undefined;
  /** Days `[from, until)` in UTC. */
  from?: Day | null | undefined;
  until?: Day | null | undefined;
}

const ENTITIES: Record<Exclude<AuditArea, 'RECORDS'>, AuditedAction['entity']> = {
  SIGN_INS: 'SignIn',
  PEOPLE: 'Account',
  KEYS: 'ApiKey',
  RELEASES: 'Release',
  EXPORTS: 'Export',
};

export const AREAS = ['SIGN_INS', 'PEOPLE', 'KEYS', 'RELEASES', 'EXPORTS', 'RECORDS'] as const;

const NEWEST_FIRST: KeysetOrder<AuditRow> = {
  name: 'audit log, newest first',
  column: 'at',
  kind: 'instant',
  isNullable: false,
  direction: 'DESC',
  keyColumn: 'id',
  valueOf: ({ at }) => at.toISOString(),
  keyOf: ({ id }) => id,
};

export function findAuditPage(
  { prisma }: Pick<Database, 'prisma'>,
  filter: AuditFilter,
  args: PageArgs,
): Promise<AuditPage> {
  const where = toWhere(filter);
  return findPage({
    args,
    order: NEWEST_FIRST,
    find: ({ where: bounds, ...stretch }) =>
      prisma.auditLog.findMany({ where: { AND: [where, bounds] }, ...stretch }),
    count: () => prisma.auditLog.count({ where }),
  });
}

const BATCH = 500;

/** All that the filter takes, newest first, in batches read as they are asked for. */
export async function* readEveryEntry(
  db: Pick<Database, 'prisma'>,
  filter: AuditFilter,
): AsyncGenerator<AuditRow[]> {
  let after: string | undefined;
  do {
    const page = await findAuditPage(db, filter, { first: BATCH, after });
    yield page.edges.map(({ node }) => node);
    after = (await page.hasNextPage()) ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
}

/** Writes down that somebody took what only editors see; null: whoever runs the machine. */
export function recordExport(
  { prisma }: Pick<Database, 'prisma'>,
  actor: { id: string; name: string } | null,
  record: string,
  detail: string | null,
): Promise<void> {
  return recordAudit(prisma, { entity: 'Export', action: 'EXPORTED', actor, record, detail });
}

function toWhere({ actor, areas, actions, record, from, until }: AuditFilter): Prisma.AuditLogWhereInput {
  return {
    AND: [
      ...(actor ? wordsWhere(actor, ['actorName']) : []),
      ...(record ? wordsWhere(record, ['record']) : []),
      ...(areas ? [areas.length > 0 ? { OR: areas.map(toAreaWhere) } : noValue('id')] : []),
      ...(actions ? [{ action: { in: [...actions] } }] : []),
      ...(from ? [{ at: { gte: toDate(from) } }] : []),
      ...(until ? [{ at: { lt: toDate(until) } }] : []),
    ],
  };
}

function toAreaWhere(area: AuditArea): Prisma.AuditLogWhereInput {
  return area === 'RECORDS' ? { entity: { notIn: Object.values(ENTITIES) } } : { entity: ENTITIES[area] };
}
