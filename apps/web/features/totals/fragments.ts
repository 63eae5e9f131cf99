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
