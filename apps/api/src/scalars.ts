import { isoDay } from '@muster/schema/rules';
import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { DateTimeResolver, SafeIntResolver, URLResolver } from 'graphql-scalars';

export function isDay(value: unknown): value is string {
  return isoDay.safeParse(value).success;
}

function parseDay(value: unknown, node?: ValueNode): string {
  if (isDay(value)) return value;
  throw new GraphQLError(`not a calendar day from 1900 to 2199: ${JSON.stringify(value)}; write YYYY-MM-DD`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

const instants = DateTimeResolver.toConfig();

function parseInstant(value: unknown, node?: ValueNode): Date {
  try {
    return instants.parseValue(value);
  } catch {
    throw new GraphQLError(
      `not an instant with a time zone: ${JSON.stringify(value)}; write it as 2024-09-09T00:00:00Z`,
      { nodes: node, extensions: { code: 'BAD_USER_INPUT' } },
    );
  }
}

/** ISO 8601 days as strings; JavaScript dates never enter the contract. */
const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  // Days come out of the database as days: to read each of them again would take as long as all else.
  serialize: String,
  parseValue: (value) => parseDay(value),
  parseLiteral: (node) => parseDay(readText(node), node),
});

function readText(node: ValueNode): string {
  return node.kind === Kind.STRING ? node.value : print(node);
}

export const scalars = {
  Date: DateScalar,
  DateTime: new GraphQLScalarType({
    ...instants,
    parseValue: (value) => parseInstant(value),
    parseLiteral: (node) => parseInstant(readText(node), node),
  }),
  URL: new GraphQLScalarType({
    ...URLResolver.toConfig(),
    serialize: String,
    parseValue: (value) => String(URLResolver.parseValue(value)),
  }),
  SafeInt: SafeIntResolver,
};
