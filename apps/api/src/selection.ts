import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { GraphQLIncludeDirective, GraphQLSkipDirective, getDirectiveValues, Kind } from 'graphql';

/** Names of the fields asked for, each with the fields asked for beneath it; aliases and types are merged. */
export interface Selection extends ReadonlyMap<string, Selection> {}

const NOTHING: Selection = new Map();

export function readSelection(info: GraphQLResolveInfo): Selection {
  const fields: MutableSelection = new Map();
  for (const node of info.fieldNodes) collect(node.selectionSet, info, fields);
  return fields;
}

/** What a connection's query asks of its rows: `nodes` and `edges.node` together. */
export function readRowSelection(info: GraphQLResolveInfo): Selection {
  const page = readSelection(info);
  return mergeSelections(page.get('nodes') ?? NOTHING, page.get('edges')?.get('node') ?? NOTHING);
}

export function mergeSelections(one: Selection, other: Selection): Selection {
  const merged = new Map(one);
  for (const [name, fields] of other) {
    merged.set(name, mergeSelections(merged.get(name) ?? NOTHING, fields));
  }
  return merged;
}

type MutableSelection = Map<string, MutableSelection>;

function collect(set: SelectionSetNode | undefined, info: GraphQLResolveInfo, into: MutableSelection): void {
  for (const node of set?.selections ?? []) {
    if (!isIncluded(node, info)) continue;
    if (node.kind === Kind.FIELD) {
      const fields = into.get(node.name.value) ?? new Map();
      into.set(node.name.value, fields);
      collect(node.selectionSet, info, fields);
    } else {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
      collect(fragment?.selectionSet, info, into);
    }
  }
}

function isIncluded(node: Pick<FieldNode, 'directives'>, { variableValues }: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if !== true && include?.if !== false;
}
