import type { AuditEntryResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { pageResolvers } from '../../pagination.ts';
import { listAuditEntries } from './audit.ts';

const Query = {
  auditLog: (_, args, ctx) => listAuditEntries(ctx, args),
} satisfies QueryResolvers;

const AuditEntry: AuditEntryResolvers = {
  actor: ({ actorName }) => actorName,
};

export const auditResolvers = { Query, AuditEntry, AuditEntryConnection: pageResolvers };
