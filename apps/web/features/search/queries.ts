import { nullIfRefused } from '@/api/error.ts';
import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { SearchQuery } from '@/generated/graphql.ts';

/** How many results are shown at most: the API gives no more. */
export const mostResults = 100;

const SearchDocument = graphql(`
  query Search($text: String!, $first: Int!, $known: Date) {
    search(text: $text, first: $first) {
      __typename
      ... on Count {
        ...CountLine
        knownOn
        statedBy
        recipientsStated
        audienceStated
        note
        claims {
          fragment
          language
        }
        otherFigures {
          label
          value
          note
        }
      }
      ... on Event {
        slug
        title
        eventKind: kind
        eventStatus: status
        place
        knownOn
        startsOn {
          date
          precision
        }
        endsOn {
          date
          precision
        }
        program {
          slug
          name
        }
        providers {
          slug
          name
        }
        statedBy
        countriesStated
        eventAudience: audienceStated
        note
        countries {
          country {
            name
          }
        }
        sources {
          fragment
          language
        }
        otherFigures {
          label
          value
          note
        }
      }
      ... on Source {
        slug
        title
        titleIsDescriptive
        publisher
        language
        sourceKind: kind
        publishedOn {
          date
          precision
        }
        url
        note
        derivedFromNote
      }
      ... on Program {
        slug
        name
        description
        commitments(first: 1, knownOn: $known) {
          totalCount
        }
        reportedTotals(first: 1, knownOn: $known) {
          totalCount
        }
        events(first: 1, knownOn: $known) {
          totalCount
        }
      }
      ... on Provider {
        slug
        name
        providerKind: kind
        commitments(first: 1, knownOn: $known) {
          totalCount
        }
        reportedTotals(first: 1, knownOn: $known) {
          totalCount
        }
      }
      ... on Country {
        iso3
        name
        region {
          name
        }
        commitments(first: 1, knownOn: $known) {
          totalCount
        }
        reportedTotals(first: 1, knownOn: $known) {
          totalCount
        }
        events(first: 1, knownOn: $known) {
          totalCount
        }
      }
      ... on Group {
        slug
        name
        groupKind: kind
        description
      }
    }
    groups(first: 500, filter: { onRecord: true }) {
      nodes {
        slug
      }
    }
  }
`);

export type Found = SearchQuery['search'][number];

interface Findings {
  found: Found[];
  /** How many more there are that nobody could know on the day asked for. */
  unknown: number;
  /** Slugs of the groups that some count names. */
  namedGroups: Set<string>;
}

/** Records that hold the whole text, best first, as known on a day (today where null); null where the API refuses the text. */
export async function findRecords(text: string, known: string | null): Promise<Findings | null> {
  const answer = await query(SearchDocument, { text, first: mostResults, known }).catch(nullIfRefused);
  if (!answer) return null;
  const found = answer.search.filter((record) => !known || !('knownOn' in record) || record.knownOn <= known);
  const namedGroups = new Set(answer.groups.nodes.map(({ slug }) => slug));
  return { found, unknown: answer.search.length - found.length, namedGroups };
}
