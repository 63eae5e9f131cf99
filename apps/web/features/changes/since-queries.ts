import { query } from '@/api/query.ts';
import { readTotals } from '@/features/methodology/queries.ts';
import { findChoices } from '@/features/overview/find-overview.ts';
import { nameChoices } from '@/features/overview/names.ts';
import { defaultView } from '@/features/overview/view.ts';
import { graphql } from '@/generated/gql.ts';
import { addDays } from '@/text/index.ts';
import { toNewsOfCount, toNewsOfEvent } from './since.ts';

/** The API's largest page. */
const most = 500;

const SinceListDocument = graphql(`
  query SinceList($from: Date!, $first: Int!) {
    commitments(first: $first, filter: { knownOn: { from: $from } }) {
      totalCount
      nodes {
        ...NewCount
      }
    }
    reportedTotals(first: $first, filter: { knownOn: { from: $from } }) {
      totalCount
      nodes {
        ...NewCount
      }
    }
    events(first: $first, filter: { knownOn: { from: $from } }) {
      totalCount
      nodes {
        ...NewEvent
      }
    }
  }
  fragment NewCount on Count {
    __typename
    slug
    title
    knownOn
    statedOn { date precision }
    unit
    rate
    quantity { low high }
    claims { low high qualifier rank }
  }
  fragment NewEvent on Event {
    __typename
    slug
    title
    kind
    knownOn
    statedOn { date precision }
  }
`);

/** What became known after a day, the newest first, and how many of each kind. */
export async function listSince(day: string) {
  const { commitments, reportedTotals, events } = await query(SinceListDocument, {
    from: addDays(day, 1),
    first: most,
  });
  const news = [
    ...commitments.nodes.map(toNewsOfCount),
    ...reportedTotals.nodes.map(toNewsOfCount),
    ...events.nodes.map(toNewsOfEvent),
  ].toSorted((a, b) => b.knownOn.localeCompare(a.knownOn) || a.title.localeCompare(b.title));
  const counts = {
    commitments: commitments.totalCount,
    reportedTotals: reportedTotals.totalCount,
    events: events.totalCount,
  };
  return { counts, news };
}

/** The overview's own view as known on a day and as known today: the numbers of `/?known=<day>` and of `/`. */
export async function readThenAndNow(day: string, today: string) {
  // In a dataset of one's own the usual provider may be missing.
  const { view, names } = nameChoices(defaultView, await findChoices());
  const [past, now] = await Promise.all([
    readTotals({ ...view, known: day }, today),
    readTotals(view, today),
  ]);
  return { past, now, provider: names.provider };
}

export type ThenAndNow = Awaited<ReturnType<typeof readThenAndNow>>;
