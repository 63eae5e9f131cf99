import { cache } from 'react';
import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { EventListQueryVariables } from '@/generated/graphql.ts';

/** An event in one line of a timeline. */
export const EventLineFragment = graphql(`
  fragment EventLine on Event {
    slug
    title
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
    countries {
      role
      country {
        iso3
        name
      }
    }
    groups {
      role
      group {
        slug
        name
      }
    }
  }
`);

const EventListDocument = graphql(`
  query EventList($first: Int, $after: String, $last: Int, $before: String, $filter: EventFilter, $known: Date) {
    events(first: $first, after: $after, last: $last, before: $before, filter: $filter, knownOn: $known) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...EventLine
      }
    }
  }
`);

const EventRecordDocument = graphql(`
  query EventRecord($slug: String!, $known: Date) {
    event(slug: $slug, knownOn: $known) {
      ...EventLine
      program {
        slug
        name
      }
      providers {
        slug
        name
        country {
          iso3
        }
      }
      periodStated
      statedOn {
        date
        precision
      }
      statedBy
      knownOn
      countriesStated
      audienceStated
      confidence
      note
      sources {
        fragment
        language
        note
        source {
          ...SourceLine
          url
        }
      }
      otherFigures {
        label
        value
        qualifier
        note
      }
      supersedes {
        slug
        title
      }
      supersededBy {
        slug
        title
      }
    }
  }
`);

const EventCountriesDocument = graphql(`
  query EventCountries($known: Date) {
    events(first: 500, knownOn: $known) {
      nodes {
        countries {
          country {
            iso3
            name
          }
        }
      }
    }
  }
`);

/** Countries with a role in some event, by name. */
export async function listEventCountries(known: string | null) {
  const { events } = await query(EventCountriesDocument, { known });
  const places = events.nodes.flatMap(({ countries }) => countries.map(({ country }) => country));
  const unique = new Map(places.map((country) => [country.iso3, country]));
  return [...unique.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The event as known on a day (today where null); null when there is none or it was not yet known. */
export const findEvent = cache(async (slug: string, known: string | null) => {
  return (await query(EventRecordDocument, { slug, known })).event;
});

export async function listEvents(variables: EventListQueryVariables) {
  return (await query(EventListDocument, variables)).events;
}
