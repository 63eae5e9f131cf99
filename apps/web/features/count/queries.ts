import { query } from '@/api/query.ts';
import { graphql } from '@/generated/gql.ts';

const FilterChoicesDocument = graphql(`
  query CountFilterChoices {
    providers(first: 100) {
      nodes {
        slug
        name
      }
    }
    programs(first: 100) {
      nodes {
        slug
        name
      }
    }
  }
`);

const GroupMembersDocument = graphql(`
  query GroupMembers($slug: String!, $on: Date) {
    group(slug: $slug) {
      slug
      name
      description
      isOpen
      members(on: $on) {
        country {
          iso3
          name
        }
      }
    }
  }
`);

/** Providers and programs to filter counts by. */
export async function listFilterChoices() {
  const { providers, programs } = await query(FilterChoicesDocument);
  return { providers: providers.nodes, programs: programs.nodes };
}

/** Groups with their members on a day. */
export async function listGroupsWithMembers(slugs: readonly string[], on: string) {
  const answers = await Promise.all(slugs.map((slug) => query(GroupMembersDocument, { slug, on })));
  return answers.flatMap(({ group }) => (group ? [group] : []));
}
