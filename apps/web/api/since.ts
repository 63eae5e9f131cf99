import { cache } from 'react';
import { graphql } from '@/generated/gql.ts';
import { addDays } from '@/text/date.ts';
import type { SinceCounts } from '@/text/since.ts';
import { query } from './query.ts';

const SinceDocument = graphql(`
  query Since($from: Date!) {
    commitments(first: 1, filter: { knownOn: { from: $from } }) {
      totalCount
    }
    reportedTotals(first: 1, filter: { knownOn: { from: $from } }) {
      totalCount
    }
    events(first: 1, filter: { knownOn: { from: $from } }) {
      totalCount
    }
  }
`);

/** How many records became known after a day, asked once per request; null when the API does not answer. */
export const countSince = cache(async (day: string): Promise<SinceCounts | null> => {
  try {
    const { commitments, reportedTotals, events } = await query(SinceDocument, { from: addDays(day, 1) });
    return {
      commitments: commitments.totalCount,
      reportedTotals: reportedTotals.totalCount,
      events: events.totalCount,
    };
  } catch {
    return null;
  }
});
