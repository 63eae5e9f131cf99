import { query } from '@/api/query.ts';
import type { AssumptionsInput, CountFilter } from '@/generated/contract.ts';
import { graphql } from '@/generated/gql.ts';
import type { YearSeriesFragment } from '@/generated/graphql.ts';

export type Years = YearSeriesFragment;

/** Of a series by calendar years: what the chart of a page, its table and its files hold. */
export const YearSeries = graphql(`
  fragment YearSeries on Series {
    points {
      start
      end
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
    contributions {
      count {
        ...CitedCount
      }
    }
    assumptions {
      knownOn
    }
  }
`);

const YearsDocument = graphql(`
  query Years($filter: CountFilter, $assumptions: AssumptionsInput, $known: Date) {
    series(filter: $filter, interval: YEAR, assumptions: $assumptions, knownOn: $known) {
      ...YearSeries
    }
  }
`);

/** Promised, due and reported by calendar years, over all years on record. */
export async function findYears(
  filter: CountFilter,
  assumptions: AssumptionsInput,
  known: string | null,
): Promise<Years> {
  return (await query(YearsDocument, { filter, assumptions, known })).series;
}
