import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { listFragments } from './fragments.ts';

/** Fields within fields of a valid operation, fragments counted where spread. Each fragment is measured once. */
export function measureDepth(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = listFragments(document);
  const known = new Map<string, number>();

  function measure(set: SelectionSetNode): number {
    let deepest = 0;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        deepest = Math.max(deepest, 1 + (node.selectionSet ? measure(node.selectionSet) : 0));
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        deepest = Math.max(deepest, measure(node.selectionSet));
      } else {
        deepest = Math.max(deepest, measureFragment(node.name.value));
      }
    }
    return deepest;
  }

  function measureFragment(name: string): number {
    const fragment = fragments.get(name);
    const depth = known.get(name) ?? (fragment ? measure(fragment.selectionSet) : 0);
    known.set(name, depth);
    return depth;
  }

  return measure(operation.selectionSet);
}
