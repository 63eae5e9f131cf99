import { typeDefs } from '@muster/schema/sdl';
import { buildSchema, type GraphQLArgument, isScalarType } from 'graphql';
import { scalars } from '../scalars.ts';
import type { TableWords } from './table.ts';

// What GraphQL's own values are checked by: the contract, with the scalars as we read them.
const schema = buildSchema(typeDefs);
for (const [name, { parseValue }] of Object.entries(scalars)) {
  const type = schema.getType(name);
  if (isScalarType(type)) type.parseValue = parseValue;
}

/** The arguments of the API's list that a table takes: name, type, description. */
export function listArguments({ like }: Pick<TableWords, 'like'>): GraphQLArgument[] {
  const args = schema.getQueryType()?.getFields()[like.list]?.args ?? [];
  return like.takes.map((name) => {
    const arg = args.find((it) => it.name === name);
    if (!arg) throw new Error(`the list ${like.list} has no argument ${name}`);
    return arg;
  });
}
