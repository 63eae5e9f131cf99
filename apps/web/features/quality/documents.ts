import { graphql } from '@/generated/gql.ts';
import type { FindingFieldsFragment, QualityDeskQuery } from '@/generated/graphql.ts';

export type ListedFinding = FindingFieldsFragment;
export type Tally = QualityDeskQuery['qualityDesk']['kinds'][number];

export const FindingFields = graphql(`
  fragment FindingFields on Finding {
    id
    kind
    severity
    sentence
    since
    moves
    remedy
    fingerprint
    records {
      entity
      slug
      title
    }
    dismissal {
      reason
      by
      at
      version
      holds
    }
  }
`);

export const QualityDeskDocument = graphql(`
  query QualityDesk(
    $kind: [FindingKind!]
    $dismissed: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    qualityDesk {
      kinds {
        kind
        open
        dismissed
        isComplete
      }
      findings(
        kind: $kind
        dismissed: $dismissed
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...FindingFields
        }
      }
    }
  }
`);

export const FindingRowsDocument = graphql(`
  query FindingRows($kind: [FindingKind!], $dismissed: Boolean, $after: String) {
    qualityDesk {
      findings(kind: $kind, dismissed: $dismissed, first: 500, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...FindingFields
        }
      }
    }
  }
`);

export const DismissFindingDocument = graphql(`
  mutation DismissFinding($id: ID!, $fingerprint: String!, $reason: String!) {
    result: dismissFinding(id: $id, fingerprint: $fingerprint, reason: $reason) {
      __typename
      ... on ValidationFailed {
        problems {
          path
          message
        }
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

export const ReopenFindingDocument = graphql(`
  mutation ReopenFinding($id: ID!, $version: Int!) {
    result: reopenFinding(id: $id, version: $version) {
      __typename
      ... on ValidationFailed {
        problems {
          path
          message
        }
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
