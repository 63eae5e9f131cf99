import { graphql } from '@/generated/gql.ts';
import type { OverviewQuery } from '@/generated/graphql.ts';

export const OverviewDocument = graphql(`
  query Overview(
    $filter: CountFilter!
    $events: EventFilter!
    $interval: Interval!
    $from: Date!
    $to: Date!
    $at: Date!
    $knownOn: Date!
    $assumptions: AssumptionsInput!
    $closed: AssumptionsInput!
  ) {
    series(filter: $filter, interval: $interval, from: $from, to: $to, knownOn: $knownOn, assumptions: $assumptions) {
      points {
        start
        end
        pledged { low high }
        cumulativeDue { low high }
        cumulativeReported { low high }
      }
      reports {
        on
        cumulativeReported { low high }
        count { slug }
      }
    }
    totals(filter: $filter, from: $from, at: $at, knownOn: $knownOn, assumptions: $assumptions) {
      pledged { low high }
      due { low high }
      reported { low high }
      gap { low high }
      daysSinceLastReport
      assumptions { notes }
      contributions {
        quantity { low high }
        amount { low high }
        role
        within { __typename slug title }
        count {
          __typename
          slug
          title
          program { slug name }
          unit
          quantity { low high }
          rate
          voice
          window {
            start { date precision }
            end { date precision }
            endLatest
            stated
          }
          statedOn { date precision }
          recipientScope
          recipients {
            country { iso3 name }
            group { name }
          }
          claims {
            low
            high
            qualifier
            rank
            fragment
            language
            source { slug title publisher kind publishedOn { date } url }
          }
          links {
            relation
            basis
            note
            from { slug }
            to { slug }
          }
          ... on Commitment {
            status
            standing(at: $at, knownOn: $knownOn) {
              verdict
              days
              due { low high }
              reported { low high }
            }
          }
        }
      }
      excluded {
        reason
        detail
        count { __typename slug title }
      }
    }
    closed: totals(filter: $filter, from: $from, at: $at, knownOn: $knownOn, assumptions: $closed) {
      due { low high }
    }
    events(first: 100, filter: $events, orderBy: STARTS_ON, direction: ASC, knownOn: $knownOn) {
      nodes {
        slug
        title
        kind
        startsOn { date precision }
      }
    }
  }
`);

export const ChoicesDocument = graphql(`
  query OverviewChoices {
    providers(first: 500) {
      nodes { slug name }
    }
    programs(first: 500) {
      nodes { slug name }
    }
    countries(first: 500, filter: { onRecord: true }) {
      nodes { iso3 name }
    }
    groups(first: 500, filter: { onRecord: true }) {
      nodes { slug name kind }
    }
  }
`);

/** The counts behind a place of the chart, with their words. Asked by the browser. */
export const FiguresDocument = graphql(`
  query Figures($slugs: [String!]!, $knownOn: Date!) {
    commitments(first: 40, filter: { slug: $slugs }, knownOn: $knownOn) {
      nodes {
        ...Figure
      }
    }
    reportedTotals(first: 40, filter: { slug: $slugs }, knownOn: $knownOn) {
      nodes {
        ...Figure
      }
    }
  }
  fragment Figure on Count {
    __typename
    slug
    title
    unit
    quantity { low high }
    rate
    claims {
      low
      high
      qualifier
      rank
      fragment
      language
      source { slug publisher }
    }
  }
`);

export type Totals = OverviewQuery['totals'];
export type Contribution = Totals['contributions'][number];
export type Excluded = Totals['excluded'][number];
