import { graphql } from '@/generated/gql.ts';

export const ListSourcesDocument = graphql(`
  query ListSources(
    $text: String
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableSources(
      text: $text
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
        version
        updatedAt
        publisher
        kind
        language
        archivedUrl
        publishedOn {
          date
          precision
        }
        derivedFrom {
          title
        }
      }
    }
  }
`);

export const ListProgramsDocument = graphql(`
  query ListPrograms(
    $text: String
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editablePrograms(
      text: $text
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
        name
        version
        updatedAt
        description
      }
    }
  }
`);

export const ListProvidersDocument = graphql(`
  query ListProviders(
    $text: String
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableProviders(
      text: $text
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
        name
        version
        updatedAt
        code
        kind
      }
    }
  }
`);

export const ListGroupsDocument = graphql(`
  query ListGroups(
    $text: String
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableGroups(
      text: $text
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
        name
        version
        updatedAt
        code
        kind
        description
        members {
          since
        }
      }
    }
  }
`);

export const ListCountriesDocument = graphql(`
  query ListCountries(
    $text: String
    $orderBy: EditableOrder
    $direction: Direction
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    page: editableCountries(
      text: $text
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
        iso3
        name
        version
        updatedAt
        region {
          name
        }
        subregion {
          name
        }
      }
    }
  }
`);
