import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  buildSchema,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { canCompile, createExecutor } from '../src/executor.ts';

const typeDefs = `
  enum Unit { PEOPLE PLACES }
  input Filter { not: Filter unit: Unit }
  interface Count { slug: String! unit: Unit! }
  type Pledge implements Count { slug: String! unit: Unit! due: Int! }
  type Report implements Count { slug: String! unit: Unit! }
  type Query {
    counts(first: Int = 2, unit: Unit, filter: Filter): [Count!]!
    broken: Int
    refused(reason: String!): [Count]
    never: Int!
  }
  type Mutation { change: Int }
`;

const COUNTS = [
  { __typename: 'Pledge', slug: 'a', unit: 'PEOPLE', due: 3 },
  { __typename: 'Report', slug: 'b', unit: 'PLACES' },
  { __typename: 'Pledge', slug: 'c', unit: 'PEOPLE', due: null },
];

let changes = 0;
const resolvers = {
  Query: {
    counts: (
      _: unknown,
      { first, unit, filter }: { first: number; unit?: string; filter?: { unit?: string } },
    ) => COUNTS.filter((it) => it.unit === (unit ?? filter?.unit ?? it.unit)).slice(0, first),
    broken: () => Promise.reject(new TypeError('not told')),
    refused: (_: unknown, { reason }: { reason: string }) => {
      throw new GraphQLError(reason, { extensions: { code: 'REFUSED', limit: 3 } });
    },
    never: () => null,
  },
  Mutation: { change: () => ++changes },
};

const executor = createExecutor<object>(makeExecutableSchema({ typeDefs, resolvers }));

async function ask(query: string, variables: object) {
  const document = parse(query);
  const operation = getOperationAST(document) ?? undefined;
  const asked = { document, operation, operationName: null, queryHash: query };
  const result = await executor({ ...asked, request: { variables: { ...variables } }, context: {} });
  const errors = result.errors?.map((error: GraphQLError) => [
    error instanceof GraphQLError,
    error.originalError?.constructor.name,
    error.toJSON() as GraphQLFormattedError,
  ]);
  return JSON.stringify({ data: result.data, errors });
}

test.each([
  ['{ counts { __typename slug ... on Pledge { due } } }', {}],
  [
    'query ($n: Int = 1, $u: Unit) { some: counts(first: $n, unit: $u) { slug unit } counts { slug } }',
    { u: 'PLACES' },
  ],
  ['query ($yes: Boolean!) { counts { slug @include(if: $yes) unit @skip(if: $yes) } }', { yes: true }],
  ['query ($f: Filter) { counts(filter: $f) { slug } }', { f: { not: { unit: 'PEOPLE' }, unit: 'PLACES' } }],
  ['{ counts(first: 3) { slug ... on Pledge { due } } }', {}],
  ['{ broken counts { slug } }', {}],
  ['query ($why: String!) { refused(reason: $why) { slug } }', { why: 'Not today.' }],
  ['query ($why: String!) { refused(reason: $why) { slug } }', {}],
  ['query ($u: Unit) { counts(unit: $u) { slug } }', { u: 'COURSES' }],
  ['query ($n: Int) { counts(first: $n) { slug } }', { n: 'three' }],
  ['{ counts { slug } never }', {}],
])('%s is answered alike however often it is asked', async (query, variables) => {
  const answers: string[] = [];
  for (let time = 0; time < 5; time++) answers.push(await ask(query, variables));
  expect(new Set(answers).size, [...new Set(answers)].join('\n')).toBe(1);
});

test('changes are made once each', async () => {
  for (let time = 1; time <= 5; time++)
    expect(await ask('mutation { change }', {})).toBe(`{"data":{"change":${time}}}`);
});

const MANY = Array.from({ length: 30 }, (_, n) => `a${n}: counts { ...Some }`).join(' ');
const SOME = `fragment Some on Count { ${Array.from({ length: 9 }, (_, n) => `s${n}: slug`).join(' ')} }`;

test.each([
  ['a short query', '{ counts { slug } }', true],
  ['variables that are single values', 'query ($n: Int!, $u: [Unit!]) { counts(first: $n) { slug } }', true],
  ['a filter in the text', '{ counts(filter: { not: { unit: PEOPLE } }) { slug } }', true],
  ['a filter as a variable', 'query ($f: Filter) { counts(filter: $f) { slug } }', false],
  ['300 fields by a fragment spread 30 times', `{ ${MANY} } ${SOME}`, false],
])('%s is made code of, or is not', (_, query, isCompiled) => {
  const document = parse(query);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  expect(canCompile(buildSchema(typeDefs), document, operation)).toBe(isCompiled);
});
