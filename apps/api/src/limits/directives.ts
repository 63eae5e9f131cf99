import {
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
} from 'graphql';

/** `@listSize`, as declared on a field. */
export interface ListSize {
  assumedSize: number | null;
  slicingArguments: readonly string[];
  sizedFields: readonly string[];
}

type Declared = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;

/** What the schema declares with `@cost`; undefined where it is silent. */
function readWeight(schema: GraphQLSchema, element: Declared): number | undefined {
  const weight = readDirective(schema, 'cost', element)?.weight;
  return weight === undefined ? undefined : Number(weight);
}

/** What one element of a field's answer counts, in records: its own weight, else that of its type, else one for an object. */
export function weighField(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): number {
  const type = getNamedType(field.type);
  const standard = isCompositeType(type) ? 1 : 0;
  return readWeight(schema, field.astNode) ?? readWeight(schema, type.astNode) ?? standard;
}

/** What an argument counts where it is given; of a list, each of its elements. */
export function weighArgument(schema: GraphQLSchema, argument: GraphQLArgument): number {
  return readWeight(schema, argument.astNode) ?? 0;
}

export function readListSize(schema: GraphQLSchema, element: Declared): ListSize | null {
  const values = readDirective(schema, 'listSize', element);
  if (!values) return null;
  const { assumedSize = null, slicingArguments = [], sizedFields = [] } = values as Partial<ListSize>;
  return { assumedSize, slicingArguments, sizedFields };
}

function readDirective(schema: GraphQLSchema, name: string, element: Declared) {
  const directive = schema.getDirective(name);
  return directive && element ? getDirectiveValues(directive, element) : undefined;
}
