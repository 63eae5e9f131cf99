import { cache } from 'react';
import { nullIfRefused } from '@/api/error.ts';
import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';

const ProgramListDocument = graphql(`
  query ProgramList($known: Date) {
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
    breakdown(by: PROGRAM, knownOn: $known) {
      rows {
        key
        pledged {
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
`);

const ProgramRecordDocument = graphql(`
  query ProgramRecord($slug: String!, $filter: CountFilter, $known: Date) {
    program(slug: $slug) {
      slug
      name
      description
      commitments(first: 100, knownOn: $known) {
        totalCount
        nodes {
          ...CommitmentLine
        }
      }
      reportedTotals(first: 100, knownOn: $known) {
        totalCount
        nodes {
          ...CountLine
        }
      }
      events(first: 100, knownOn: $known) {
        nodes {
          ...EventLine
        }
      }
    }
    totals(filter: $filter, knownOn: $known) {
      ...EntityTotals
    }
  }
`);

/** A program with its totals; null when there is none. */
export const findProgram = cache(async (slug: string, known: string | null) => {
  const variables = { slug, filter: { program: [slug] }, known };
  const answer = await query(ProgramRecordDocument, variables).catch(nullIfRefused);
  return answer?.program && { ...answer.program, totals: answer.totals };
});

/** Programs with their ranges and how many records stand under them. */
export async function listPrograms(known: string | null) {
  const { programs, breakdown } = await query(ProgramListDocument, { known });
  const ranges = new Map(breakdown.rows.map((row) => [row.key, row]));
  return programs.nodes.map((program) => ({ ...program, ranges: ranges.get(program.slug) ?? null }));
}
