import { cache } from 'react';
import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { SourceListQueryVariables } from '@/generated/graphql.ts';

/** A source in one line of a bibliography. */
export const SourceLineFragment = graphql(`
  fragment SourceLine on Source {
    slug
    title
    titleIsDescriptive
    publisher
    language
    kind
    publishedOn {
      date
      precision
    }
  }
`);

const SourceListDocument = graphql(`
  query SourceList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: SourceFilter
    $orderBy: SourceOrder
    $direction: Direction
  ) {
    sources(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
      direction: $direction
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...SourceLine
        url
        derivedFromNote
        derivedFrom {
          slug
          publisher
        }
        claims {
          count {
            __typename
            slug
          }
        }
        events {
          slug
        }
      }
    }
  }
`);

const SourceRecordDocument = graphql(`
  query SourceRecord($slug: String!) {
    source(slug: $slug) {
      ...SourceLine
      url
      archivedUrl
      note
      derivedFromNote
      derivedFrom {
        ...SourceLine
      }
      derivatives {
        ...SourceLine
      }
      claims {
        low
        high
        qualifier
        fragment
        locator
        language
        rank
        rankReason
        note
        count {
          ...LinkedCount
          knownOn
        }
      }
      events {
        slug
        title
        kind
        knownOn
        startsOn {
          date
          precision
        }
        sources {
          source {
            slug
          }
          fragment
          language
          note
        }
      }
    }
  }
`);

const SourceLanguagesDocument = graphql(`
  query SourceLanguages {
    sources(first: 500) {
      nodes {
        language
      }
    }
  }
`);

/** Languages of the sources, those of most sources first. */
export async function listSourceLanguages(): Promise<string[]> {
  const { sources } = await query(SourceLanguagesDocument);
  const times = new Map<string, number>();
  for (const { language } of sources.nodes) times.set(language, (times.get(language) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}

export const findSource = cache(async (slug: string) => (await query(SourceRecordDocument, { slug })).source);

export async function listSources(variables: SourceListQueryVariables) {
  return (await query(SourceListDocument, variables)).sources;
}
