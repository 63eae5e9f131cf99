import { ANY_CURSOR, CURSOR, type Known } from './values.ts';

const EVERYTHING = `{
  commitments(first: 40) { edges { cursor node { id slug title } } }
  reportedTotals(first: 20) { edges { cursor node { id slug } } }
  programs { edges { cursor node { id slug name } } }
  providers { edges { cursor node { id slug name } } }
  groups(first: 30) { edges { cursor node { id slug name } } }
  countries(first: 30) { edges { cursor node { id iso3 name } } }
  sources(first: 20) { edges { cursor node { id slug publisher } } }
  events(first: 20) { edges { cursor node { id slug title } } }
  changes(first: 5) { edges { cursor node { slug } } }
}`;

type Edge = { cursor: string; node: Record<string, string> };

/** What the records hold, by the names of the arguments and input fields that ask for it. */
export async function findKnown(origin: string): Promise<Known> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: EVERYTHING }),
  });
  const { data } = (await response.json()) as { data: Record<string, { edges: Edge[] }> };
  const list = (name: string) => data[name]?.edges ?? [];
  const of = (name: string, field: string) => list(name).map(({ node }) => node[field] as string);
  const all = Object.keys(data);
  const cursors = all.flatMap((name) => list(name).map(({ cursor }) => cursor));
  const ids = all.filter((name) => name !== 'changes').flatMap((name) => of(name, 'id'));
  const slugs = all.filter((name) => name !== 'countries').flatMap((name) => of(name, 'slug'));
  const countries = of('countries', 'iso3');
  const words = [
    ...of('programs', 'name'),
    ...of('countries', 'name'),
    ...of('sources', 'publisher'),
    ...of('events', 'title'),
  ];
  return {
    any: [...slugs, ...words],
    slug: slugs,
    id: ids,
    ids,
    program: of('programs', 'slug'),
    provider: of('providers', 'slug'),
    group: of('groups', 'slug'),
    country: countries,
    iso3: countries,
    member: countries,
    [ANY_CURSOR]: cursors,
    ...Object.fromEntries(all.map((name) => [CURSOR + name, list(name).map(({ cursor }) => cursor)])),
    text: words,
  };
}
