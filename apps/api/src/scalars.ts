import { isCalendarDay } from '@muster/schema/rules';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver, SafeIntResolver, URLResolver } from 'graphql-scalars';

function parseDay(value: unknown): string {
  if (typeof value === 'string' && isCalendarDay(value)) return value;
  throw new GraphQLError(`not a calendar day: ${JSON.stringify(value)}; write YYYY-MM-DD`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** ISO 8601 days as strings; JavaScript dates never enter the contract. */
const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});

export const scalars = {
  Date: DateScalar,
  DateTime: DateTimeResolver,
  URL: new GraphQLScalarType({ ...URLResolver.toConfig(), serialize: String, parseValue: (v) => String(URLResolver.parseValue(v)) }),
  SafeInt: SafeIntResolver,
};
