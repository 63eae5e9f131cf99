import { query } from '@/api/query.ts';
import { type Choices, daysOf, filterOf, findChoices } from '@/features/overview/find-overview.ts';
import { type Names, nameChoices } from '@/features/overview/names.ts';
import type { Issue } from '@/features/overview/view.ts';
import { graphql } from '@/generated/gql.ts';
import type { MapQuery } from '@/generated/graphql.ts';
import type { MapView } from './view.ts';

const MapDocument = graphql(`
  query Map($filter: CountFilter!, $from: Date!, $at: Date!, $knownOn: Date!, $assumptions: AssumptionsInput!) {
    countries(first: 500) {
      nodes {
        iso3
        m49
        name
        region { slug name }
      }
    }
    breakdown(by: COUNTRY, filter: $filter, from: $from, at: $at, knownOn: $knownOn, assumptions: $assumptions) {
      rows {
        key
        pledged { low high }
        reported { low high }
        counts
        named {
          pledged { low high }
          reported { low high }
        }
        listed {
          pledged { low high }
          reported { low high }
          counts
        }
      }
      contributions {
        quantity { low high }
        amount { low high }
        count {
          __typename
          slug
          title
          recipientScope
          recipients {
            country { iso3 name }
            group { name }
          }
          claims {
            source { slug title publisher publishedOn { date } url }
          }
        }
      }
      excluded { reason }
    }
  }
`);

export type MapAnswer = MapQuery;
export type MapRow = MapQuery['breakdown']['rows'][number];
export type MapCount = MapQuery['breakdown']['contributions'][number];

export interface LoadedMap {
  /** The view that can be shown. */
  view: MapView;
  names: Names;
  choices: Choices;
  /** What was asked for and is not on record. */
  issues: Issue[];
  answer: MapAnswer;
  /** ISO day as of which the record is read. */
  knownOn: string;
}

/** What the map shows for an asked view. */
export async function loadMap(asked: MapView, today: string): Promise<LoadedMap> {
  const [answer, choices] = await Promise.all([
    findMap(asked, today).catch((error: unknown) => ({ error })),
    findChoices(),
  ]);
  const { view: named, names, issues } = nameChoices(asked, choices);
  const view = { ...asked, ...named };
  const { knownOn } = daysOf(view, today);
  if (issues.length > 0) return { view, names, choices, issues, knownOn, answer: await findMap(view, today) };
  if ('error' in answer) throw answer.error;
  return { view, names, choices, issues, knownOn, answer };
}

function findMap(view: MapView, today: string): Promise<MapAnswer> {
  const { from, asOf, knownOn } = daysOf(view, today);
  return query(MapDocument, {
    filter: filterOf(view),
    from,
    at: asOf,
    knownOn,
    assumptions: { placesAsPeople: view.placesAsPeople },
  });
}
