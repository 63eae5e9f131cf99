import { graphql } from '@/generated/gql.ts';

export const PickSourcesDocument = graphql(`
  query PickSources($text: String) {
    editableSources(first: 12, text: $text) {
      nodes {
        slug
        title
        publisher
      }
    }
  }
`);

export const PickProgramsDocument = graphql(`
  query PickPrograms($text: String) {
    editablePrograms(first: 12, text: $text) {
      nodes {
        slug
        name
      }
    }
  }
`);

export const PickProvidersDocument = graphql(`
  query PickProviders($text: String) {
    editableProviders(first: 12, text: $text) {
      nodes {
        code
        name
      }
    }
  }
`);

export const PickPlacesDocument = graphql(`
  query PickPlaces($text: String, $withGroups: Boolean!) {
    editableCountries(first: 12, text: $text) {
      nodes {
        iso3
        name
      }
    }
    editableGroups(first: 12, text: $text) @include(if: $withGroups) {
      nodes {
        code
        name
      }
    }
  }
`);

export const PickGroupsDocument = graphql(`
  query PickGroups($text: String) {
    editableGroups(first: 12, text: $text) {
      nodes {
        code
        name
      }
    }
  }
`);

export const PickCountsDocument = graphql(`
  query PickCounts($text: String) {
    editableCommitments(first: 8, text: $text) {
      nodes {
        slug
        title
      }
    }
    editableReportedTotals(first: 8, text: $text) {
      nodes {
        slug
        title
      }
    }
  }
`);

export const PickEventsDocument = graphql(`
  query PickEvents($text: String) {
    editableEvents(first: 12, text: $text) {
      nodes {
        slug
        title
      }
    }
  }
`);
