import { isoDay } from '@muster/schema/rules';
import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import { DateTimeResolver, SafeIntResolver, URLResolver } from 'graphql-scalars';

export function isDay(value: unknown): value is string {
  return isoDay.safeParse(value).success;
}

function parseDay(value: unknown): string {
  if (isDay(value)) return value;
  throw new GraphQLError(`not a calendar day from 1900 to 2199: ${JSON.stringify(value)}; write YYYY-MM-DD`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** ISO 8601 days as strings; JavaScript dates never enter the contract. */
const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : print(node)),
});

export const scalars = {
  Date: DateScalar,
  DateTime: DateTimeResolver,
  URL: new GraphQLScalarType({
    ...URLResolver.toConfig(),
    serialize: String,
    parseValue: (value) => String(URLResolver.parseValue(value)),
  }),
  SafeInt: SafeIntResolver,
};
