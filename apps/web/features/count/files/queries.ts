import { loadAll } from '@/api/load-all.ts';
import { query } from '@/api/query.ts';
import type { CountFilter, CountOrder, Direction, Verdict } from '@/generated/contract.ts';
import { graphql } from '@/generated/gql.ts';

/** A count in one row of a file. */
export const CountRowFragment = graphql(`
  fragment CountRow on Count {
    ...CountLine
    audience
    knownOn
    statedBy
    recipientsStated
    confidence
    witnessCount
    trackability {
      score
    }
    version
    providers {
      slug
    }
    program {
      slug
    }
    recipients {
      group {
        slug
      }
    }
    claims {
      source {
        slug
        title
        publisher
        url
        publishedOn {
          date
        }
      }
    }
  }
`);

const CommitmentRowsDocument = graphql(`
  query CommitmentRows(
    $first: Int
    $after: String
    $filter: CountFilter
    $orderBy: CountOrder
    $direction: Direction
    $verdict: [Verdict!]
    $known: Date
  ) {
    commitments(
      first: $first
      after: $after
      filter: $filter
      orderBy: $orderBy
      direction: $direction
      verdict: $verdict
      knownOn: $known
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CountRow
        status
        standing(at: $known, knownOn: $known) {
          verdict
          days
        }
      }
    }
  }
`);

const ReportedTotalRowsDocument = graphql(`
  query ReportedTotalRows(
    $first: Int
    $after: String
    $filter: CountFilter
    $orderBy: CountOrder
    $direction: Direction
    $known: Date
  ) {
    reportedTotals(
      first: $first
      after: $after
      filter: $filter
      orderBy: $orderBy
      direction: $direction
      knownOn: $known
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CountRow
      }
    }
  }
`);

interface RowsAsked {
  filter: CountFilter;
  orderBy: CountOrder;
  direction: Direction;
  known: string | null;
}

export function listCommitmentRows(asked: RowsAsked & { verdict: Verdict[] | null }) {
  return loadAll(async (page) => (await query(CommitmentRowsDocument, { ...asked, ...page })).commitments);
}

export function listReportedTotalRows(asked: RowsAsked) {
  return loadAll(
    async (page) => (await query(ReportedTotalRowsDocument, { ...asked, ...page })).reportedTotals,
  );
}
