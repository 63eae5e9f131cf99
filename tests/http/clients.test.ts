import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { cacheExchange, createClient, fetchExchange } from '@urql/core';
import { afterAll, expect, inject, test } from 'vitest';
import { root } from '../../scripts/processes.ts';

const run = promisify(execFile);
const url = `${inject('origin')}/graphql`;
const PAGE = 7;
/** What any client has to send along by GET. */
const headers = { 'apollo-require-preflight': '1' };

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const question = /* GraphQL */ `
  query Commitments($first: Int!, $after: String) {
    commitments(first: $first, after: $after) {
      totalCount
      edges { cursor node { id slug } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

interface Connection {
  totalCount: number;
  edges: { node: { slug: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A fetch that keeps what it was asked. */
function watchRequests() {
  const asked: { method: string; address: URL }[] = [];
  const send: typeof fetch = (address, init) => {
    asked.push({ method: init?.method ?? 'GET', address: new URL(String(address)) });
    return fetch(address, init);
  };
  return { asked, send };
}

function expectEachOnce(slugs: string[], totalCount: number): void {
  expect([slugs.length, new Set(slugs).size]).toEqual([totalCount, totalCount]);
  expect(totalCount).toBeGreaterThan(2 * PAGE);
}

test.each([
  ['by POST', false],
  ['by GET under the hash of the question', true],
])('Apollo Client pages through all commitments %s', async (_, isPersisted) => {
  const { asked, send } = watchRequests();
  const http = new HttpLink({ uri: url, fetch: send, headers });
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const client = new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { commitments: relayStylePagination() } } },
    }),
    link: isPersisted ? new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(http) : http,
  });
  const query = client.watchQuery<{ commitments: Connection }>({
    query: gql(question),
    variables: { first: PAGE },
  });
  const watching = query.subscribe(() => {});
  const asking = { query: gql(question), variables: { first: PAGE } };
  let { data } = await client.query<{ commitments: Connection }>(asking);
  while (data?.commitments.pageInfo.hasNextPage) {
    await query.fetchMore({ variables: { after: data.commitments.pageInfo.endCursor } });
    data = client.readQuery<{ commitments: Connection }>(asking) ?? undefined;
  }
  watching.unsubscribe();
  client.stop();
  // The pages as the cache joined them.
  const { edges = [], totalCount = 0 } = data?.commitments ?? {};
  expectEachOnce(
    edges.map(({ node }) => node.slug),
    totalCount,
  );
  // The text was sent once, by POST or with the hash; after that the hash was enough.
  expect(asked.slice(-2).map(({ method }) => method)).toEqual(
    isPersisted ? ['GET', 'GET'] : ['POST', 'POST'],
  );
  if (isPersisted) expect(asked.at(-1)?.address.searchParams.has('query')).toBe(false);
});

test.each([
  ['POST', false],
  ['GET', 'within-url-limit'],
] as const)('urql pages through all commitments by %s', async (method, preferGetMethod) => {
  const { asked, send } = watchRequests();
  const client = createClient({
    url,
    fetch: send,
    fetchOptions: { headers },
    preferGetMethod,
    exchanges: [cacheExchange, fetchExchange],
  });
  const slugs: string[] = [];
  let [after, totalCount]: [string | null, number] = [null, 0];
  do {
    const { data, error } = await client
      .query<{ commitments: Connection }>(question, { first: PAGE, after })
      .toPromise();
    expect(error).toBeUndefined();
    const page = data?.commitments as Connection;
    slugs.push(...page.edges.map(({ node }) => node.slug));
    totalCount = page.totalCount;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expectEachOnce(slugs, totalCount);
  expect(new Set(asked.map((request) => request.method))).toEqual(new Set([method]));
});

/** A folder with the contract as the server gives it, and these files. */
async function makeProject(files: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-client-'));
  folders.push(folder);
  const sdl = await (await fetch(`${inject('origin')}/schema.graphql`)).text();
  // As an installation would leave them.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries({ 'schema.graphql': sdl, ...files }))
    writeFileSync(join(folder, name), text);
  return folder;
}

test('relay-compiler takes the contract, a connection to page through and a fragment to ask again for', async () => {
  const config = {
    src: '.',
    schema: 'schema.graphql',
    language: 'typescript',
    artifactDirectory: 'artifacts',
    noSourceControl: true,
  };
  const folder = await makeProject({
    'relay.config.json': JSON.stringify({
      ...config,
      excludes: ['**/node_modules/**', 'artifacts/**'],
      customScalarTypes: { Date: 'string' },
    }),
    'list.ts': `import { graphql } from 'relay-runtime';
      export const query = graphql\`query listQuery($filter: CountFilter) { ...list_page @arguments(filter: $filter) }\`;
      export const page = graphql\`
        fragment list_page on Query @refetchable(queryName: "listPageQuery")
        @argumentDefinitions(filter: { type: "CountFilter" }, count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
          commitments(first: $count, after: $cursor, filter: $filter) @connection(key: "list_commitments", filters: ["filter"]) {
            edges { node { id title ...list_row } }
          }
        }\`;
      export const row = graphql\`fragment list_row on Commitment @refetchable(queryName: "listRowQuery") { slug quantity { low high } statedOn { date } }\`;`,
  });
  mkdirSync(join(folder, 'artifacts'));
  const compiler = join(root, 'node_modules/relay-compiler/cli.js');
  await run(process.execPath, [compiler, 'relay.config.json'], { cwd: folder });
  expect(readdirSync(join(folder, 'artifacts')).sort()).toEqual([
    'listPageQuery.graphql.ts',
    'listQuery.graphql.ts',
    'listRowQuery.graphql.ts',
    'list_page.graphql.ts',
    'list_row.graphql.ts',
  ]);
  // What the compiler wrote is what the server answers: the connection as it stands, a record by its global id.
  const texts = ['listPageQuery', 'listRowQuery'].map((name) => {
    const artifact = readFileSync(join(folder, 'artifacts', `${name}.graphql.ts`), 'utf8');
    return JSON.parse(/"text": (".*")/.exec(artifact)?.[1] ?? '""') as string;
  });
  const ask = async (query: string | undefined, variables: object) =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
    ).json() as any;
  const [pageText, rowText] = texts;
  const first = await ask(pageText, { count: 2 });
  const { edges, pageInfo } = first.data.commitments;
  expect(edges).toHaveLength(2);
  expect(edges.at(-1).cursor).toBe(pageInfo.endCursor);
  const next = await ask(pageText, { count: 2, cursor: pageInfo.endCursor });
  expect(next.data.commitments.edges[0].node.id).not.toBe(edges[1].node.id);
  const again = await ask(rowText, { id: edges[0].node.id });
  expect(again.data.node).toMatchObject({ __typename: 'Commitment', slug: edges[0].node.slug });
});

test('a project of somebody else has its types from the contract alone', async () => {
  const codegen = `export default {
    schema: 'schema.graphql', documents: ['*.ts', '!codegen.ts'],
    generates: { './gql/': { preset: 'client', config: { useTypeImports: true, strictScalars: true, scalars: { Date: 'string', DateTime: 'string', URL: 'string', SafeInt: 'number' } } } },
  };`;
  const program = (field: string) => `import { graphql } from './gql/index.ts';
    import type { ResultOf } from '@graphql-typed-document-node/core';
    const document = graphql(\`query Low($slug: String!) { commitment(slug: $slug) { quantity { low } } }\`);
    export const read = (data: ResultOf<typeof document>): number | undefined => data.commitment?.quantity?.${field};`;
  const options = {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    module: 'preserve',
    target: 'es2022',
    types: [],
  };
  const folder = await makeProject({
    'codegen.ts': codegen,
    'right.ts': program('low'),
    'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['*.ts'], exclude: ['codegen.ts'] }),
    'package.json': '{ "type": "module" }',
  });
  const bin = (name: string) => join(root, 'node_modules/.bin', name);
  await run(bin('graphql-codegen'), ['--config', 'codegen.ts'], { cwd: folder });
  await run(bin('tsc'), ['--project', folder]);
  writeFileSync(
    join(folder, 'wrong.ts'),
    program('lowest').replace('export const read', 'export const readWrong'),
  );
  const refused = await run(bin('tsc'), ['--project', folder]).catch((error: { stdout: string }) => error);
  expect(refused.stdout).toMatch(/wrong\.ts.*Property 'lowest' does not exist on type/);
});
