import { cache } from 'react';
import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { CommitmentListQueryVariables } from '@/generated/graphql.ts';

const CommitmentRecordDocument = graphql(`
  query CommitmentRecord($slug: String!, $known: Date) {
    commitment(slug: $slug, knownOn: $known) {
      ...CountRecord
      status
      standing(at: $known, knownOn: $known) {
        verdict
        days
        due {
          low
          high
        }
        reported {
          low
          high
        }
        rule
      }
    }
  }
`);

const CommitmentListDocument = graphql(`
  query CommitmentList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: CountFilter
    $orderBy: CountOrder
    $direction: Direction
    $verdict: [Verdict!]
    $known: Date
  ) {
    commitments(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
      direction: $direction
      verdict: $verdict
      knownOn: $known
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...CommitmentLine
      }
    }
  }
`);

/** A commitment in one line of a list, with its verdict. */
export const CommitmentLineFragment = graphql(`
  fragment CommitmentLine on Commitment {
    ...CountLine
    status
    standing(at: $known, knownOn: $known) {
      verdict
      days
      due {
        low
        high
      }
      reported {
        low
        high
      }
    }
  }
`);

/** The commitment as known on a day (today where null); null when there is none or it was not yet known. */
export const findCommitment = cache(async (slug: string, known: string | null) => {
  return (await query(CommitmentRecordDocument, { slug, known })).commitment;
});

export async function listCommitments(variables: CommitmentListQueryVariables) {
  return (await query(CommitmentListDocument, variables)).commitments;
}
