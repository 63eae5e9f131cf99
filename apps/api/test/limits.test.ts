import { typeDefs } from '@muster/schema/sdl';
import {
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { countCost } from '../src/limits/cost.ts';
import { measureDepth } from '../src/limits/depth.ts';
import { readListSize } from '../src/limits/directives.ts';
import { limits } from '../src/limits/limits.ts';
import { measureText } from '../src/limits/text.ts';
import { listDashboardDocuments } from './support/documents.ts';

const contract = buildSchema(typeDefs);
const HEADROOM = 3;
/** Pages as large as they get, where the dashboard leaves their size to a variable; a search gives 100 at most. */
const LARGEST_PAGE = 500;
const LARGEST_SEARCH = 100;

function cost(query: string, variables: Record<string, unknown> = {}, schema: GraphQLSchema = contract) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  return countCost(schema, document, findOperation(query), variables);
}

function depth(query: string): number {
  return measureDepth(parse(query), findOperation(query));
}

function findOperation(query: string): OperationDefinitionNode {
  const operation = parse(query).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation as OperationDefinitionNode;
}

describe('the cost of a query', () => {
  test('is the number of records it may read; what stands within a record is free', () => {
    expect(cost('{ program(slug: "gsi") { slug name } }')).toBe(1);
    expect(cost('{ commitments(first: 1) { totalCount } }')).toBe(1 + 1);
    expect(cost('{ commitments(first: 10) { nodes { slug } } }')).toBe(1 + 10);
    expect(cost('{ commitments(first: 10) { edges { cursor node { slug quantity { low } } } } }')).toBe(
      1 + 10,
    );
    expect(cost('{ commitments { nodes { slug } } }')).toBe(1 + 50);
    expect(cost('{ totals { pledged { low high } } }')).toBe(300);
    expect(cost('{ search(text: "x") { __typename } }')).toBe(20 + 20);
    expect(cost('{ search(text: "x", first: 100) { __typename } }')).toBe(20 + 100);
  });

  test('of a breakdown grows with its dimensions and its rows', () => {
    expect(cost('{ breakdown(by: PROGRAM, first: 10) { rows { key } } }')).toBe(200 + 100 + 10);
    expect(cost('{ breakdown(by: [PROGRAM, YEAR]) { rows { keys { label } } } }')).toBe(200 + 2 * 100 + 500);
    const typed =
      'query ($by: [BreakdownDimension!]!) { breakdown(by: $by, first: 10) { rows { keys { country { iso3 } } } } }';
    // Three keys at most, each with its country.
    expect(cost(typed, { by: ['COUNTRY', 'YEAR', 'VOICE'] })).toBe(200 + 3 * 100 + 10 * (1 + 3));
    expect(
      cost('{ breakdown(by: VOICE, first: 10) { rows { contributions { role } excluded { reason } } } }'),
    ).toBe(200 + 100 + 10 * (1 + 20 + 20));
  });

  test('multiplies lists within lists', () => {
    const nested =
      '{ countries(first: 200) { nodes { commitments(last: 30) { nodes { claims { source { slug } } } } } } }';
    // A page, and for each country: itself, its page, and for each commitment itself, three claims and their sources.
    expect(cost(nested)).toBe(1 + 200 * (1 + 1 + 30 * (1 + 3 * (1 + 1))));
  });

  test('takes sizes from variables, their defaults, and lists of ids', () => {
    const page = 'query ($n: Int = 7) { programs(first: $n) { nodes { slug } } }';
    expect(cost(page)).toBe(1 + 7);
    expect(cost(page, { n: 20 })).toBe(1 + 20);
    expect(cost(page, { n: null })).toBe(1 + 50);
    expect(cost('query ($n: Int) { programs(first: $n) { nodes { slug } } }')).toBe(1 + 50);
    expect(cost('{ nodes(ids: ["a", "b"]) { id } }')).toBe(2);
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3);
  });

  test('counts fragments where they are spread, and leaves out what is skipped', () => {
    const fragment = 'fragment F on Program { commitments(first: 5) { nodes { slug } } }';
    expect(cost(`{ a: program(slug: "a") { ...F } b: program(slug: "b") { ...F } } ${fragment}`)).toBe(
      2 * (1 + 6),
    );
    // Of a page, it depends on the page it is spread in.
    const ofPage = 'fragment P on CommitmentConnection { nodes { slug } }';
    expect(cost(`{ a: commitments(first: 2) { ...P } b: commitments(first: 9) { ...P } } ${ofPage}`)).toBe(
      3 + 10,
    );
    const choice =
      'query ($all: Boolean!) { program(slug: "a") { slug ... @include(if: $all) { commitments(first: 5) { nodes { slug } } } } }';
    expect([cost(choice, { all: true }), cost(choice, { all: false })]).toEqual([1 + 6, 1]);
  });

  test('of fragments that double fragments is found in an instant, and is a whole number', () => {
    const levels = 400;
    const fragments = Array.from({ length: levels }, (_, i) => {
      const next = i + 1 < levels ? `derivedFrom { ...F${i + 1} } a: derivedFrom { ...F${i + 1} }` : 'slug';
      return `fragment F${i} on Source { ${next} }`;
    });
    const query = `{ source(slug: "a") { ...F0 } } ${fragments.join(' ')}`;
    const started = performance.now();
    const document = parse(query);
    expect(countCost(contract, document, findOperation(query), {})).toBe(Number.MAX_SAFE_INTEGER);
    expect(depth(query)).toBe(levels + 1);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(cost('query ($n: Int) { programs(first: $n) { nodes { slug } } }', { n: 1e308 })).toBeLessThan(
      2 ** 53,
    );
  });

  test('is read from the schema alone', () => {
    const other = buildSchema(`
      directive @cost(weight: String!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT
      directive @listSize(assumedSize: Int) on FIELD_DEFINITION
      type Cat @cost(weight: "4") { name: String @cost(weight: "2") kittens: [Cat] @listSize(assumedSize: 3) }
      type Query { cat(old: Boolean @cost(weight: "10")): Cat }`);
    expect(cost('{ cat { name } }', {}, other)).toBe(4 + 2);
    expect(cost('{ cat(old: true) { kittens { name } } }', {}, other)).toBe(10 + 4 + 3 * (4 + 2));
  });
});

describe('the contract', () => {
  test('describes its directives and what they take', () => {
    for (const name of ['cost', 'listSize']) {
      const directive = contract.getDirective(name);
      for (const { description } of [directive, ...(directive?.args ?? [])].filter(
        (element) => element != null,
      ))
        expect(description).toMatch(/\.$/);
    }
  });

  test('says of every list of objects how long it may be, the same for a count and its kinds', () => {
    const silent: string[] = [];
    for (const type of Object.values(contract.getTypeMap())) {
      if (!('getInterfaces' in type) || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields())) {
        const path = `${type.name}.${field.name}`;
        const size = readListSize(contract, field.astNode);
        const isWithinPage = /(Connection)\.(nodes|edges)$/.test(path);
        const isSized = /Connection!$|\[(?!String)/.test(String(field.type));
        if (isSized && !isWithinPage && !size) silent.push(path);
        for (const parent of type.getInterfaces()) {
          const same = parent.getFields()[field.name];
          if (same) expect([path, readListSize(contract, same.astNode)]).toEqual([path, size]);
        }
      }
    }
    expect(silent).toEqual([]);
  });
});

test('the size of a text: tokens, signs within signs, aliases', () => {
  expect(measureText('{ a: b(c: { d: [1] }) }')).toEqual({ tokens: 16, nesting: 4, aliases: 1 });
  expect(measureText('query ($a: Int = 1) { b(c: $a) x: b(c: $a) }')).toMatchObject({ aliases: 1 });
  expect(measureText('{ a "unended')).toMatchObject({ tokens: 2 });
  expect(measureText('}}}}{')).toMatchObject({ nesting: 0 });
});

test('the depth of a query counts fragments where they are spread', () => {
  expect(depth('{ a { b { c } } d }')).toBe(3);
  expect(depth('{ a { ...F } } fragment F on A { ... on A { b { c } } }')).toBe(3);
});

test('the whole contract can be asked for', () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  expect(cost(query)).toBeLessThanOrEqual(limits.cost);
  expect(depth(query)).toBeLessThanOrEqual(limits.depth);
  expect(measureText(query).tokens * HEADROOM).toBeLessThan(limits.tokens);
});

describe('the dashboard', () => {
  const documents = listDashboardDocuments();

  test('asks its questions of this contract', () => {
    expect(documents.length).toBeGreaterThan(40);
  });

  test.each(documents)('may ask for three times as much as %s does', (_, query) => {
    const { tokens, aliases, nesting } = measureText(query);
    const first = query.includes('search(') ? LARGEST_SEARCH : LARGEST_PAGE;
    expect(HEADROOM * cost(query, { first })).toBeLessThanOrEqual(limits.cost);
    expect(HEADROOM * Math.max(depth(query), nesting)).toBeLessThanOrEqual(limits.depth);
    expect(HEADROOM * tokens).toBeLessThanOrEqual(limits.tokens);
    expect(HEADROOM * aliases).toBeLessThanOrEqual(limits.aliases);
  });
});

test('an analyst may ask for 500 commitments and as many reported totals with their claims and sources', () => {
  const fields =
    'nodes { slug providers { name } recipients { country { name } } claims { fragment source { title derivedFrom { title } } } }';
  expect(
    cost(`{ commitments(first: 500) { ${fields} } reportedTotals(first: 500) { ${fields} } }`),
  ).toBeLessThan(limits.cost);
});
