import { typeDefs } from '@muster/schema/sdl';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

const schema = buildSchema(typeDefs);

/** A field that gives a connection, found in the SDL. */
interface List {
  /** `Query`, or the type of the object that has it. */
  owner: string;
  field: string;
  node: string;
  /** Values of `orderBy`; one `null` where it has none. */
  orders: (string | null)[];
  isNodeIdentified: boolean;
}

/** Lists for editors alone; they are paged by what the others are. */
const PRIVATE = [
  'Query.editableCommitments',
  'Query.editableReportedTotals',
  'Query.editableEvents',
  'Query.editableSources',
  'Query.editablePrograms',
  'Query.editableProviders',
  'Query.editableGroups',
  'Query.editableLinks',
  'Query.editableCountries',
  'QualityDesk.findings',
  'Query.auditLog',
];

const lists: List[] = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).flatMap((field) => toList(type.name, field))
    : [],
);

function toList(owner: string, field: GraphQLField<unknown, unknown>): List[] {
  const page = getNamedType(field.type);
  if (!page.name.endsWith('Connection') || !isObjectType(page)) return [];
  if (PRIVATE.includes(`${owner}.${field.name}`)) return [];
  const node = getNamedType(page.getFields().nodes?.type ?? page);
  const orderBy = field.args.find(({ name }) => name === 'orderBy');
  const values = orderBy && getNamedType(orderBy.type);
  const orders = isEnumType(values) ? values.getValues().map(({ name }) => name) : [null];
  const isNodeIdentified = isObjectType(node) && node.getInterfaces().some(({ name }) => name === 'Node');
  expect(field.args.filter(isRequiredArgument)).toEqual([]);
  return [{ owner, field: field.name, node: node.name, orders, isNodeIdentified }];
}

interface Page {
  edges: { cursor: string; node: { id?: string; __typename: string } }[];
  nodes: { __typename: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

test('the contract has connections, at its root and within objects', () => {
  expect(lists.filter(({ owner }) => owner === 'Query').length).toBeGreaterThanOrEqual(9);
  expect(lists.filter(({ owner }) => owner !== 'Query').length).toBeGreaterThanOrEqual(8);
});

describe.each(databases)('every connection on %s', (kind) => {
  let api: TestApi;
  const owners = new Map<string, string>();
  beforeAll(async () => {
    api = await startTestApi(kind);
    for (const type of new Set(lists.map(({ owner }) => owner))) await chooseOwner(type);
  });
  afterAll(() => api.close());

  /** The object of a type with the most in its lists. */
  async function chooseOwner(type: string): Promise<void> {
    if (type === 'Query') return;
    const root = lists.find(({ owner, node }) => owner === 'Query' && node === type);
    if (!root) throw new Error(`no list of the root leads to ${type}`);
    const counts = lists.filter(({ owner }) => owner === type).map(({ field }) => `${field} { totalCount }`);
    const data = await api.read(`{ ${root.field}(first: 300) { nodes { id ${counts.join(' ')} } } }`);
    const sizeOf = ({ id: _, ...pages }: Record<string, { totalCount: number }>) =>
      Math.min(...Object.values(pages).map(({ totalCount }) => totalCount));
    const [most] = data[root.field].nodes.toSorted((one: never, other: never) => sizeOf(other) - sizeOf(one));
    owners.set(type, most.id);
  }

  function write({ owner, field, isNodeIdentified }: List, args: string): string {
    const id = isNodeIdentified ? 'id' : '';
    const ask = `${field}(${args}) { edges { cursor node { __typename ${id} } } nodes { __typename }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
    return owner === 'Query'
      ? `{ ${ask} }`
      : `{ owner: node(id: "${owners.get(owner)}") { ... on ${owner} { ${ask} } } }`;
  }

  async function read(list: List, args: string): Promise<Page> {
    const data = await api.read(write(list, args));
    return (list.owner === 'Query' ? data : data.owner)[list.field];
  }

  // Databases differ in how they sort text: the second one reads what is ordered by it, and every list once.
  const isTold = (by: string | null, index: number) =>
    kind === 'pglite' || index === 0 || /^(TITLE|NAME|PROGRAM|PROVIDER|PUBLISHER)$/.test(by ?? '');
  const walks = lists.flatMap((list) =>
    list.orders.filter(isTold).map((by, index) => ({
      list,
      name: `${list.owner}.${list.field}${by ? ` by ${by}` : ''}`,
      order: by ? `orderBy: ${by}, direction: ${index % 2 === 0 ? 'DESC' : 'ASC'}, ` : '',
    })),
  );

  test.each(walks)('$name: read forwards or backwards it is one list', async ({ list, order }) => {
    const whole = await read(list, `${order}first: 500`);
    const { totalCount, edges } = whole;
    expect(edges.length).toBe(Math.min(totalCount, 500));
    expect(edges.length).toBeGreaterThan(1);
    expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(edges.length);
    expect(whole.nodes.length).toBe(edges.length);
    const size = Math.ceil(edges.length / 2);

    const forward = [];
    for (let after = ''; ; ) {
      const page = await read(list, `${order}first: ${size}${after}`);
      expect(page.pageInfo).toMatchObject({
        hasPreviousPage: forward.length > 0,
        startCursor: page.edges[0]?.cursor,
        endCursor: page.edges.at(-1)?.cursor,
      });
      expect(page.totalCount).toBe(totalCount);
      forward.push(...page.edges);
      if (!page.pageInfo.hasNextPage || forward.length >= 500) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(forward.slice(0, 500)).toEqual(edges);
    if (totalCount > 500) return;

    const backward: Page['edges'] = [];
    for (let before = ''; ; ) {
      const page = await read(list, `${order}last: ${size}${before}`);
      expect(page.pageInfo.hasNextPage).toBe(backward.length > 0);
      backward.unshift(...page.edges);
      if (!page.pageInfo.hasPreviousPage) break;
      before = `, before: "${page.pageInfo.startCursor}"`;
    }
    expect(backward).toEqual(edges);
  });

  test('lists left out here are private', async () => {
    for (const name of PRIVATE) {
      const [owner = '', field] = name.split('.');
      const list = `${field} { totalCount }`;
      // Another owner than the root is given by a field of its own name.
      const root = `${owner.charAt(0).toLowerCase()}${owner.slice(1)}`;
      const { errors } = await api.ask(owner === 'Query' ? `{ ${list} }` : `{ ${root} { ${list} } }`);
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  test('takes 1 to 500, one way at a time, and no cursor of another list', async () => {
    for (const list of lists) {
      const refuse = (args: string) => api.refuse(write(list, args));
      for (const asked of ['first: 0', 'first: 501', 'last: 0', 'last: 501']) {
        expect(await refuse(asked)).toBe(`${asked} is not a page size; give 1 to 500`);
      }
      expect(await refuse('first: 1, last: 1')).toBe('last: give `first` or `last`, not both');
      expect((await read(list, 'last: 1')).edges).toHaveLength(1);
      const other = lists.find(({ owner, node }) => owner === 'Query' && node !== list.node) as List;
      const { pageInfo } = await read(other, 'first: 1');
      expect(await refuse(`after: "${pageInfo.endCursor}"`)).toContain('the cursor belongs to');
      expect(await refuse('before: "x"')).toContain('is not a cursor; take one from `edges`');
    }
  });

  test('leads to every kind of object, and each comes back by its id', async () => {
    const node = schema.getType('Node');
    const kinds = schema.getPossibleTypes(node as never).map(({ name }) => name);
    const found = new Set<string>();
    for (const list of lists.filter(({ owner, isNodeIdentified }) => owner === 'Query' && isNodeIdentified)) {
      const { edges } = await read(list, 'first: 3');
      for (const { node: row } of edges) {
        found.add(row.__typename);
        const data = await api.read('query ($id: ID!) { node(id: $id) { __typename id } }', { id: row.id });
        expect(data.node).toEqual(row);
      }
    }
    expect([...found].toSorted()).toEqual(kinds.toSorted());
  });
});
