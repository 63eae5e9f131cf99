import { graphql } from '@/generated/gql.ts';
import type { AuditLogQuery } from '@/generated/graphql.ts';

export type ListedEntry = AuditLogQuery['auditLog']['nodes'][number];

export const AuditLogDocument = graphql(`
  query AuditLog($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
    auditLog(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        at
        action
        actor
        entity
        record
        detail
        address
      }
    }
  }
`);
