import { query } from '@/api/query.ts';
import { daysOf, filterOf } from '@/features/overview/find-overview.ts';
import type { View } from '@/features/overview/view.ts';
import { graphql } from '@/generated/gql.ts';
import type { MethodTotalsQuery, StandingsQuery } from '@/generated/graphql.ts';

const TotalsDocument = graphql(`
  query MethodTotals(
    $filter: CountFilter!
    $from: Date!
    $at: Date!
    $knownOn: Date!
    $assumptions: AssumptionsInput!
  ) {
    totals(filter: $filter, from: $from, at: $at, knownOn: $knownOn, assumptions: $assumptions) {
      pledged { low high }
      due { low high }
      reported { low high }
      gap { low high }
      contributions {
        quantity { low high }
        count { __typename slug title }
      }
      excluded {
        reason
        count { __typename slug title }
      }
    }
  }
`);

const StandingsDocument = graphql(`
  query Standings($commitments: [String!]!, $first: Int!, $shared: String!) {
    commitments(first: $first, filter: { slug: $commitments }) {
      nodes {
        slug
        title
        status
        quantity { low high }
        witnessCount
        claims { source { slug } }
        trackability {
          score
          parts { part present }
        }
        standing {
          verdict
          days
          due { low high }
          reported { low high }
          rule
        }
      }
    }
    reportedTotal(slug: $shared) {
      slug
      title
      quantity { low high }
    }
    breakdown(by: COUNTRY, filter: { slug: [$shared] }) {
      rows {
        keys {
          country { iso3 name }
        }
        reported { low high }
      }
    }
  }
`);

/** What the overview shows for a view, without its chart. */
export type Reading = MethodTotalsQuery['totals'] & { view: View };
export type Part = Reading['contributions'][number];
export type Standings = StandingsQuery;
export type Judged = StandingsQuery['commitments']['nodes'][number];

/** The totals of a view: the numbers that the overview prints at its address. */
export async function readTotals(view: View, today: string): Promise<Reading> {
  const { from, asOf, knownOn } = daysOf(view, today);
  const { totals } = await query(TotalsDocument, {
    filter: filterOf(view),
    from,
    at: asOf,
    knownOn,
    assumptions: { schedule: view.schedule, placesAsPeople: view.placesAsPeople },
  });
  return { ...totals, view };
}

/** Commitments as judged today, and a report that several countries share. */
export function readStandings(commitments: string[], shared: string): Promise<Standings> {
  return query(StandingsDocument, { commitments, first: commitments.length, shared });
}
