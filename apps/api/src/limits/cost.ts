import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { readListSize, weighArgument, weighField } from './directives.ts';
import { listFragments } from './fragments.ts';

/** A list's size that a page hands to fields beneath it. */
interface Handed {
  fields: readonly string[];
  size: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** The whole contract is read at once, whatever is asked of it. */
const INTROSPECTION_COST = 1_000;

// Beyond every limit, and small enough that no product of it is infinite.
const LARGEST_SIZE = 2 ** 31;

/**
 * What a valid operation costs, in records to be read: the sum over its fields of weight × list sizes, as `@cost` and
 * `@listSize` declare them. Fragments count where they are spread, and are added up once for each size handed to them.
 * A whole number of 0 to 2^53 − 1.
 */
export function countCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
): number {
  const fragments = listFragments(document);
  const variables = withDefaults(operation, given);
  const known = new Map<string, number>();

  function addUp(set: SelectionSetNode, type: GraphQLCompositeType, handed: Handed | null): number {
    let sum = 0;
    for (const node of set.selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) sum += weigh(node, type, handed);
      else if (node.kind === Kind.FRAGMENT_SPREAD) sum += addUpFragment(node.name.value, handed);
      else sum += addUp(node.selectionSet, findType(node.typeCondition?.name.value) ?? type, handed);
    }
    return Math.min(sum, Number.MAX_SAFE_INTEGER);
  }

  function addUpFragment(name: string, handed: Handed | null): number {
    const key = handed ? `${name} ${handed.size} ${handed.fields}` : name;
    const fragment = fragments.get(name);
    const type = findType(fragment?.typeCondition.name.value);
    const sum = known.get(key) ?? (fragment && type ? addUp(fragment.selectionSet, type, handed) : 0);
    known.set(key, sum);
    return sum;
  }

  function weigh(node: FieldNode, parent: GraphQLCompositeType, handed: Handed | null): number {
    const name = node.name.value;
    if (name.startsWith('__')) return name === '__typename' ? 0 : INTROSPECTION_COST;
    const field = findField(parent, name);
    if (!field) return 0;
    const declared = readListSize(schema, field.astNode);
    const told = declared ? readSize(declared.slicingArguments, field, node, variables) : null;
    const size = told ?? declared?.assumedSize ?? 1;
    const isList = isListType(getNullableType(field.type));
    const own = isList ? (handed?.fields.includes(name) ? handed.size : size) : 1;
    const beneath = declared && !isList ? { fields: declared.sizedFields, size } : null;
    const type = getNamedType(field.type);
    const inner = node.selectionSet && isCompositeType(type) ? addUp(node.selectionSet, type, beneath) : 0;
    return weighArguments(field, node) + own * (weighField(schema, field) + inner);
  }

  function weighArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const names = new Set(node.arguments?.map(({ name }) => name.value));
    const asked = field.args.filter((argument) => names.has(argument.name));
    return asked.reduce((sum, argument) => {
      const value = readArgument(argument, node, variables);
      return sum + (Array.isArray(value) ? value.length : 1) * weighArgument(schema, argument);
    }, 0);
  }

  function findType(name: string | undefined): GraphQLCompositeType | null {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : null;
  }

  const root = schema.getRootType(operation.operation);
  return root ? addUp(operation.selectionSet, root, null) : 0;
}

function findField(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function withDefaults({ variableDefinitions }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = (variableDefinitions ?? []).map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue && readValue(defaultValue, {}),
  ]);
  return { ...Object.fromEntries(defaults), ...given };
}

/** The largest size that the arguments tell; null where none does. What is no size is refused when it is read. */
function readSize(
  names: readonly string[],
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): number | null {
  const sizes = field.args
    .filter(({ name }) => names.includes(name))
    .map((argument) => readArgument(argument, node, variables))
    .map((value) => (Array.isArray(value) ? value.length : value))
    .filter((value) => typeof value === 'number' && value >= 0);
  return sizes.length > 0 ? Math.min(Math.max(...(sizes as number[])), LARGEST_SIZE) : null;
}

function readArgument({ name, defaultValue }: GraphQLArgument, node: FieldNode, variables: Variables) {
  const given = node.arguments?.find((argument) => argument.name.value === name);
  return (given && readValue(given.value, variables)) ?? defaultValue;
}

/** A number, a truth or a list as it is written; undefined for what else there is. */
function readValue(node: ValueNode, variables: Variables): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind === Kind.BOOLEAN) return node.value;
  return node.kind === Kind.LIST ? node.values : undefined;
}

function isIncluded({ directives }: SelectionNode, variables: Variables): boolean {
  return !directives?.some(({ name, arguments: [condition] = [] }) => {
    const value = condition && readValue(condition.value, variables);
    return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
  });
}
