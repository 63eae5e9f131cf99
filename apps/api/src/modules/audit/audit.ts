import { GraphQLError } from 'graphql';
import { requireLive } from '../../at-release.ts';
import type { Context } from '../../context.ts';
import { requireOrderedDays } from '../../date-range.ts';
import type { PageArgs } from '../../pagination.ts';
import { hasRole } from '../editing/permissions.ts';
import { type AuditFilter, type AuditPage, findAuditPage } from './queries.ts';

const NEEDS_ADMIN = 'The audit log needs the role ADMIN. Ask an administrator.';
const NEEDS_SESSION = 'Please sign in as an administrator to read the audit log.';

/** Newest first. Throws UNAUTHENTICATED, FORBIDDEN, or InputError for days the wrong way round. */
export function listAuditEntries(
  ctx: Context,
  { filter, ...args }: PageArgs & { filter?: AuditFilter | null | undefined },
): Promise<AuditPage> {
  const { viewer, live } = requireLive(ctx);
  if (!hasRole(viewer, 'ADMIN')) {
    throw new GraphQLError(viewer ? NEEDS_ADMIN : NEEDS_SESSION, {
      extensions: { code: viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED' },
    });
  }
  requireOrderedDays('filter', filter ?? {});
  return findAuditPage(live, filter ?? {}, args);
}
