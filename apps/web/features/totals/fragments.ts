import { graphql } from '@/generated/gql.ts';

/** Totals of a country, a program or a provider. */
export const EntityTotalsFragment = graphql(`
  fragment EntityTotals on Totals {
    pledged {
      low
      high
    }
    due {
      low
      high
    }
    reported {
      low
      high
    }
    contributions {
      quantity {
        low
        high
      }
      count {
        __typename
        slug
        title
      }
    }
    excluded {
      reason
      detail
      count {
        __typename
        slug
        title
      }
    }
    assumptions {
      at
      notes
    }
  }
`);

/** A count with the documents that tell of it. */
export const CitedCountFragment = graphql(`
  fragment CitedCount on Count {
    __typename
    slug
    claims {
      source {
        slug
        title
        publisher
        publishedOn {
          date
        }
        url
      }
    }
  }
`);

/** A breakdown with what its chart, its table and its files hold. */
export const BreakdownRangesFragment = graphql(`
  fragment BreakdownRanges on Breakdown {
    isAdditive
    rows {
      key
      label
      pledged {
        low
        high
      }
      due {
        low
        high
      }
      reported {
        low
        high
      }
      counts
    }
    contributions {
      count {
        ...CitedCount
      }
    }
    assumptions {
      knownOn
    }
  }
`);

/** An event with the documents that tell of it. */
export const CitedEventFragment = graphql(`
  fragment CitedEvent on Event {
    sources {
      source {
        slug
        title
        publisher
        publishedOn {
          date
        }
        url
      }
    }
  }
`);
