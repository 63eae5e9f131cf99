import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';
import type { ChangeListQueryVariables, RevisionLineFragment } from '@/generated/graphql.ts';

/** A change of a record in one line. */
export const RevisionLine = graphql(`
  fragment RevisionLine on Revision {
    entity
    slug
    version
    action
    actor
    reason
    at
    changedFields
  }
`);

const ChangeListDocument = graphql(`
  query ChangeList($country: String, $first: Int, $after: String, $last: Int, $before: String) {
    changes(country: $country, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        ...RevisionLine
      }
    }
  }
`);

const TitlesDocument = graphql(`
  query ChangedTitles($slugs: [String!]!, $first: Int!) {
    commitments(first: $first, filter: { slug: $slugs }) {
      nodes {
        slug
        title
      }
    }
    reportedTotals(first: $first, filter: { slug: $slugs }) {
      nodes {
        slug
        title
      }
    }
    events(first: $first, filter: { slug: $slugs }) {
      nodes {
        slug
        title
      }
    }
  }
`);

const CommitmentChangesDocument = graphql(`
  query CommitmentChanges($slug: String!) {
    commitment(slug: $slug) {
      title
      history {
        ...RevisionLine
      }
    }
  }
`);

const CountryNameDocument = graphql(`
  query CountryName($iso3: String!) {
    country(iso3: $iso3) {
      name
    }
  }
`);

/** A change with the title of its record; null where the record is no longer published. */
export type Change = RevisionLineFragment & { title: string | null };

/** A page of at most 500 public changes, newest first; of all records, or of those that concern a country (ISO alpha-3). */
export async function listChanges(variables: ChangeListQueryVariables) {
  const { totalCount, pageInfo, nodes } = (await query(ChangeListDocument, variables)).changes;
  const titles = await findTitles([...new Set(nodes.map(({ slug }) => slug))]);
  const changes: Change[] = nodes.map((revision) => ({
    ...revision,
    title: titles.get(`${revision.entity} ${revision.slug}`) ?? null,
  }));
  return { totalCount, pageInfo, changes };
}

/** A commitment's title and its public changes, newest first; null when there is none. */
export async function findCommitmentChanges(
  slug: string,
): Promise<{ title: string; changes: Change[] } | null> {
  const { commitment } = await query(CommitmentChangesDocument, { slug });
  if (!commitment) return null;
  const { title, history } = commitment;
  return { title, changes: history.map((revision) => ({ ...revision, title })) };
}

/** A country's name; null when there is none of that code. */
export async function findCountryName(iso3: string): Promise<string | null> {
  return (await query(CountryNameDocument, { iso3 })).country?.name ?? null;
}

async function findTitles(slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const { commitments, reportedTotals, events } = await query(TitlesDocument, { slugs, first: slugs.length });
  const name = (entity: string, { slug, title }: { slug: string; title: string }) =>
    [`${entity} ${slug}`, title] as const;
  return new Map([
    ...commitments.nodes.map((record) => name('Commitment', record)),
    ...reportedTotals.nodes.map((record) => name('ReportedTotal', record)),
    ...events.nodes.map((record) => name('Event', record)),
  ]);
}
