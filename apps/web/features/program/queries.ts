import { cache } from 'react';
import { nullIfRefused } from '@/api/error.ts';
import { query } from '@/api/query.ts';
import { type AudienceChoice, audiences } from '@/features/overview/view.ts';
import { assumptions } from '@/features/totals/reading.ts';
import { graphql } from '@/generated/gql.ts';

const ProgramListDocument = graphql(`
  query ProgramList($counted: CountFilter, $assumptions: AssumptionsInput, $known: Date) {
    programs(first: 100) {
      nodes {
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
    }
    breakdown(by: PROGRAM, filter: $counted, assumptions: $assumptions, knownOn: $known) {
      ...BreakdownRanges
    }
  }
`);

const ProgramRecordDocument = graphql(`
  query ProgramRecord($slug: String!, $filter: CountFilter, $assumptions: AssumptionsInput, $known: Date) {
    program(slug: $slug) {
      slug
      name
      description
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
    series(filter: $filter, interval: YEAR, assumptions: $assumptions, knownOn: $known) {
      ...YearSeries
    }
  }
`);

/** A program with its totals, all together and year by year; null when there is none. */
export const findProgram = cache(async (slug: string, known: string | null, audience: AudienceChoice) => {
  const filter = { program: [slug], audience: audiences[audience] };
  const answer = await query(ProgramRecordDocument, { slug, filter, assumptions, known }).catch(
    nullIfRefused,
  );
  return answer?.program && { ...answer.program, totals: answer.totals, years: answer.series };
});

/** Programs with their ranges and how many records stand under them; and the rows of counts by program. */
export const listPrograms = cache(async (known: string | null, audience: AudienceChoice) => {
  const counted = { audience: audiences[audience] };
  const { programs, breakdown } = await query(ProgramListDocument, { counted, assumptions, known });
  const ranges = new Map(breakdown.rows.map((row) => [row.key, row]));
  return {
    programs: programs.nodes.map((program) => ({ ...program, ranges: ranges.get(program.slug) ?? null })),
    breakdown,
  };
});
