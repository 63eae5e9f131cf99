import { graphql } from '@/generated/gql.ts';
import type { RecordHistoryQuery } from '@/generated/graphql.ts';

export type ListedRevision = RecordHistoryQuery['recordHistory'][number];
export type StandingRecord = NonNullable<RecordHistoryQuery['editableRecord']>;

export const RecordHistoryDocument = graphql(`
  query RecordHistory($entity: RecordEntity!, $slug: String!) {
    recordHistory(entity: $entity, slug: $slug) {
      version
      action
      actor
      at
      reason
      isPublic
      before
      after
    }
    editableRecord(entity: $entity, slug: $slug) {
      slug
      title
      version
      state
      input
      actions
    }
  }
`);

export const RestoreRevisionDocument = graphql(`
  mutation RestoreRevision(
    $entity: RecordEntity!
    $slug: String!
    $version: Int!
    $to: Int!
    $reason: String
  ) {
    result: restoreRevision(entity: $entity, slug: $slug, version: $version, to: $to, reason: $reason) {
      __typename
      ... on RevisionRestored {
        slug
        version
      }
      ... on ValidationFailed {
        problems {
          path
          message
        }
      }
      ... on Conflict {
        currentVersion
        changedBy
      }
      ... on NotAllowed {
        message
      }
      ... on NotFound {
        message
      }
    }
  }
`);
