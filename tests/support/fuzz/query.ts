import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { Random } from './random.ts';
import { CURSOR, type Known, makeValue, printValue } from './values.ts';

export interface FuzzQuery {
  seed: number;
  root: string;
  query: string;
  variables: Record<string, unknown>;
}

const DEEPEST = 5;
const MOST_FIELDS = 16;
const CHANGES = 0.06;

/** A query that the schema allows in form, with arguments that may be hostile; the same one for the same seed. */
export function makeQuery(schema: GraphQLSchema, seed: number, known: Known): FuzzQuery {
  const random = new Random(seed);
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  let [left, names] = [MOST_FIELDS, 0];

  function writeField(field: GraphQLField<unknown, unknown>, depth: number): string {
    left--;
    const args = writeArguments(field);
    const set = writeSet(field.type, depth + 1);
    // Two fields of one name may differ in arguments and type: each has a name of its own.
    return `a${names++}: ${field.name}${args}${writeCondition()}${set}`;
  }

  function writeArguments({ name, args }: GraphQLField<unknown, unknown>): string {
    const taken = args.filter((arg) => isRequiredArgument(arg) || random.chance(0.4));
    const written = taken.map((arg) => {
      const isCursor = arg.name === 'after' || arg.name === 'before';
      const value = makeValue(random, arg.type, isCursor ? `${CURSOR}${name}` : arg.name, known);
      if (random.chance(0.5)) return `${arg.name}: ${printValue(value)}`;
      const variable = `v${declared.length}`;
      declared.push(`$${variable}: ${arg.type}`);
      variables[variable] = value;
      return `${arg.name}: $${variable}`;
    });
    return written.length > 0 ? `(${written.join(' ')})` : '';
  }

  function writeCondition(): string {
    return random.chance(0.04) ? ` @${random.pick(['skip', 'include'])}(if: ${random.chance(0.5)})` : '';
  }

  function writeSet(output: GraphQLOutputType, depth: number): string {
    const type = getNamedType(output);
    if (!isCompositeType(type)) return '';
    const parts = random.chance(0.1) ? ['__typename'] : [];
    if (isObjectType(type) || isInterfaceType(type)) {
      parts.push(
        ...pickFields(Object.values(type.getFields()), depth).map((field) => writeField(field, depth)),
      );
    }
    if (isAbstractType(type)) {
      for (const kind of schema.getPossibleTypes(type)) {
        if (left > 0 && random.chance(0.4)) parts.push(writePart(kind, depth));
      }
    }
    return ` { ${parts.join(' ') || '__typename'} }`;
  }

  /** Inline or by name. */
  function writePart(type: GraphQLObjectType, depth: number): string {
    const set = writeSet(type, depth + 1);
    if (random.chance(0.7)) return `... on ${type.name}${set}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name}${set}`);
    return `...${name}`;
  }

  function pickFields(fields: GraphQLField<unknown, unknown>[], depth: number) {
    const fits = fields.filter(({ type }) => depth < DEEPEST || !isCompositeType(getNamedType(type)));
    const count = Math.min(random.integer(1, 4), Math.max(left, 1), fits.length);
    return Array.from({ length: count }, () => random.pick(fits));
  }

  const kind = random.chance(CHANGES) ? 'mutation' : 'query';
  const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  const roots = Object.values(root?.getFields() ?? {});
  // Each root in turn, so that none is left to chance.
  const first = roots[seed % roots.length] as GraphQLField<unknown, unknown>;
  const chosen = random.chance(0.3) ? [first, random.pick(roots)] : [first];
  const selected = chosen.map((field) => writeField(field, 0)).join(' ');
  const head = declared.length > 0 ? `${kind} (${declared.join(' ')})` : kind;
  return { seed, root: first.name, query: [`${head} { ${selected} }`, ...fragments].join(' '), variables };
}
