import { graphql } from '@/generated/gql.ts';

export const ListEnds = graphql(`
  fragment ListEnds on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`);

export const ListedCount = graphql(`
  fragment ListedCount on Count {
    slug
    title
    state
    version
    updatedAt
    quantity {
      low
      high
    }
    unit
    rate
    statedOn {
      date
      precision
    }
    window {
      start {
        date
        precision
      }
      end {
        date
        precision
      }
      endLatest
    }
    program {
      name
    }
    providers {
      name
    }
    audience
    statedBy
    recipientsStated
    confidence
  }
`);

export const ListCommitmentsDocument = graphql(`
  query ListCommitments(
    $text: String
    $state: [RecordState!]
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableCommitments(
      text: $text
      state: $state
      orderBy: $orderBy
      direction: $direction
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...ListEnds
      }
      nodes {
        ...ListedCount
        status
      }
    }
  }
`);

export const ListReportedTotalsDocument = graphql(`
  query ListReportedTotals(
    $text: String
    $state: [RecordState!]
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableReportedTotals(
      text: $text
      state: $state
      orderBy: $orderBy
      direction: $direction
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...ListEnds
      }
      nodes {
        ...ListedCount
      }
    }
  }
`);

export const ListEventsDocument = graphql(`
  query ListEvents(
    $text: String
    $state: [RecordState!]
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableEvents(
      text: $text
      state: $state
      orderBy: $orderBy
      direction: $direction
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...ListEnds
      }
      nodes {
        slug
        title
        state
        version
        updatedAt
        kind
        status
        place
        startsOn {
          date
          precision
        }
        endsOn {
          date
          precision
        }
        program {
          name
        }
        confidence
      }
    }
  }
`);

export const ListLinksDocument = graphql(`
  query ListLinks(
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableLinks(
      text: $text
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...ListEnds
      }
      nodes {
        key
        version
        updatedAt
        relation
        basis
        note
        source {
          publisher
          title
        }
        from {
          title
          state
        }
        to {
          title
          state
        }
      }
    }
  }
`);
