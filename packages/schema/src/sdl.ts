import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse, print } from 'graphql';

const folder = new URL('../sdl/', import.meta.url);

/**
 * The whole contract as one SDL text: every file of `sdl/`, in the order of their names. What the files add to `Query`
 * and `Mutation` is written into these, since not every reader of an SDL takes extensions (relay-compiler refuses them).
 */
export const typeDefs: string = print(
  joinExtensions(
    parse(
      readdirSync(folder)
        .filter((name) => name.endsWith('.graphql'))
        .sort()
        .map((name) => readFileSync(new URL(name, folder), 'utf8'))
        .join('\n'),
    ),
  ),
);

function joinExtensions({ definitions, ...document }: DocumentNode): DocumentNode {
  const extensions = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_EXTENSION);
  const others = definitions.filter((node) => node.kind !== Kind.OBJECT_TYPE_EXTENSION);
  return {
    ...document,
    definitions: others.map((node) => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return node;
      const added = extensions.filter(({ name }) => name.value === node.name.value);
      return { ...node, fields: [node, ...added].flatMap(({ fields = [] }) => fields) };
    }),
  };
}
