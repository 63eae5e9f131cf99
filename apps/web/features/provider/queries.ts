import { cache } from 'react';
import { nullIfRefused } from '@/api/error.ts';
import { query } from '@/api/query.ts';
import { type AudienceChoice, audiences } from '@/features/overview/view.ts';
import { assumptions } from '@/features/totals/reading.ts';
import { graphql } from '@/generated/gql.ts';

const ProviderListDocument = graphql(`
  query ProviderList($counted: CountFilter, $assumptions: AssumptionsInput, $known: Date) {
    providers(first: 500) {
      nodes {
        slug
        name
        kind
        country {
          iso3
          name
        }
        commitments(first: 1, knownOn: $known) {
          totalCount
        }
        reportedTotals(first: 1, knownOn: $known) {
          totalCount
        }
      }
    }
    breakdown(by: PROVIDER, filter: $counted, assumptions: $assumptions, knownOn: $known) {
      ...BreakdownRanges
    }
  }
`);

const ProviderRecordDocument = graphql(`
  query ProviderRecord($slug: String!, $filter: CountFilter, $assumptions: AssumptionsInput, $known: Date) {
    provider(slug: $slug) {
      slug
      name
      kind
      country {
        iso3
        name
      }
      commitments(first: 100, knownOn: $known) {
        totalCount
        nodes {
          ...CommitmentLine
          ...CitedCount
        }
      }
      reportedTotals(first: 100, knownOn: $known) {
        totalCount
        nodes {
          ...CountLine
          ...CitedCount
        }
      }
    }
    totals(filter: $filter, assumptions: $assumptions, knownOn: $known) {
      ...EntityTotals
    }
    series(filter: $filter, interval: YEAR, assumptions: $assumptions, knownOn: $known) {
      ...YearSeries
    }
    breakdown(by: REGION, filter: $filter, assumptions: $assumptions, knownOn: $known) {
      ...BreakdownRanges
    }
  }
`);

/** A provider with its totals, all together, year by year and by region; null when there is none. */
export const findProvider = cache(async (slug: string, known: string | null, audience: AudienceChoice) => {
  const filter = { provider: [slug], audience: audiences[audience] };
  const answer = await query(ProviderRecordDocument, { slug, filter, assumptions, known }).catch(
    nullIfRefused,
  );
  if (!answer?.provider) return null;
  const { provider, totals, series, breakdown } = answer;
  return { ...provider, totals, years: series, regions: breakdown };
});

/** Providers with their ranges and how many records stand under them; and the rows of counts by provider. */
export const listProviders = cache(async (known: string | null, audience: AudienceChoice) => {
  const counted = { audience: audiences[audience] };
  const { providers, breakdown } = await query(ProviderListDocument, { counted, assumptions, known });
  const ranges = new Map(breakdown.rows.map((row) => [row.key, row]));
  return {
    providers: providers.nodes.map((provider) => ({
      ...provider,
      ranges: ranges.get(provider.slug) ?? null,
    })),
    breakdown,
  };
});
