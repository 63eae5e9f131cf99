import { cache } from 'react';
import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { ReportedTotalListQueryVariables } from '@/generated/graphql.ts';

const ReportedTotalRecordDocument = graphql(`
  query ReportedTotalRecord($slug: String!, $known: Date) {
    reportedTotal(slug: $slug, knownOn: $known) {
      ...CountRecord
    }
  }
`);

const ReportedTotalListDocument = graphql(`
  query ReportedTotalList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: CountFilter
    $orderBy: CountOrder
    $direction: Direction
    $known: Date
  ) {
    reportedTotals(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
      direction: $direction
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
        ...CountLine
      }
    }
  }
`);

/** The reported total as known on a day (today where null); null when there is none or it was not yet known. */
export const findReportedTotal = cache(async (slug: string, known: string | null) => {
  return (await query(ReportedTotalRecordDocument, { slug, known })).reportedTotal;
});

export async function listReportedTotals(variables: ReportedTotalListQueryVariables) {
  return (await query(ReportedTotalListDocument, variables)).reportedTotals;
}
