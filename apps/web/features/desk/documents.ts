import { graphql } from '@/generated/gql.ts';
import type { DeskQuery } from '@/generated/graphql.ts';

export type WaitingRecord = DeskQuery['reviewQueue'][number];

export const WaitingFields = graphql(`
  fragment WaitingFields on EditableRecord {
    entity
    slug
    title
    changedBy
    changedAt
    isOwn
    actions
  }
`);

export const DeskDocument = graphql(`
  query Desk {
    reviewQueue(limit: 25) {
      ...WaitingFields
    }
    myDrafts(limit: 25) {
      ...WaitingFields
    }
  }
`);

export const OpenFindingsDocument = graphql(`
  query OpenFindings {
    qualityDesk {
      kinds {
        open
        isComplete
      }
    }
  }
`);
