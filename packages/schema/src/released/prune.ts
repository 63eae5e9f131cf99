import {
  type GraphQLNamedType,
  GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';

/** The schema without the types that no root leads to: nobody can ask for them. */
export function pruneUnused(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const used = new Set<GraphQLNamedType>(roots.filter((type) => type != null));
  for (const directive of schema.getDirectives()) {
    for (const { type } of directive.args) used.add(getNamedType(type));
  }
  // A set is walked to its end while it grows.
  for (const type of used) for (const next of listNeighbours(schema, type)) used.add(next);
  return new GraphQLSchema({ ...schema.toConfig(), types: [...used], assumeValid: true });
}

function listNeighbours(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLNamedType[] {
  if (isScalarType(type) || isEnumType(type)) return [];
  if (isUnionType(type)) return [...type.getTypes()];
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    getNamedType(field.type),
    ...field.args.map((argument) => getNamedType(argument.type)),
  ]);
  return [
    ...fields,
    ...type.getInterfaces(),
    ...(isInterfaceType(type) ? schema.getPossibleTypes(type) : []),
  ];
}
