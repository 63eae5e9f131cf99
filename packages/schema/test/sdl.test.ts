import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { typeDefs } from '../src/sdl.ts';

const schema = buildSchema(typeDefs);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

interface Element {
  path: string;
  description: string | null | undefined;
}

function listElements(type: GraphQLNamedType): Element[] {
  const self = { path: type.name, description: type.description };
  if (isEnumType(type)) return [self, ...type.getValues().map((value) => describe(type.name, value))];
  if (isInputObjectType(type)) {
    return [self, ...Object.values(type.getFields()).map((field) => describe(type.name, field))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [self];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    describe(type.name, field),
    ...field.args.map((arg) => describe(`${type.name}.${field.name}`, arg)),
  ]);
  return [self, ...fields];
}

function describe(owner: string, element: { name: string; description?: string | null }): Element {
  return { path: `${owner}.${element.name}`, description: element.description };
}

const elements = types.flatMap(listElements);

test('every type, field, argument and value of the contract is described', () => {
  const silent = elements.filter(({ description }) => !description?.trim()).map(({ path }) => path);
  expect(silent).toEqual([]);
});

test('descriptions are sentences', () => {
  const unended = elements.filter(({ description }) => !/[.…:]$/.test(description?.trim() ?? ''));
  expect(unended.map(({ path }) => path)).toEqual([]);
});

test('a field means the same on a count and on both its kinds', () => {
  const count = schema.getType('Count');
  if (!isInterfaceType(count)) throw new Error('Count is no interface');
  for (const kind of schema.getPossibleTypes(count)) {
    for (const { name, description } of Object.values(count.getFields())) {
      expect(`${kind.name}.${name}: ${kind.getFields()[name]?.description}`).toBe(
        `${kind.name}.${name}: ${description}`,
      );
    }
  }
});

test('the page arguments are explained in the same words everywhere', () => {
  for (const name of ['first', 'after', 'last', 'before']) {
    const words = elements.filter(({ path }) => path.split('.').length === 3 && path.endsWith(`.${name}`));
    const ofPages = words.filter(({ path }) => !/^Query\.(search|breakdown)\./.test(path));
    expect(new Set(ofPages.map(({ description }) => description)).size).toBe(1);
  }
});
