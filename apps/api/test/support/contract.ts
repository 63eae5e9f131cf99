import { typeDefs } from '@muster/schema/sdl';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

const contract = buildSchema(typeDefs);

type Field = GraphQLField<unknown, unknown>;
type Values = Record<string, unknown>;

export const mutations: Field[] = Object.values(contract.getMutationType()?.getFields() ?? {});
export const queries: Field[] = Object.values(contract.getQueryType()?.getFields() ?? {});

/** The arguments that a field insists on: `given` by name where it is there, else the plainest value of the type. */
export function fillArguments({ args }: Field, given: Values): Values {
  const needed = args.filter((arg) => isNonNullType(arg.type) || arg.name in given);
  return Object.fromEntries(needed.map(({ name, type }) => [name, given[name] ?? makeValue(type)]));
}

function makeValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return makeValue(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, makeValue(field.type)]));
  }
  return { Int: 1, SafeInt: 1, Boolean: false, Date: '2024-01-01' }[type.name] ?? 'x';
}

/** One field asked for by variables, as `result`, of which no more than its type is asked. */
export function writeOperation(kind: 'query' | 'mutation', field: Field, values: Values): string {
  const used = field.args.filter(({ name }) => name in values);
  const head = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const args = used.map(({ name }: GraphQLArgument) => `${name}: $${name}`).join(', ');
  const named = getNamedType(field.type);
  const selection = isLeafType(named) ? '' : '{ __typename }';
  return `${kind}${head && ` (${head})`} { result: ${field.name}${args && `(${args})`} ${selection} }`;
}
