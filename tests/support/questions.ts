/** What a request line may hold, with room for headers. */
export const LONGEST_ADDRESS = 12_000;

export interface Question {
  query: string;
  variables?: unknown;
  operationName?: string;
}

export const counts = (filter: string) => ({
  query: `{ commitments(filter: { ${filter} }) { totalCount } }`,
});
export const page = (args: string) => ({ query: `{ commitments(${args}) { totalCount } }` });
export const filtered = (filter: unknown) => ({
  query: 'query ($filter: CountFilter) { commitments(filter: $filter) { totalCount } }',
  variables: { filter },
});
export const named = (slug: unknown) => ({
  query: 'query ($slug: String!) { program(slug: $slug) { name } }',
  variables: { slug },
});
export const sized = (first: unknown) => ({
  query: 'query ($first: Int) { commitments(first: $first) { totalCount } }',
  variables: { first },
});
export const ofOtherList = Buffer.from('["counts by TITLE ASC","x","y"]').toString('base64url');
export const deep = `{ commitments { nodes { ${'links { to { '.repeat(24)} slug ${'} }'.repeat(24)} } } }`;
export const cycle = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
export const two = 'query A { __typename } query B { __typename }';

export function post(origin: string, question: Question): Promise<Response> {
  return fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
}

export function writeAddress(origin: string, { query, variables, operationName }: Question): string {
  const parts = new URLSearchParams({ query });
  if (variables !== undefined) parts.set('variables', JSON.stringify(variables));
  if (operationName !== undefined) parts.set('operationName', operationName);
  return `${origin}/graphql?${parts}`;
}
