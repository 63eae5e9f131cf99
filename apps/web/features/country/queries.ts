import { cache } from 'react';
import { nullIfRefused } from '@/api/error.ts';
import { query } from '@/api/query.ts';
import { type AudienceChoice, audiences } from '@/features/overview/view.ts';
import { assumptions } from '@/features/totals/reading.ts';
import { findYears } from '@/features/years/queries.ts';
import { graphql } from '@/generated/gql.ts';
import type { CountryView } from './view.ts';

const CountryListDocument = graphql(`
  query CountryList(
    $filter: CountryFilter
    $counted: CountFilter
    $assumptions: AssumptionsInput
    $known: Date
  ) {
    countries(first: 300, filter: $filter) {
      totalCount
      nodes {
        iso3
        name
        provider {
          slug
        }
        region {
          name
        }
        subregion {
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
    }
    breakdown(by: COUNTRY, filter: $counted, assumptions: $assumptions, knownOn: $known) {
      ...BreakdownRanges
      rows {
        listed {
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
        }
      }
    }
  }
`);

const CountryRecordDocument = graphql(`
  query CountryRecord($iso3: String!, $filter: CountFilter, $assumptions: AssumptionsInput, $known: Date) {
    country(iso3: $iso3) {
      iso3
      name
      region {
        slug
        name
      }
      subregion {
        slug
        name
      }
      groups(on: $known) {
        slug
        name
        kind
      }
      provider {
        slug
      }
      commitments(first: 100, knownOn: $known) {
        nodes {
          ...CommitmentLine
          ...CitedCount
        }
      }
      reportedTotals(first: 100, knownOn: $known) {
        nodes {
          ...CountLine
          ...CitedCount
        }
      }
      events(first: 100, knownOn: $known) {
        nodes {
          ...EventLine
          ...CitedEvent
        }
      }
    }
    totals(filter: $filter, assumptions: $assumptions, knownOn: $known) {
      ...EntityTotals
    }
  }
`);

const CountryNamedDocument = graphql(`
  query CountryNamed($filter: CountFilter, $assumptions: AssumptionsInput, $known: Date) {
    totals(filter: $filter, assumptions: $assumptions, knownOn: $known) {
      ...EntityTotals
    }
  }
`);

const MembershipDatesDocument = graphql(`
  query MembershipDates($slug: String!, $on: Date) {
    group(slug: $slug) {
      slug
      description
      members(on: $on) {
        since
        until
        country {
          iso3
        }
      }
    }
  }
`);

const CountrySourcesDocument = graphql(`
  query CountrySources($slugs: [String!], $known: Date) {
    commitments(first: 100, filter: { slug: $slugs }, knownOn: $known) {
      nodes {
        claims {
          source {
            ...SourceLine
          }
        }
      }
    }
    reportedTotals(first: 100, filter: { slug: $slugs }, knownOn: $known) {
      nodes {
        claims {
          source {
            ...SourceLine
          }
        }
      }
    }
  }
`);

/** A country with what is promised to it and by it; null when there is none. */
export const findCountry = cache(async (iso3: string, known: string | null, audience: AudienceChoice) => {
  const filter = { country: iso3, audience: audiences[audience] };
  const answer = await query(CountryRecordDocument, { iso3, filter, assumptions, known }).catch(
    nullIfRefused,
  );
  return answer?.country && { ...answer.country, totals: answer.totals };
});

/**
 * Year by year, of the counts that name a country or a group to which it belonged: those for nobody by name may include
 * every country, and would drown what is said of this one.
 */
export const findCountryYears = cache(
  async (iso3: string, known: string | null, audience: AudienceChoice) => {
    const country = await findCountry(iso3, known, audience);
    const slug = country ? listNamed(country) : [];
    return findYears({ country: iso3, slug, audience: audiences[audience] }, assumptions, known);
  },
);

/** Totals of the counts that name a country or a group to which it belonged. */
export async function findNamedTotals(
  country: NonNullable<Awaited<ReturnType<typeof findCountry>>>,
  known: string | null,
  audience: AudienceChoice,
) {
  const filter = { country: country.iso3, slug: listNamed(country), audience: audiences[audience] };
  return (await query(CountryNamedDocument, { filter, assumptions, known })).totals;
}

type Held = { nodes: readonly { slug: string }[] };

/** Slugs of the counts that name a country or a group to which it belonged. */
export function listNamed({ commitments, reportedTotals }: { commitments: Held; reportedTotals: Held }) {
  return [...commitments.nodes, ...reportedTotals.nodes].map(({ slug }) => slug);
}

/** Sources of counts, each once, newest first. */
export async function listSourcesOfCounts(slugs: string[], known: string | null) {
  if (slugs.length === 0) return [];
  const { commitments, reportedTotals } = await query(CountrySourcesDocument, { slugs, known });
  const claims = [...commitments.nodes, ...reportedTotals.nodes].flatMap((count) => count.claims);
  const sources = new Map(claims.map(({ source }) => [source.slug, source]));
  return [...sources.values()].sort((a, b) =>
    (b.publishedOn?.date ?? '').localeCompare(a.publishedOn?.date ?? ''),
  );
}

/** Since when a country belongs to each group. */
export async function listMembershipDates(iso3: string, slugs: readonly string[], on: string | null) {
  const answers = await Promise.all(slugs.map((slug) => query(MembershipDatesDocument, { slug, on })));
  return answers.flatMap(({ group }) => {
    const membership = group?.members.find(({ country }) => country.iso3 === iso3);
    return group ? [{ slug: group.slug, since: membership?.since ?? null }] : [];
  });
}

/** Countries that a search finds, with their ranges; by default only those on record. */
export async function listCountries({ text, isWhole, known, audience }: Omit<CountryView, 'refused'>) {
  const filter = { text, onRecord: isWhole ? null : true };
  const counted = { audience: audiences[audience] };
  const { countries, breakdown } = await query(CountryListDocument, { filter, counted, assumptions, known });
  const rows = new Map(breakdown.rows.map((row) => [row.key, row]));
  return {
    countries: countries.nodes.map((country) => ({ ...country, row: rows.get(country.iso3) ?? null })),
    /** What is for nobody by name, and may be any country’s; null where there is no such count. */
    unnamed: rows.get(null) ?? null,
    breakdown,
  };
}
