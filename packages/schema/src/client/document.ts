import { initGraphQLTada, type TadaDocumentNode } from 'gql.tada';
import { Kind, type OperationDefinitionNode, print } from 'graphql';
import type { introspection } from '../generated/introspection.d.ts';

/** Reads a question; the types of its variables and of its answer follow from its text and the contract. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; Date: string; DateTime: string; URL: string; SafeInt: number };
}>();

/** A question as text, with what a request tells of it. */
export interface Operation {
  query: string;
  name: string | undefined;
  isMutation: boolean;
}

const read = new WeakMap<object, Operation>();

export function readOperation(document: TadaDocumentNode<unknown, never>): Operation {
  const known = read.get(document);
  if (known) return known;
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as
    | OperationDefinitionNode
    | undefined;
  const made = {
    query: print(document),
    name: operation?.name?.value,
    isMutation: operation?.operation === 'mutation',
  };
  read.set(document, made);
  return made;
}
