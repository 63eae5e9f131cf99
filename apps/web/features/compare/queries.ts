import { query } from '@/api/query.ts';
import { findChoices } from '@/features/overview/find-overview.ts';
import { audiences } from '@/features/overview/view.ts';
import { assumptions, type Reading } from '@/features/totals/reading.ts';
import type { CountFilter } from '@/generated/contract.ts';
import { graphql } from '@/generated/gql.ts';
import type { CompareSubjectQuery } from '@/generated/graphql.ts';
import type { Option } from '@/ui/filters.tsx';
import type { Kind } from './view.ts';

const CompareSubjectDocument = graphql(`
  query CompareSubject(
    $filter: CountFilter!
    $held: CountFilter!
    $assumptions: AssumptionsInput
    $known: Date
  ) {
    totals(filter: $filter, assumptions: $assumptions, knownOn: $known) {
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
      gap {
        low
        high
      }
      contributions {
        quantity {
          high
        }
        count {
          ...CitedCount
          statedOn {
            date
          }
        }
      }
      assumptions {
        knownOn
      }
    }
    series(filter: $filter, interval: YEAR, assumptions: $assumptions, knownOn: $known) {
      points {
        start
        end
        pledged {
          low
          high
        }
        cumulativeDue {
          low
          high
        }
        cumulativeReported {
          low
          high
        }
      }
      reports {
        on
      }
    }
    commitments(first: 500, filter: $held, knownOn: $known) {
      totalCount
      nodes {
        slug
        status
        quantity {
          low
          high
        }
        standing(at: $known, knownOn: $known) {
          verdict
        }
      }
    }
    reportedTotals(first: 1, filter: $held, orderBy: STATED_ON, direction: DESC, knownOn: $known) {
      totalCount
      nodes {
        slug
        title
        statedOn {
          date
          precision
        }
      }
    }
  }
`);

const NamedCountsDocument = graphql(`
  query NamedCounts($iso3: String!, $known: Date) {
    country(iso3: $iso3) {
      commitments(first: 500, knownOn: $known) {
        nodes {
          slug
        }
      }
      reportedTotals(first: 500, knownOn: $known) {
        nodes {
          slug
        }
      }
    }
  }
`);

export type SubjectAnswer = CompareSubjectQuery;

/** One of the things compared: its name, and what is on record of it. */
export interface Subject extends SubjectAnswer {
  id: string;
  name: string;
}

/** The things that can be compared. */
export async function findOptions(by: Kind): Promise<Option[]> {
  const { providers, programs, countries } = await findChoices();
  return { provider: providers, program: programs, country: countries }[by];
}

/** What is on record of each, in the order given. */
export function findSubjects(by: Kind, named: readonly Option[], reading: Reading): Promise<Subject[]> {
  return Promise.all(
    named.map(async ({ value: id, label: name }) => {
      const { known, audience } = reading;
      // Lists of counts take one audience or all of them; records are counted as the lists show them.
      const held = await filterOf(by, id, known);
      const filter = { ...held, audience: audiences[audience] };
      const answer = await query(CompareSubjectDocument, { filter, held, assumptions, known });
      return { ...answer, id, name };
    }),
  );
}

/** As on the page of each. Of a country those counts that name it or a group of its: others may include every country. */
async function filterOf(by: Kind, id: string, known: string | null): Promise<CountFilter> {
  if (by === 'provider') return { provider: [id] };
  if (by === 'program') return { program: [id] };
  const { country } = await query(NamedCountsDocument, { iso3: id, known });
  const held = [...(country?.commitments.nodes ?? []), ...(country?.reportedTotals.nodes ?? [])];
  return { country: id, slug: held.map(({ slug }) => slug) };
}
